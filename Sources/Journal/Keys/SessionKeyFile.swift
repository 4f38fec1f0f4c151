import Crypto
import Foundation

/// The file in which one key of one session lies, sealed: `SESSION.json`, later generations `SESSION.N.json`.
struct SessionKeyFile: Hashable, Sendable {
  var session: String
  var generation: Int

  init(session: String, generation: Int) {
    self.session = session
    self.generation = generation
  }

  /// Reads a file's name; nil for one that is no session's key.
  init?(fileName: String) {
    let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.last == "json", (2...3).contains(parts.count), SessionName.isValid(String(parts[0])) else { return nil }
    session = String(parts[0])
    generation = 0
    if parts.count == 3 {
      guard let number = Int(parts[1]), number > 0, String(number) == parts[1] else { return nil }
      generation = number
    }
  }

  static func folder(in home: Home) -> URL { home.keys.appending(path: "sessions", directoryHint: .isDirectory) }

  /// Every key there is, of one session or of all.
  static func all(of session: String? = nil, in home: Home) throws(JournalError) -> [SessionKeyFile] {
    try Folder.names(in: folder(in: home)).compactMap { SessionKeyFile(fileName: $0) }
      .filter { session == nil || $0.session == session }
      .sorted { ($0.session, $0.generation) < ($1.session, $1.generation) }
  }

  func location(in home: Home) -> URL {
    SessionKeyFile.folder(in: home).appending(
      path: generation == 0 ? "\(session).json" : "\(session).\(generation).json")
  }

  func write(_ key: SealedKey, in home: Home) throws(JournalError) {
    try Folder.create(SessionKeyFile.folder(in: home))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let location = location(in: home)
    do {
      try Folder.write(
        encoder.encode(Content(encapsulated: key.encapsulated, sealed: key.sealed)), to: location,
        destroyingOld: true)
    } catch {
      throw JournalError(error, at: location)
    }
  }

  /// What lies in it; nil where it is not there.
  func read(in home: Home) throws(JournalError) -> SealedKey? {
    let location = location(in: home)
    guard FileManager.default.fileExists(atPath: location.path) else { return nil }
    do {
      let content = try JSONDecoder().decode(Content.self, from: Data(contentsOf: location))
      return SealedKey(encapsulated: content.encapsulated, sealed: content.sealed)
    } catch {
      throw JournalError(.wrongKey, "The key of session \(session) in \(location.path) is damaged.")
    }
  }

  /// Overwrites and removes it.
  func destroy(in home: Home) throws(JournalError) {
    try Folder.destroy(location(in: home))
  }

  private struct Content: Codable {
    var version = 1
    var encapsulated: Data
    var sealed: Data

    init(encapsulated: Data, sealed: Data) {
      self.encapsulated = encapsulated
      self.sealed = sealed
    }
  }
}
