public import Distill
import Foundation
import Guard
public import Journal
public import Trace

/// What the person taught beside the work itself: corrections of what was found, and what was demonstrated to be
/// learned at once. It holds names that they gave and the numbers of events, nothing that was recorded.
public struct Teaching: Sendable, Codable, Hashable {
  /// A stretch of what was recorded that shows one piece of work from beginning to end.
  public struct Demonstration: Sendable, Codable, Hashable {
    public var name: String
    public var sessions: Set<String>?
    public var from: Moment?
    public var until: Moment?

    public init(name: String, sessions: Set<String>? = nil, from: Moment? = nil, until: Moment? = nil) {
      self.name = name
      self.sessions = sessions
      self.from = from
      self.until = until
    }

    /// Which events it is.
    public var selection: ErasureSelection { ErasureSelection(sessions: sessions, from: from, until: until) }
  }

  public var corrections: [Correction] = []
  public var demonstrations: [Demonstration] = []

  public init() {}

  static func file(in home: Home) -> URL { home.configuration.appending(path: "taught.json") }

  /// What was taught so far; nothing where there is no file.
  public static func read(in home: Home) throws -> Teaching {
    let file = file(in: home)
    guard FileManager.default.fileExists(atPath: file.path) else { return Teaching() }
    guard let bytes = FileManager.default.contents(atPath: file.path),
      let teaching = try? JSONDecoder().decode(Teaching.self, from: bytes)
    else {
      throw JournalError(
        .unavailable,
        "What you taught cannot be read from \(file.path). Correct the file, or remove it and start anew.")
    }
    return teaching
  }

  public func write(in home: Home) throws {
    let file = Teaching.file(in: home)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try encoder.encode(self).write(to: file, options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    } catch {
      throw JournalError(
        .unavailable, "What you taught could not be written to \(file.path). Check that its folder is there.")
    }
  }

  /// Removes all that was taught.
  public static func remove(in home: Home) throws {
    let file = file(in: home)
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    do {
      try FileManager.default.removeItem(at: file)
    } catch {
      throw JournalError(.unavailable, "What you taught could not be removed: \(file.path). Remove the file yourself.")
    }
  }

  /// Without what refers to nothing that is still there.
  public func pruned(to events: [Event]) -> Teaching {
    let ids = Set(events.map(\.id))
    var result = self
    result.corrections.removeAll { $0.episodes.allSatisfy { !ids.contains($0) } }
    result.demonstrations.removeAll { demonstration in !events.contains { demonstration.selection.contains($0) } }
    return result
  }
}
