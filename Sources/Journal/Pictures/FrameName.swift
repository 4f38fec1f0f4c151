import Foundation
import GRDB

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

  /// What a row holds of it: the bytes that its digits stand for, where it has no more than digits.
  var stored: DatabaseValue {
    let digits = Array(name.utf8)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { start in
      UInt8(String(decoding: digits[start..<min(start + 2, digits.count)], as: UTF8.self), radix: 16)
    }
    return digits.count == 2 * Self.size && bytes.hexadecimal == name ? Data(bytes).databaseValue : name.databaseValue
  }

  /// Nil for what no row holds.
  init?(session: String, stored: DatabaseValue) {
    switch stored.storage {
    case .blob(let bytes): self.init(session: session, name: bytes.hexadecimal)
    case .string(let name): self.init(session: session, name: name)
    default: return nil
    }
  }

  /// Of a keyed hash so many bytes are a name.
  private static let size = 16

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
