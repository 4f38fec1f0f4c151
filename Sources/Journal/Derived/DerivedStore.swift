import Crypto
public import Foundation
public import Trace

/// What was made of recorded work and is kept: sealed to the person's key, with the sessions that it came from.
///
/// ```swift
/// let store = DerivedStore(home: home)
/// try store.write(bytes, as: .run, named: workflow.id, from: sessions)
/// let bytes = try store.read(.run, named: workflow.id, with: key)
/// ```
///
/// Erasing a part of one of these sessions erases it too. Each has a key of its own, so that it goes with its key.
public struct DerivedStore: Sendable {
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    /// A run that stopped, so that it can go on.
    case run
    /// Weights learned from recorded work.
    case model
    /// Where something that was written for the person lies outside of the home: an export, an audit.
    case output

    /// What it was made for: taking one of these purposes back takes it too.
    var purposes: Set<Purpose> {
      switch self {
      case .run: [.learn, .perform]
      case .model: [.learn]
      // A copy for the person, which no purpose is needed for.
      case .output: []
      }
    }

    /// What people call it.
    public var words: String {
      switch self {
      case .run: "stopped run"
      case .model: "model"
      case .output: "written file"
      }
    }
  }

  /// One thing that is kept, without its content.
  public struct Item: Sendable, Hashable {
    public var kind: Kind
    /// Its name; it is only known to who can open it.
    var file: URL
    /// The sessions that it came from.
    public var sessions: Set<String>

    /// As the ledger names it.
    public var id: String { String(file.lastPathComponent.dropLast(DerivedStore.ending.count)) }
  }

  private let home: Home

  public init(home: Home) {
    self.home = home
  }

  /// Keeps bytes in place of what had the name.
  ///
  /// - Parameter sessions: the sessions that they came from; they lie open.
  public func write(
    _ bytes: Data, as kind: Kind, named name: String, from sessions: Set<String>
  ) throws(JournalError) {
    let file = location(kind, name)
    let key = LockedKey.random()
    var content = SealedFile(sessions: sessions.sorted())
    content.key = try SealedKey(key, to: try Keys.recorder(in: home).publicKey, named: file.lastPathComponent)
    do {
      content.sealed = try AES.GCM.seal(bytes, using: key.symmetric, authenticating: content.authenticated(kind))
        .combined
    } catch {
      throw JournalError(.unavailable, "A \(kind.words) could not be sealed.")
    }
    try write(content, to: file)
  }

  /// Keeps a model, and notes in the ledger from which sessions it was trained.
  ///
  /// - Parameter sessions: of events that a grant lets be learned from (``Swift/Sequence/allow(_:of:at:)``).
  /// - Returns: what the ledger calls it.
  @discardableResult
  public func keep(
    model bytes: Data, named name: String, trainedOn sessions: Set<String>, at moment: Moment
  ) throws(JournalError) -> String {
    let item = Item(kind: .model, file: location(.model, name), sessions: sessions)
    try Ledger(home: home).append(
      LedgerEntry(
        .trained, at: moment, subjects: [item.id] + sessions.sorted(), digest: SHA256.hash(data: bytes).hexadecimal))
    try write(bytes, as: .model, named: name, from: sessions)
    return item.id
  }

  /// The bytes that have a name; nil where none do.
  public func read(_ kind: Kind, named name: String, with person: PersonKey) throws(JournalError) -> Data? {
    let file = location(kind, name)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return try open(file, as: kind, with: person)
  }

  /// Destroys what has a name.
  public func remove(_ kind: Kind, named name: String) throws(JournalError) {
    try Folder.destroy(location(kind, name))
  }

  /// Everything that is kept.
  public func items() throws(JournalError) -> [Item] {
    var items: [Item] = []
    for kind in Kind.allCases {
      for name in try Folder.names(in: folder(kind)) where name.hasSuffix(DerivedStore.ending) {
        let file = folder(kind).appending(path: name)
        // What cannot be read may have come from anywhere.
        items.append(Item(kind: kind, file: file, sessions: Set(try content(of: file)?.sessions ?? [])))
      }
    }
    return items
  }

  // MARK: - Erasing

  func open(_ item: Item, with person: PersonKey) throws(JournalError) -> Data {
    try open(item.file, as: item.kind, with: person)
  }

  func destroy(_ item: Item) throws(JournalError) { try Folder.destroy(item.file) }

  /// Notes in the ledger what is gone, other than written files: these were noted when they were written.
  func note(discarded items: [Item], because reason: String, at moment: Moment) throws(JournalError) {
    let subjects = items.filter { $0.kind != .output }.map { "\($0.kind.words) \($0.id)" }.sorted()
    guard !subjects.isEmpty else { return }
    try Ledger(home: home).append(LedgerEntry(.discarded, at: moment, subjects: [reason] + subjects))
  }

  /// Seals every key to the person's current key.
  func renew(for person: PersonKey) throws(JournalError) {
    for item in try items() {
      guard var content = try content(of: item.file), let key = content.key,
        let renewed = try? key.renewed(for: person, named: item.file.lastPathComponent)
      else { continue }
      content.key = renewed
      try write(content, to: item.file)
    }
  }

  // MARK: - Files

  static let ending = ".sealed"

  func folder(_ kind: Kind) -> URL {
    kind == .model ? home.models : home.data.appending(path: "\(kind.rawValue)s", directoryHint: .isDirectory)
  }

  private func location(_ kind: Kind, _ name: String) -> URL {
    let digest = SHA256.hash(data: Data("\(kind.rawValue) \(name)".utf8)).prefix(10).hexadecimal
    return folder(kind).appending(path: digest + DerivedStore.ending)
  }

  private func open(_ file: URL, as kind: Kind, with person: PersonKey) throws(JournalError) -> Data {
    do {
      guard let content = try content(of: file), let key = content.key, let sealed = content.sealed else {
        throw DerivedStore.damaged(file)
      }
      return try AES.GCM.open(
        AES.GCM.SealedBox(combined: sealed), using: key.open(with: person, named: file.lastPathComponent).symmetric,
        authenticating: content.authenticated(kind))
    } catch {
      throw DerivedStore.damaged(file)
    }
  }

  private static func damaged(_ file: URL) -> JournalError {
    JournalError(.damaged, "\(file.path) is damaged or was sealed to another key. Remove it and start anew.")
  }

  /// What lies in a file; nil where it cannot be read.
  private func content(of file: URL) throws(JournalError) -> SealedFile? {
    let bytes: Data
    do { bytes = try Data(contentsOf: file) } catch { throw JournalError(error, at: file) }
    return try? JSONDecoder().decode(SealedFile.self, from: bytes)
  }

  private func write(_ content: SealedFile, to file: URL) throws(JournalError) {
    try Folder.create(file.deletingLastPathComponent())
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    do {
      try Folder.write(try encoder.encode(content), to: file, destroyingOld: true)
    } catch {
      throw JournalError(error, at: file)
    }
  }

  private struct SealedFile: Codable {
    var version = 1
    var sessions: [String]
    var key: SealedKey?
    var sealed: Data?

    init(sessions: [String]) { self.sessions = sessions }

    func authenticated(_ kind: Kind) -> Data {
      Data("understudy \(version) \(kind.rawValue) \(sessions.joined(separator: " "))".utf8)
    }
  }
}
