import Foundation

/// Names a stored picture: the session it belongs to, and its own name there.
struct FrameName: Hashable, CustomStringConvertible {
  var session: String
  var name: String

  init(session: String, name: String) {
    self.session = session
    self.name = name
  }

  /// Reads `SESSION/NAME`. What is not of that form names no file.
  init(_ id: String) {
    let parts = id.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    session = String(parts[0])
    name = parts.count == 2 ? String(parts[1]) : ""
  }

  var description: String { "\(session)/\(name)" }

  /// Which of its session's keys it is sealed with.
  var generation: Int { name.split(separator: "-").dropFirst().last.flatMap { Int($0) } ?? 0 }

  /// Whether it can be a file of the journal's own.
  var isValid: Bool { SessionName.isValid(session) && SessionName.isValid(name) }

  func location(in home: Home) -> URL {
    FrameName.folder(of: session, in: home).appending(path: name)
  }

  static func folder(of session: String, in home: Home) -> URL {
    home.frames.appending(path: session, directoryHint: .isDirectory)
  }
}

/// What a session may be called: it is also the name of files.
enum SessionName {
  static func isValid(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 128
      && name.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_")
      }
  }

  static func check(_ name: String) throws(JournalError) {
    guard isValid(name) else {
      throw JournalError(
        .refused, "A session cannot be called “\(name)”. Use letters, digits, - and _, at most 128 of them.")
    }
  }
}
