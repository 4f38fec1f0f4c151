import Foundation

/// One message from the browser: the parts of its envelope, each still as the bytes it came in.
///
/// Only the envelope is read here. What is inside is decoded once, straight to the type that is wanted, so a
/// picture of a megabyte is not parsed twice.
struct DevToolsMessage: Sendable {
  var id: Int?
  var method: String?
  var session: SessionID?
  var params: Data?
  var result: Data?
  var error: Data?

  /// Reads the envelope of a JSON object; nil for anything that is not one.
  init?(_ bytes: Data) {
    var scanner = EnvelopeScanner(bytes)
    guard scanner.skip(UInt8(ascii: "{")) else { return nil }
    while let key = scanner.key() {
      guard let value = scanner.value() else { return nil }
      switch key {
      case "id": id = Int(String(decoding: value, as: UTF8.self).filter(\.isNumber))
      case "method": method = Self.unquoted(value)
      case "sessionId": session = Self.unquoted(value).map(SessionID.init(rawValue:))
      case "params": params = value
      case "result": result = value
      case "error": error = value
      default: break
      }
    }
  }

  /// Methods and session names hold no escapes.
  private static func unquoted(_ value: Data) -> String? {
    guard value.count >= 2 else { return nil }
    return String(decoding: value.dropFirst().dropLast(), as: UTF8.self)
  }
}

/// Walks over the top level of a JSON object without looking inside its values.
private struct EnvelopeScanner {
  private let bytes: Data
  private var position: Data.Index

  init(_ bytes: Data) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Skips white space and commas, then `byte`; false where something else stands.
  mutating func skip(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard position < bytes.endIndex, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// The next key and its colon; nil at the end of the object.
  mutating func key() -> String? {
    skipBlanks()
    guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "\"") else { return nil }
    let start = position + 1
    skipString()
    let key = String(decoding: bytes[start..<max(start, position - 1)], as: UTF8.self)
    return skip(UInt8(ascii: ":")) ? key : nil
  }

  /// The bytes of the next value.
  mutating func value() -> Data? {
    skipBlanks()
    let start = position
    var depth = 0
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        skipString()
        if depth == 0 { return bytes[start..<position] }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return bytes[start..<position] }
        depth -= 1
        if depth == 0 {
          position += 1
          return bytes[start..<position]
        }
      case UInt8(ascii: ","):
        if depth == 0 { return bytes[start..<position] }
      default: break
      }
      position += 1
    }
    return nil
  }

  private mutating func skipBlanks() {
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"), UInt8(ascii: ","):
        position += 1
      default: return
      }
    }
  }

  /// From an opening quote to behind the closing one.
  private mutating func skipString() {
    position += 1
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "\""):
        position += 1
        return
      default: position += 1
      }
    }
    position = bytes.endIndex
  }
}
