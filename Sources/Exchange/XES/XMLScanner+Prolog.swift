extension XMLScanner {
  /// Passes over the byte order mark and the XML declaration, and refuses every encoding but UTF-8.
  mutating func readProlog() throws(XESFault) {
    let first = (byte(at: 0), byte(at: 1))
    if first == (0xFE, 0xFF) || first == (0xFF, 0xFE) || first == (0x00, 0x3C) || first == (0x3C, 0x00) {
      throw XESFault(.encoding("UTF-16"), at: 0)
    }
    if byte(at: 0) == 0xEF, byte(at: 1) == 0xBB, byte(at: 2) == 0xBF { position = 3 }
    guard isAt("<?xml"), XMLScanner.isSpace(byte(at: position + 5)) else { return }
    let start = position
    try skip(past: "?>", from: position + 5)
    guard let encoding = encoding(in: start..<position) else { return }
    guard ["utf-8", "utf8", "us-ascii", "ascii"].contains(encoding.lowercased()) else {
      throw XESFault(.encoding(encoding), at: start)
    }
  }

  /// Passes over a comment, a CDATA section or the document type, of which the latter may only precede the root.
  mutating func skipDeclaration() throws(XESFault) {
    if isAt("<!--") {
      try skip(past: "-->", from: position + 4)
    } else if isAt("<![CDATA["), !open.isEmpty {
      try skip(past: "]]>", from: position + 9)
    } else if isAt("<!DOCTYPE"), open.isEmpty {
      try skipDocumentType()
    } else {
      throw XESFault(.unexpectedCharacter, at: position)
    }
  }

  /// Moves behind the next occurrence of `ending` at or after `start`.
  mutating func skip(past ending: StaticString, from start: Int) throws(XESFault) {
    let last = ending.utf8Start[ending.utf8CodeUnitCount - 1]
    var index = start + ending.utf8CodeUnitCount - 1
    while index < bytes.count {
      if bytes[index] == last, isAt(ending, index - ending.utf8CodeUnitCount + 1) {
        position = index + 1
        return
      }
      index += 1
    }
    throw XESFault(.unended(String(describing: ending)), at: position)
  }

  private mutating func skipDocumentType() throws(XESFault) {
    let start = position
    var depth = 0
    position += 9
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = bytes[position]
        position += 1
        while position < bytes.count, bytes[position] != quote { position += 1 }
      case UInt8(ascii: "<") where isAt("<!--"):
        try skip(past: "-->", from: position + 4)
        continue
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0:
        position += 1
        return
      default: break
      }
      position += 1
    }
    throw XESFault(.unended(">"), at: start)
  }

  private func encoding(in declaration: Range<Int>) -> String? {
    guard var index = declaration.first(where: { isAt("encoding", $0) }) else { return nil }
    index += 8
    while declaration.contains(index), bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'") {
      index += 1
    }
    let quote = byte(at: index)
    let start = index + 1
    guard declaration.contains(start), let end = (start..<declaration.upperBound).first(where: { bytes[$0] == quote })
    else { return nil }
    return text(start..<end)
  }
}
