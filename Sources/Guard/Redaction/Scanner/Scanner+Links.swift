extension Scanner {
  /// At a colon: an address of the web or of a database may begin, or an IPv6 address.
  mutating func scanColon() {
    if byte(index + 1) == UInt8(ascii: "/"), byte(index + 2) == UInt8(ascii: "/") { return scanLink() }
    if byte(index + 1) == UInt8(ascii: ":"), isWordStart(index) { _ = scanIPv6() }
  }

  /// Reads the part of an address before its path; notes a password in it.
  private mutating func scanLink() {
    let start = index + 3
    var end = start
    if start < addressEnd {
      // An address inside another one's parameters ends with it.
      end = addressEnd
    } else {
      while end < bytes.count, end - start < 2_048, !isLinkEnd(bytes[end]) { end += 1 }
      addressEnd = end
    }
    let head = start..<min(end, start + 256)
    var authority =
      start..<(bytes[head].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
      ?? head.upperBound)
    let isPassword = bytes[authority].contains(UInt8(ascii: "@"))
    if !isPassword, let colon = bytes[authority].firstIndex(of: UInt8(ascii: ":")), !byte(colon + 1).isDigit,
      let at = bytes[start..<min(end, start + 128)].lastIndex(of: UInt8(ascii: "@"))
    {
      // A password with a slash in it that should have been written as %2F.
      authority = start..<(at + 1)
    }
    guard let at = bytes[authority].lastIndex(of: UInt8(ascii: "@")) else {
      index = start
      return
    }
    authorityEnd = at + 1
    let name = start..<(bytes[start..<at].firstIndex(of: UInt8(ascii: ":")) ?? at)
    if name.upperBound < at {
      let password = (name.upperBound + 1)..<at
      if !isPlaceholder(password) { note(password, .addressPassword) }
    } else if name.count >= 16, isRandom(name) {
      note(name, .addressPassword)
    }
    index = at + 1
  }

  func isLinkEnd(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "<")
      || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "`")
  }
}
