extension Scanner {
  /// Whether a value looks enough like a secret of its topic for how it is tied to the word.
  func isAccepted(_ value: Range<Int>, as topic: Topic, tie: Tie) -> Bool {
    guard value.count >= 3, !isPlaceholder(value) else { return false }
    switch topic {
    case .password:
      guard value.count >= 4 else { return false }
      return switch tie {
      case .assignment: !isStopWord(value) || byte(value.lowerBound - 1).isQuote
      case .colon: looksSecret(value) || !isStopWord(value) && isLast(value)
      case .copula: looksSecret(value)
      case .distant where byte(value.lowerBound - 1).isQuote || isIdentifier(value.lowerBound): looksSecret(value)
      case .distant: value.count >= 6 && looksSecret(value) && isUnlikeWords(value)
      }
    case .credentials:
      return value.count >= 4 && looksSecret(value)
    case .token:
      return switch tie {
      case .assignment: value.count >= 6 && !isStopWord(value) && (looksSecret(value) || value.count >= 12)
      case .colon, .copula: value.count >= 8 && looksSecret(value)
      case .distant: value.count >= 16 && hasDigitAndLetter(value) && looksSecret(value)
      }
    case .scheme:
      // The next parameter: token_type=bearer expires_in=3600.
      if let equal = bytes[value].firstIndex(of: UInt8(ascii: "=")), byte(equal + 1).isAlphanumeric { return false }
      return value.count >= 8 && (hasDigitAndLetter(value) || value.count >= 16 && Naturalness.isRandom(bytes[value]))
    case .code:
      return digitCount(value) >= (tie == .distant ? 4 : 3) && digitCount(value) <= 10
    case .cardCode:
      return (3...4).contains(digitCount(value)) && digitCount(value) == value.count
    case .identity:
      return value.count <= 24 && digitCount(value) >= 4
        && bytes[value].allSatisfy {
          $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/")
        }
    case .link:
      return isRandomParameter(value)
    case .phone, .card, .version, .digest, .reference:
      return false
    }
  }

  /// In an address: what follows `key=` or `/reset/` where it is random.
  mutating func scanLinkSecret(after label: Range<Int>, rule: Int) {
    guard
      label.lowerBound < addressEnd || byte(label.lowerBound - 1) == UInt8(ascii: "&")
        || byte(label.lowerBound - 1) == UInt8(ascii: "?")
    else { return }
    let mark = byte(label.upperBound)
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "/") else { return }
    var end = label.upperBound + 1
    while end < bytes.count, end - label.upperBound < 512, !isLinkEnd(bytes[end]), bytes[end] != UInt8(ascii: "&"),
      bytes[end] != UInt8(ascii: "#"),
      bytes[end] != UInt8(ascii: "?"), mark == UInt8(ascii: "=") || bytes[end] != UInt8(ascii: "/")
    {
      end += 1
    }
    let value = (label.upperBound + 1)..<end
    guard isRandomParameter(value) else { return }
    note(value, rule: rule)
    index = end
  }

  /// Whether a part of an address was made by chance, to be known to one person only.
  private func isRandomParameter(_ value: Range<Int>) -> Bool {
    guard value.count >= 16 else { return false }
    if value.count >= 32, bytes[value].allSatisfy({ $0.hexadecimalValue != nil }) { return true }
    return hasDigitAndLetter(value) && (isRandom(value) || Naturalness.isRandom(bytes[value]))
  }

  // MARK: - Looks

  /// What stands for a value in examples and screens: dots, `<password>`, `${PASSWORD}`, `$PASSWORD`.
  func isPlaceholder(_ value: Range<Int>) -> Bool {
    guard let first = bytes[value].first, let last = bytes[value].last else { return true }
    if value.count >= 3, bytes[value].allSatisfy({ $0 == first }), !first.isDigit { return true }
    if first == UInt8(ascii: "<") && last == UInt8(ascii: ">") { return true }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == Folding.withheldStart { return true }
    guard first == UInt8(ascii: "$") || first == UInt8(ascii: "%") else { return false }
    let next = byte(value.lowerBound + 1)
    if next == UInt8(ascii: "{") || next == UInt8(ascii: "(") { return true }
    // The name of a variable: capitals and underscores, or a word.
    return value.count > 2
      && bytes[value].dropFirst().allSatisfy { $0.isUpper || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "%") }
  }

  /// Whether a value is more than a word: digits, marks, capitals inside, or letters that chance put together.
  func looksSecret(_ value: Range<Int>) -> Bool {
    let text = bytes[value]
    guard !isStopWord(value) else { return false }
    if text.contains(where: \.isDigit) { return true }
    if text.dropLast().contains(where: { Scanner.secretMarks.contains($0) }) { return true }
    if zip(text, text.dropFirst()).contains(where: { $0.isLower && $1.isUpper }) { return true }
    if text.filter({ $0 == UInt8(ascii: "-") }).count >= 3 { return true }
    return value.count >= 6 && Naturalness.isRandom(text)
  }

  private static let secretMarks = Alphabet("!#$%&*?+^@=~_")

  private func hasDigitAndLetter(_ value: Range<Int>) -> Bool {
    bytes[value].contains(where: \.isDigit) && bytes[value].contains(where: \.isLetter)
  }

  /// Whether digits and letters are mixed, a mark stands inside, or chance put the letters together.
  private func isUnlikeWords(_ value: Range<Int>) -> Bool {
    hasDigitAndLetter(value) || Naturalness.isRandom(bytes[value])
      || bytes[value].dropFirst().dropLast().contains { Scanner.secretMarks.contains($0) }
  }

  /// Whether the word before a value is a name in a program: `ENV ADMIN_PASSWORD …`.
  private func isIdentifier(_ valueStart: Int) -> Bool {
    guard valueStart > 0 else { return false }
    var start = valueStart - 1
    while start > 0, valueStart - start < 64, bytes[start - 1].isUpper || bytes[start - 1] == UInt8(ascii: "_") {
      start -= 1
    }
    return bytes[start..<max(start, valueStart - 1)].contains(UInt8(ascii: "_"))
  }

  private func digitCount(_ value: Range<Int>) -> Int {
    bytes[value].reduce(0) { $0 + ($1.isDigit ? 1 : 0) }
  }

  /// Whether nothing else follows on the line, so that a single word is the value and not a sentence.
  private func isLast(_ value: Range<Int>) -> Bool {
    var end = value.upperBound
    while end < bytes.count, !bytes[end].isNewline, end - value.upperBound < 4 {
      if !bytes[end].isSpace, bytes[end].isLetter { return false }
      end += 1
    }
    return true
  }

  private func isStopWord(_ value: Range<Int>) -> Bool {
    Scanner.stopWords.contains(
      Lexicon.hash(of: bytes[value].filter { $0 != UInt8(ascii: "!") && $0 != UInt8(ascii: "?") }))
  }

  /// What stands beside these words without being a secret.
  private static let stopWords: Set<UInt64> = Set(
    """
    required optional incorrect invalid wrong missing expired expires forgotten forgot changed change reset hidden empty \
    blank none null nil true false yes no undefined default unknown protected strong weak medium weakest strength length \
    policy field input text string type name must should cannot please enter repeat confirm confirmation again show hide \
    generate generated create created update updated save saved saving copied copy sent send here below above this that \
    the your you and for with not are was has have will been being only same different login account user username email \
    basic bearer digest negotiate token password secret self-service case-sensitive sha256 sha512 base64 bcrypt argon2 \
    md5 utf-8 oauth2 pbkdf2 scrypt prompt stdin ask env file vault keyring disabled enabled allowed denied manager \
    vergessen erforderlich falsch ungültig abgelaufen ändern geändert anzeigen eingeben bestätigen wiederholen leer \
    oublié requis obligatoire incorrecte olvidada obligatoria dimenticata obbligatoria zapomniałeś wymagane vergeten
    """.split(whereSeparator: \.isWhitespace).map { Lexicon.hash(of: FoldedText(String($0)).bytes) })
}
