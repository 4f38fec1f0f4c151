extension XMLScanner {
  /// Calls `body` with an attribute's value in UTF-8, references and white space replaced as XML asks for.
  func withBytes<Result>(
    of value: Range<Int>, isPlain: Bool, _ body: (UnsafeBufferPointer<UInt8>) throws(XESFault) -> Result
  ) throws(XESFault) -> Result {
    guard !isPlain else { return try body(bytes.extracting(value)) }
    let decoded = try decoded(value)
    let result: Swift.Result<Result, XESFault> = decoded.withUnsafeBufferPointer { buffer in
      do throws(XESFault) { return .success(try body(buffer)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Whether bytes are valid UTF-8 without the two code points that XML leaves out of it.
  func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return true }
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    return !text.unicodeScalars.contains { $0 == "\u{FFFE}" || $0 == "\u{FFFF}" }
  }

  /// A value with its references replaced by what they stand for, and each line break or tab by a space.
  private func decoded(_ value: Range<Int>) throws(XESFault) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(value.count)
    var index = value.lowerBound
    while index < value.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "&"):
        guard let end = bytes[index..<min(index + 12, value.upperBound)].firstIndex(of: UInt8(ascii: ";")),
          let scalar = referred(index + 1..<end)
        else { throw XESFault(.badReference, at: index) }
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index = end
      case 0x0D:
        // A line break of two characters is one.
        if index + 1 < value.upperBound, bytes[index + 1] == 0x0A { index += 1 }
        result.append(0x20)
      case 0x0A, 0x09: result.append(0x20)
      case let byte: result.append(byte)
      }
      index += 1
    }
    return result
  }

  /// The character that a reference, given without `&` and `;`, stands for.
  private func referred(_ name: Range<Int>) -> Unicode.Scalar? {
    switch text(name) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case let name where name.hasPrefix("#x"): return XMLScanner.scalar(UInt32(name.dropFirst(2), radix: 16))
    case let name where name.hasPrefix("#"): return XMLScanner.scalar(UInt32(name.dropFirst(), radix: 10))
    default: return nil
    }
  }

  /// The character of a code point that XML allows.
  private static func scalar(_ number: UInt32?) -> Unicode.Scalar? {
    guard let number, number >= 0x20 || number == 0x9 || number == 0xA || number == 0xD, number & 0xFFFE != 0xFFFE
    else { return nil }
    return Unicode.Scalar(number)
  }
}
