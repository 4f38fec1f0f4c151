extension Scanner {
  /// Notes a token that begins here with a known prefix.
  mutating func scanToken() -> Bool {
    guard table.mayBeginToken(bytes[index], byte(index + 1)) else { return false }
    guard isWordStart(index) || byte(index - 1) == UInt8(ascii: "_") else { return false }
    for token in table.tokens[Int(bytes[index])] where hasPrefix(token.prefix, at: index) {
      var end = index + token.prefix.count
      let limit = min(bytes.count, end + token.lengths.upperBound)
      while end < limit, token.alphabet.contains(bytes[end]) { end += 1 }
      guard end - index - token.prefix.count >= token.lengths.lowerBound else { continue }
      // A longer run is a token of a kind whose length is not known: all of it is withheld.
      while end < bytes.count, token.alphabet.contains(bytes[end]) || Alphabet.url.contains(bytes[end]) { end += 1 }
      while byte(end - 1) == UInt8(ascii: ".") { end -= 1 }
      guard !isSample(index + token.prefix.count..<end) else { continue }
      note(index..<end, rule: token.rule)
      index = end
      return true
    }
    return false
  }

  /// Notes a bot's number, a colon and its key.
  mutating func scanTelegram() -> Bool {
    var colon = index
    while byte(colon).isDigit, colon - index <= 10 { colon += 1 }
    guard (8...10).contains(colon - index), byte(colon) == UInt8(ascii: ":"), byte(colon + 1) == UInt8(ascii: "A")
    else { return false }
    var end = colon + 1
    while end < bytes.count, Alphabet.url.contains(bytes[end]), end - colon < 64 { end += 1 }
    guard (34...40).contains(end - colon - 1) else { return false }
    note(index..<end, .telegram)
    index = end
    return true
  }

  /// Whether a token is one character over and over, as in examples: `ghp_xxxxxxxx`.
  func isSample(_ range: Range<Int>) -> Bool {
    guard let first = bytes[range].first else { return true }
    return bytes[range].allSatisfy { $0 == first }
  }

  /// Notes a private key in its armour: from its first line to its last.
  mutating func scanDash() {
    if hasPrefix(Scanner.armourStart, at: index) {
      let line = index..<min(bytes.count, index + 64)
      if let end = range(of: Scanner.privateKeyMark, in: line)?.upperBound { return scanPrivateKey(from: end) }
    }
    scanOption()
  }

  private mutating func scanPrivateKey(from bodyStart: Int) {
    let start = index
    var end = bodyStart
    while end < bytes.count, !hasPrefix(Scanner.armourEnd, at: end) { end += 1 }
    if end < bytes.count {
      end += Scanner.armourEnd.count
      while end < bytes.count, bytes[end] != UInt8(ascii: "-") { end += 1 }
      while end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
    }
    note(start..<end, .privateKey)
    index = end
  }

  func range(of needle: [UInt8], in range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while start + needle.count <= range.upperBound {
      if hasPrefix(needle, at: start) { return start..<(start + needle.count) }
      start += 1
    }
    return nil
  }

  static let armourStart = Array("-----BEGIN ".utf8)
  static let armourEnd = Array("-----END ".utf8)
  static let privateKeyMark = Array("PRIVATE KEY".utf8)

  /// Notes a long run of characters that no word and no known public thing is made of.
  mutating func scanRandomToken(from start: Int) {
    guard start >= max(addressEnd, runEnd), isWordStart(start) else { return }
    guard index - start >= 32 || Scanner.runMarks.contains(byte(index)) else { return }
    var end = start
    while end < bytes.count, end - start <= 512,
      Alphabet.base64.contains(bytes[end]) || bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "_")
    {
      end += 1
    }
    runEnd = end
    while byte(end - 1) == UInt8(ascii: "-") || byte(end - 1) == UInt8(ascii: "/") { end -= 1 }
    guard end - start >= 32, end - start <= 512, distance(to: .digest, from: start) > 3 else { return }
    guard isRandom(start..<end) else { return }
    note(start..<end, .randomToken)
    // What comes after a dot is looked at on its own.
    index = end
  }

  private static let runMarks = Alphabet("+/=-_")

  /// Whether a run mixes capitals, small letters and digits as chance does.
  func isRandom(_ range: Range<Int>) -> Bool {
    var counts = (upper: 0, lower: 0, digit: 0, changes: 0)
    var last: UInt8 = 0
    for byte in bytes[range] {
      if byte.isUpper {
        counts.upper += 1
      } else if byte.isLower {
        counts.lower += 1
      } else if byte.isDigit {
        counts.digit += 1
      }
      if byte.isUpper != last.isUpper || byte.isDigit != last.isDigit { counts.changes += 1 }
      last = byte
    }
    guard min(counts.upper, counts.lower) >= range.count / 10, counts.digit >= range.count / 20 else { return false }
    return counts.changes * 4 >= range.count && Naturalness.isRandom(bytes[range])
  }
}
