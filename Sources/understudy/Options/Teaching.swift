import Distill
import Foundation
import Guard
import Journal
import Trace

/// What the person taught beside the work itself: corrections of what was found, and what was demonstrated to be
/// learned at once. It holds names that they gave and the numbers of events, nothing that was recorded.
struct Teaching: Codable, Hashable {
  /// A stretch of what was recorded that shows one piece of work from beginning to end.
  struct Demonstration: Codable, Hashable {
    var name: String
    var sessions: Set<String>?
    var from: Moment?
    var until: Moment?

    /// Which events it is.
    var selection: ErasureSelection { ErasureSelection(sessions: sessions, from: from, until: until) }
  }

  var corrections: [Correction] = []
  var demonstrations: [Demonstration] = []

  static func file(in home: Home) -> URL { home.configuration.appending(path: "taught.json") }

  /// What was taught so far; nothing where there is no file.
  static func read(in home: Home) throws -> Teaching {
    let file = file(in: home)
    guard FileManager.default.fileExists(atPath: file.path) else { return Teaching() }
    guard let bytes = FileManager.default.contents(atPath: file.path),
      let teaching = try? JSONDecoder().decode(Teaching.self, from: bytes)
    else {
      throw Failure(
        .fileUnreadable,
        "What you taught cannot be read from \(file.path). Correct the file, or remove it and start anew.")
    }
    return teaching
  }

  func write(in home: Home) throws {
    let file = Teaching.file(in: home)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try encoder.encode(self).write(to: file, options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    } catch {
      throw Failure(
        .fileUnreadable, "What you taught could not be written to \(file.path). Check that its folder is there.")
    }
  }

  /// Removes all that was taught.
  static func remove(in home: Home) throws {
    let file = file(in: home)
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    do {
      try FileManager.default.removeItem(at: file)
    } catch {
      throw Failure(.fileUnreadable, "What you taught could not be removed: \(file.path). Remove the file yourself.")
    }
  }

  /// Without what refers to nothing that is still there.
  func pruned(to events: [Event]) -> Teaching {
    let ids = Set(events.map(\.id))
    var result = self
    result.corrections.removeAll { $0.episodes.allSatisfy { !ids.contains($0) } }
    result.demonstrations.removeAll { demonstration in !events.contains { demonstration.selection.contains($0) } }
    return result
  }
}
