import Foundation
import GRDB
public import Guard
public import Trace

/// Erases recorded work, everything made of it, and the keys it was sealed with.
///
/// ```swift
/// let eraser = try Eraser(home: home, key: key)
/// let erasure = try await eraser.erase(ErasureSelection(sessions: [name]), at: now)
/// ```
///
/// Rows are overwritten and removed, and with them their pictures. A session of which a part goes gets a new key for
/// the rest, and the old key is destroyed. Then the person's key is replaced as well. Cut off at any moment, it leaves
/// a journal that can be read; erasing again completes what was begun.
public actor Eraser {
  let home: Home
  let key: PersonKey?
  let database: DatabaseQueue
  let reader: JournalReader?
  /// Whether the disk was so full that the space kept for erasing was needed.
  private let usesBallast: Bool

  /// - Parameter key: without it only whole sessions can be erased, and the person's key is not replaced.
  public init(home: Home, key: PersonKey?) throws(JournalError) {
    self.home = home
    self.key = key
    usesBallast = Ballast(home: home).release()
    database = try Schema.open(home)
    reader = try key.map { key throws(JournalError) in try JournalReader(home: home, key: key) }
  }

  /// What an erasure would take, without taking it.
  public func preview(_ selection: ErasureSelection) async throws(JournalError) -> ErasurePreview {
    try ErasurePreview(try await plan(selection))
  }

  /// Erases what is selected, and notes it in the ledger.
  ///
  /// Throws ``JournalError/Code/refused`` where it would take from a session that is being recorded, and
  /// ``JournalError/Code/changed`` where it would take anything else than what was seen.
  ///
  /// - Parameter digest: of what the person has seen (``ErasurePreview/digest``); nil takes what is there now.
  public func erase(
    _ selection: ErasureSelection, as digest: String? = nil, at moment: Moment
  ) async throws(JournalError) -> Erasure {
    try await carryOut(try await plan(selection), as: digest, at: moment)
  }

  /// Erases what is selected, and of the rest some things that were made of it.
  func erase(
    _ selection: ErasureSelection, discarding items: [DerivedStore.Item], at moment: Moment
  ) async throws(JournalError) -> Erasure {
    try await carryOut(try await plan(selection), discarding: items, at: moment)
  }

  /// Goes over what was recorded once more with a stricter guard: what it no longer lets through is erased, what it
  /// withholds is withheld from the rest.
  ///
  /// - Parameters:
  ///   - sanitizer: with every scope that was ever granted, and the rules as they are now.
  ///   - digest: of what the person has seen, as in ``erase(_:as:at:)``.
  public func redact(
    with sanitizer: Sanitizer, as digest: String? = nil, at moment: Moment
  ) async throws(JournalError) -> Erasure {
    try await carryOut(try await plan(redactingWith: sanitizer), as: digest, at: moment)
  }

  /// What ``redact(with:as:at:)`` would erase and rewrite.
  public func preview(redactingWith sanitizer: Sanitizer) async throws(JournalError) -> ErasurePreview {
    try ErasurePreview(try await plan(redactingWith: sanitizer))
  }

  private func carryOut(
    _ plan: [String: Part], as digest: String? = nil, discarding items: [DerivedStore.Item] = [], at moment: Moment
  ) async throws(JournalError) -> Erasure {
    if let digest, try ErasurePreview(plan).digest != digest {
      throw JournalError(
        .changed, "What would be erased is not what you have seen any more. Nothing was erased: look at it again.")
    }
    let lock = try FileLock(home.state.appending(path: "erasing.lock"))
    defer { lock.release() }
    defer { if usesBallast { Ballast(home: home).reserve() } }
    // Another erasure may have given the person another key since this one was opened: with the old one, whatever is
    // left would look as if nobody could read it.
    if let key { try Keys.requireCurrent(key, in: home) }
    let stored = try storedSessions()
    for session in plan.keys.sorted() where try SessionLock.isHeld(session, in: home) {
      throw JournalError(
        .refused, "Session \(session) is being recorded. Stop recording first: Ctrl+C where it records.")
    }
    var erasure = Erasure(receipt: ErasureReceipt(id: Eraser.identifier(at: moment), time: moment))
    let touched = Set(plan.keys)
    // What was made of it first: were this cut off, what is erased would still be there to be named again.
    try eraseDerived(from: touched, and: items, into: &erasure)
    for session in stored where !session.isHeld {
      let part = plan[session.row.name]
      try erase(part, of: session.row, into: &erasure.receipt)
    }
    try removeDrafts()
    if let key, !touched.isEmpty || !items.isEmpty {
      try Keys.rotate(in: home, opening: key)
      erasure.receipt.isKeyReplaced = true
    }
    try shrink()
    erasure.receipt.left = try countEvents()
    try note(erasure.receipt)
    return erasure
  }

  private static func identifier(at moment: Moment) -> String {
    let format = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
    return "erasure-" + Date(timeIntervalSince1970: moment.seconds).formatted(format)
      + "-" + String(UInt32.random(in: 0x10_0000..<0x100_0000), radix: 16)
  }

  // MARK: - What is selected

  /// What is to go of one session.
  struct Part: Sendable {
    /// The numbers of the events; nil for the whole session.
    var sequences: Set<Int>?
    /// How many events that is.
    var count: Int
    /// The last position, of a whole session.
    var last: Int64? = nil
    /// What stays, but not as it was.
    var rewritten: [Int: Event] = [:]
  }

  private func plan(redactingWith sanitizer: Sanitizer) async throws(JournalError) -> [String: Part] {
    guard let reader else {
      throw JournalError(.locked, "The journal must be opened to find what is to go. Give its passphrase.")
    }
    var sanitizer = sanitizer
    var parts: [String: Part] = [:]
    try await reader.forEach { event in
      let kept = sanitizer.sanitize(event)?.value
      guard kept != event else { return }
      let number = event.id.sequence
      var part = parts[event.id.session] ?? Part(sequences: [], count: 0)
      if let kept {
        part.rewritten[number] = kept
      } else {
        part.sequences?.insert(number)
        part.count += 1
      }
      parts[event.id.session] = part
    }
    return parts
  }

  private func plan(_ selection: ErasureSelection) async throws(JournalError) -> [String: Part] {
    if selection.takesWholeSessions {
      return try wholeSessions(selection)
    }
    guard let reader else {
      throw JournalError(.locked, "The journal must be opened to find what is to go. Give its passphrase.")
    }
    var selected: Set<EventID> = []
    var counts: [String: Int] = [:]
    try await reader.forEach { event in
      counts[event.id.session, default: 0] += 1
      if selection.contains(event) { selected.insert(event.id) }
    }
    // What was copied from an erased event goes where it was pasted too.
    try await reader.forEach { event in
      guard case .action(.paste(_, let clipping?)) = event.occurrence, let source = clipping.event else { return }
      if selected.contains(source) { selected.insert(event.id) }
    }
    return Dictionary(grouping: selected, by: \.session).mapValues {
      Part(sequences: Set($0.map(\.sequence)), count: $0.count)
    }
  }

  private func wholeSessions(_ selection: ErasureSelection) throws(JournalError) -> [String: Part] {
    do {
      return try database.read { database in
        var plan: [String: Part] = [:]
        for session in try StoredSession.all(in: database) where selection.contains(session.name) {
          plan[session.name] = Part(
            sequences: nil, count: try session.count(in: database), last: try session.last(in: database))
        }
        return plan
      }
    } catch {
      throw JournalError(error, at: home.journal)
    }
  }

  private func storedSessions() throws(JournalError) -> [(row: StoredSession, isHeld: Bool)] {
    do {
      return try database.read { try StoredSession.all(in: $0) }.map { ($0, try SessionLock.isHeld($0.name, in: home)) }
    } catch {
      throw JournalError(error, at: home.journal)
    }
  }

  private func countEvents() throws(JournalError) -> Int {
    do {
      return try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM event") ?? 0 }
    } catch {
      throw JournalError(error, at: home.journal)
    }
  }

  // MARK: - The record of it

  private func note(_ receipt: ErasureReceipt) throws(JournalError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let file = home.erasures.appending(path: "\(receipt.id).json")
    let bytes: Data
    do { bytes = try encoder.encode(receipt) } catch { throw JournalError(error, at: file) }
    try Folder.create(home.erasures)
    try Folder.write(bytes, to: file)
    try Ledger(home: home).append(
      LedgerEntry(
        .erased, at: receipt.time, subjects: [receipt.id] + receipt.sessions + receipt.rekeyed,
        digest: Receipt.digest(bytes)))
  }
}
