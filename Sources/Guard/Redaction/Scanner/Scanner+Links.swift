extension Scanner {
  /// At a colon: an address of the web or of a database may begin, or an IPv6 address.
  mutating func scanColon() {
    if byte(index + 1) == UInt8(ascii: "/"), byte(index + 2) == UInt8(ascii: "/") { return scanLink() }
    if byte(index + 1).isDigit, scanPassFileLine() { return }
    if byte(index + 1) == UInt8(ascii: ":"), isWordStart(index) { _ = scanIPv6() }
  }

  /// Notes the last part of `host:5432:database:user:SECRET`.
  private mutating func scanPassFileLine() -> Bool {
    guard let rule = table.shapes[.passFile] else { return false }
    var position = index + 1
    while byte(position).isDigit, position - index < 7 { position += 1 }
    var isNamed = false
    for _ in 0..<2 {
      guard byte(position) == UInt8(ascii: ":") else { return false }
      let start = position + 1
      position = start
      while byte(position).isAlphanumeric || Scanner.nameMarks.contains(byte(position)), position - start < 64 {
        position += 1
      }
      let name = bytes[start..<position]
      guard name.contains(where: { !$0.isDigit }) else { return false }
      isNamed = isNamed || name.contains { $0.hexadecimalValue == nil }
    }
    // A time of day and a hardware address have no names in them.
    guard isNamed, byte(position) == UInt8(ascii: ":") else { return false }
    let value = valueRange(from: position + 1, tie: .assignment, isParameter: false)
    guard value.count >= 4, !isPlaceholder(value) else { return false }
    note(value, rule: rule)
    index = value.upperBound
    return true
  }

  /// In the names of databases and their users; `*` stands for all.
  private static let nameMarks = Alphabet("_-.*")

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
