extension Scanner {
  // MARK: - Mail

  /// Notes the mail address around an `@`.
  mutating func scanEmail() {
    guard index >= authorityEnd else { return }
    var start = index
    while start > 0, index - start < 64, Scanner.local.contains(bytes[start - 1]) || bytes[start - 1] >= 0x80 {
      start -= 1
    }
    while start < index,
      byte(start) == UInt8(ascii: ".") || byte(start) == UInt8(ascii: "-") || byte(start) == UInt8(ascii: "'")
    {
      start += 1
    }
    guard start < index, let end = domainEnd(from: index + 1) else { return }
    // git@host:path is how repositories are named.
    guard !(byte(end) == UInt8(ascii: ":") && bytes[start..<index].elementsEqual("git".utf8)) else { return }
    note(start..<end, .email)
    if byte(start - 1) == UInt8(ascii: "<") { noteName(before: start - 1) }
    index = end
  }

  /// Notes the name in `From: Anna Müller <anna@example.org>`.
  private mutating func noteName(before bracket: Int) {
    var end = bracket
    while byte(end - 1) == UInt8(ascii: " ") || byte(end - 1).isQuote { end -= 1 }
    var start = end
    while start > 0, end - start < 64, isNamePart(bytes[start - 1]) { start -= 1 }
    while start < end, !bytes[start].isLetter { start += 1 }
    guard end - start > 1, end < bracket, bytes[start..<end].split(separator: UInt8(ascii: " ")).count <= 5 else {
      return
    }
    note(start..<end, .person)
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "'")
  }

  /// Where a domain with a top level of letters ends.
  private func domainEnd(from start: Int) -> Int? {
    var end = start
    var labelStart = start
    var dots = 0
    while end < bytes.count, end - start < 255,
      bytes[end].isAlphanumeric || bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: ".")
    {
      if bytes[end] == UInt8(ascii: ".") {
        // A dot that ends a sentence.
        guard byte(end + 1).isAlphanumeric, end > labelStart else { break }
        dots += 1
        labelStart = end + 1
      }
      end += 1
    }
    guard dots > 0, end - labelStart >= 2, byte(labelStart).isLetter else { return nil }
    while end > labelStart, byte(end - 1) == UInt8(ascii: "-") { end -= 1 }
    return end
  }

  private static let local = Alphabet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+'-")

  // MARK: - Networks

  /// Notes an IPv4 address that begins here.
  mutating func scanIPv4() -> Bool {
    guard isWordStart(index), byte(index - 1) != UInt8(ascii: ".") else { return false }
    // Chrome/120.0.0.0 is a version.
    if byte(index - 1) == UInt8(ascii: "/"), byte(index - 2).isAlphanumeric { return false }
    if byte(index - 1) == UInt8(ascii: "-"), byte(index - 2).isAlphanumeric { return false }
    var end = index
    var parts: [Int] = []
    while parts.count < 4 {
      var value = 0
      let start = end
      while end < bytes.count, bytes[end].isDigit, end - start < 3 {
        value = value * 10 + Int(bytes[end] - 0x30)
        end += 1
      }
      guard end > start, value < 256 else { return false }
      parts.append(value)
      if parts.count < 4 {
        guard byte(end) == UInt8(ascii: ".") else { return false }
        end += 1
      }
    }
    guard !byte(end).isAlphanumeric, byte(end) != UInt8(ascii: "_") else { return false }
    guard !(byte(end) == UInt8(ascii: ".") && byte(end + 1).isDigit) else { return false }
    let isPublicKnowledge = parts[0] == 127 || parts[0] == 0 || parts == [255, 255, 255, 255]
    if !isPublicKnowledge, distance(to: .version, from: index) > 12 { note(index..<end, .ipv4) }
    index = end
    return true
  }

  /// Notes a hardware address that begins here: six pairs of hexadecimal digits.
  mutating func scanPairs() -> Bool {
    let separator = byte(index + 2)
    guard separator == UInt8(ascii: ":") || separator == UInt8(ascii: "-"), isWordStart(index) else { return false }
    for pair in 0..<6 {
      let start = index + pair * 3
      guard byte(start).hexadecimalValue != nil, byte(start + 1).hexadecimalValue != nil else { return false }
      guard pair == 5 || byte(start + 2) == separator else { return false }
    }
    let end = index + 17
    guard !byte(end).isAlphanumeric, byte(end) != separator else { return false }
    note(index..<end, .mac)
    index = end
    return true
  }

  /// Notes an IPv6 address that begins here.
  mutating func scanIPv6() -> Bool {
    guard byte(index).hexadecimalValue != nil || byte(index) == UInt8(ascii: ":"), isWordStart(index) else {
      return false
    }
    var end = index
    var groups = 0
    var isShortened = false
    var hasDigit = false
    while end - index < 46 {
      let start = end
      while byte(end).hexadecimalValue != nil, end - start < 5 {
        if byte(end).isDigit { hasDigit = true }
        end += 1
      }
      guard end - start <= 4 else { return false }
      if end > start { groups += 1 }
      guard byte(end) == UInt8(ascii: ":") else { break }
      if byte(end + 1) == UInt8(ascii: ":") {
        guard !isShortened else { return false }
        isShortened = true
        end += 2
      } else {
        guard end > start, byte(end + 1).hexadecimalValue != nil else { break }
        end += 1
      }
    }
    guard groups == 8 && !isShortened || isShortened && (2...7).contains(groups), hasDigit else { return false }
    guard !byte(end).isAlphanumeric, byte(end) != UInt8(ascii: "_"), byte(end - 1) != UInt8(ascii: ":") || isShortened
    else { return false }
    note(index..<end, .ipv6)
    index = end
    return true
  }

  // MARK: - Bank accounts

  /// Notes an international bank account number that begins here, in groups or not.
  mutating func scanIBAN() -> Bool {
    guard byte(index).isLetter, byte(index + 1).isLetter, byte(index + 2).isDigit, byte(index + 3).isDigit else {
      return false
    }
    guard isWordStart(index) else { return false }
    let country = String(decoding: bytes[index..<(index + 2)].map { $0 & 0xdf }, as: UTF8.self)
    guard let length = BankAccount.length(country: country) else { return false }
    var characters: [UInt8] = []
    var end = index
    while characters.count < length, end < bytes.count {
      let byte = bytes[end]
      if byte.isDigit || (byte.isLetter && byte < 0x80) {
        characters.append(byte.isLower ? byte & 0xdf : byte)
      } else {
        guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."),
          self.byte(end + 1).isAlphanumeric
        else { break }
      }
      end += 1
    }
    guard characters.count == length, !byte(end).isAlphanumeric, BankAccount.isValid(characters) else { return false }
    note(index..<end, .iban)
    index = end
    return true
  }
}
