extension Scanner {
  /// How a value is tied to the word that announces it: the weaker the tie, the more like a secret it must look.
  enum Tie: Comparable {
    /// Words stand in between, or nothing but a space.
    case distant
    /// `is`, `lautet`, `est` …
    case copula
    case colon
    /// `=`, an option, an attribute, a parameter, an element.
    case assignment
  }

  private static let longestValue = 256
  private static let longestFiller = 48

  /// Notes the value that the words for a topic announce.
  mutating func scanValue(of topic: Topic, after label: Range<Int>) {
    guard let rule = table.labelled[topic.rawValue] else { return }
    if topic == .link { return scanLinkSecret(after: label, rule: rule) }
    if topic == .password, scanValueBefore(label, rule: rule) { return }
    guard let (start, tie) = valueStart(after: label, topic: topic) else { return }
    var value = valueRange(from: start, tie: tie, isParameter: isParameter(label))
    if topic == .credentials {
      guard let secret = secondPart(of: value) else { return }
      value = secret
    } else if topic == .code || topic == .cardCode {
      let digits = digitsRange(value)
      // A code of letters and digits is one that must look like it.
      if topic == .code, digits.count < value.count, isAccepted(value, as: .token, tie: .copula) {
        note(value, rule: rule)
        index = max(index, value.upperBound)
        return
      }
      value = digits
    } else if topic == .scheme, isScheme(value), byte(value.upperBound) == UInt8(ascii: " ") {
      value = valueRange(from: value.upperBound + 1, tie: tie, isParameter: false)
    }
    if topic == .identity || topic == .code, byte(value.upperBound - 1) == UInt8(ascii: ".") {
      value = value.lowerBound..<(value.upperBound - 1)
    }
    guard isAccepted(value, as: topic, tie: tie) else { return }
    note(value, rule: rule)
    index = max(index, value.upperBound)
  }

  /// Notes a value that stands before its word: `use … as the password`, `… is the new password`.
  private mutating func scanValueBefore(_ label: Range<Int>, rule: Int) -> Bool {
    var end = label.lowerBound
    var isTied = false
    for _ in 0..<4 {
      guard byte(end - 1) == UInt8(ascii: " ") else { return false }
      var start = end - 1
      while start > 0, bytes[start - 1].isLetter, end - start < 10 { start -= 1 }
      let word = Lexicon.hash(of: bytes[start..<(end - 1)])
      guard Scanner.articles.contains(word) || Scanner.backwards.contains(word) else { break }
      isTied = Scanner.backwards.contains(word)
      end = start
      if isTied { break }
    }
    guard isTied, byte(end - 1) == UInt8(ascii: " ") else { return false }
    var start = end - 1
    while start > 0, !bytes[start - 1].isSpace, end - start < 128 { start -= 1 }
    var value = start..<(end - 1)
    while let first = value.first, byte(first).isQuote { value = (first + 1)..<value.upperBound }
    while let last = value.last, byte(last).isQuote { value = value.lowerBound..<last }
    guard isAccepted(value, as: .password, tie: .distant) else { return false }
    note(value, rule: rule)
    return true
  }

  private static let backwards: Set<UInt64> = Set(
    ["is", "as", "for", "ist", "als", "für", "est", "es", "comme", "pour", "como", "para"].map {
      Lexicon.hash(of: $0.utf8)
    })
  private static let articles: Set<UInt64> = Set(
    "the a my our your new old admin root your das dein mein unser le ton votre el la tu nuevo".split(separator: " ")
      .map { Lexicon.hash(of: $0.utf8) })

  // MARK: - Between word and value

  private func valueStart(after label: Range<Int>, topic: Topic) -> (Int, Tie)? {
    var position = label.upperBound
    let isElement = byte(label.lowerBound - 1) == UInt8(ascii: "<") && byte(position) == UInt8(ascii: ">")
    if isElement { return (position + 1, .assignment) }
    // “the password's …”
    if byte(position) == UInt8(ascii: "'"), byte(position + 1) == UInt8(ascii: "s"),
      byte(position + 2) == UInt8(ascii: " ")
    {
      return (skipSpaces(position + 2), .copula)
    }
    var isQuoted = false
    while byte(position).isQuote || byte(position) == UInt8(ascii: "]") || byte(position) == UInt8(ascii: ")") {
      isQuoted = true
      position += 1
    }
    let spaces = position
    while byte(position) == UInt8(ascii: " "), position - label.upperBound < 8 { position += 1 }
    let isColumn = !isQuoted && position - spaces > 1
    position = hintEnd(from: position)
    switch byte(position) {
    case UInt8(ascii: "="):
      // Comparisons and arrows.
      if byte(position + 1) == UInt8(ascii: "=") { return nil }
      return (skipSpaces(position + (byte(position + 1) == UInt8(ascii: ">") ? 2 : 1)), .assignment)
    case UInt8(ascii: ">") where byte(position + 1) == UInt8(ascii: " "):
      // A prompt.
      return (skipSpaces(position + 1), .colon)
    case UInt8(ascii: ":"):
      let next = position + (byte(position + 1) == UInt8(ascii: "=") ? 2 : 1)
      if let alone = lineAlone(after: next) { return (alone, .copula) }
      return (skipSpaces(next), byte(next - 1) == UInt8(ascii: "=") || isQuoted ? .assignment : .colon)
    default:
      break
    }
    if isOption(label), position > label.upperBound { return (position, .assignment) }
    if isQuoted, let value = attributeValue(from: position) { return (value, .assignment) }
    if let next = separatedValue(from: position, isQuoted: isQuoted) { return (next, .copula) }
    if isQuoted { return nil }
    if isColumn { return (position, .copula) }
    if topic == .credentials { return position > label.upperBound ? (copulaEnd(from: position), .distant) : nil }
    if topic == .scheme { return position > label.upperBound ? (position, .colon) : nil }
    return position > label.upperBound || byte(position) == UInt8(ascii: ",") ? distantValue(from: position) : nil
  }

  /// The value in the next cell, argument or pair of brackets: `Token | …`, `define('PASSWORD', '…')`, `Password […]`.
  private func separatedValue(from position: Int, isQuoted: Bool) -> Int? {
    switch byte(position) {
    case UInt8(ascii: "|"), UInt8(ascii: "\t"): return skipSpaces(position + 1)
    case UInt8(ascii: "["): return isQuoted ? nil : position + 1
    // An arrow: `->`, `→`.
    case UInt8(ascii: "-") where byte(position + 1) == UInt8(ascii: ">"): return skipSpaces(position + 2)
    case Folding.otherMark: return skipSpaces(position + 1)
    case 0x0a: return lineAlone(after: position) ?? memberValue(after: position)
    case UInt8(ascii: ",") where isQuoted:
      let next = skipSpaces(position + 1)
      return byte(next).isQuote ? next : nil
    default: return nil
    }
  }

  /// Behind what says how a field is to be filled: `Password (required):`, `Password *:`.
  private func hintEnd(from start: Int) -> Int {
    var end = start
    if byte(end) == UInt8(ascii: "(") {
      guard let close = bytes[end..<min(bytes.count, end + 32)].firstIndex(of: UInt8(ascii: ")")) else { return start }
      end = close + 1
    }
    while byte(end) == UInt8(ascii: "*") || byte(end) == UInt8(ascii: " "), end - start < 40 { end += 1 }
    return byte(end) == UInt8(ascii: ":") ? end : start
  }

  /// The single word on the next line, where this one ends here.
  private func lineAlone(after position: Int) -> Int? {
    let end = skipSpaces(position)
    return byte(end) == 0x0a && isAlone(end + 1) ? end + 1 : nil
  }

  /// The value in the next line of a list of names and values: `- name: PASSWORD`, then `  value: …`.
  private func memberValue(after newline: Int) -> Int? {
    let start = skipSpaces(newline + 1)
    guard start - newline < 64, let name = Scanner.valueAttributes.first(where: { hasPrefix($0, at: start) }),
      byte(start + name.count) == UInt8(ascii: ":")
    else { return nil }
    return skipSpaces(start + name.count + 1)
  }

  /// Whether a line holds a single word, as where a field's label stands above it.
  private func isAlone(_ start: Int) -> Bool {
    var end = start
    while end < bytes.count, end - start < Scanner.longestValue, !bytes[end].isSpace { end += 1 }
    return end > start && (end == bytes.count || bytes[end].isNewline)
  }

  /// Behind a word such as “is”, where one stands there.
  private func copulaEnd(from start: Int) -> Int {
    var end = start
    while byte(end).isLetter, end - start < 10 { end += 1 }
    return byte(end) == UInt8(ascii: " ") && Scanner.copulas.contains(Lexicon.hash(of: bytes[start..<end]))
      ? end + 1 : start
  }

  private func skipSpaces(_ start: Int) -> Int {
    var position = start
    while byte(position) == UInt8(ascii: " ") || byte(position) == UInt8(ascii: "\t") { position += 1 }
    return position
  }

  /// `--password`, `-token`
  private func isOption(_ label: Range<Int>) -> Bool {
    var start = label.lowerBound
    while start > 0, label.lowerBound - start < 2, bytes[start - 1] == UInt8(ascii: "-") { start -= 1 }
    return start < label.lowerBound && !byte(start - 1).isAlphanumeric
  }

  /// `?token=`, `&sig=`, `#access_token=`
  private func isParameter(_ label: Range<Int>) -> Bool {
    switch byte(label.lowerBound - 1) {
    case UInt8(ascii: "?"), UInt8(ascii: "&"): return true
    case UInt8(ascii: "#"), UInt8(ascii: ";"): return label.lowerBound < addressEnd
    default: return false
    }
  }

  /// The value of `<input name="password" value="…">`, given where the attribute with the word ends.
  private func attributeValue(from start: Int) -> Int? {
    var start = start
    // The next member of an object.
    if byte(start) == UInt8(ascii: ",") { start = skipSpaces(start + 1) }
    if byte(start).isQuote { start += 1 }
    guard byte(start).isLetter else { return nil }
    for position in start..<min(bytes.count, start + 160) {
      if byte(position) == UInt8(ascii: ">") || byte(position).isNewline { return nil }
      guard !byte(position - 1).isAlphanumeric,
        let name = Scanner.valueAttributes.first(where: { hasPrefix($0, at: position) })
      else { continue }
      var end = position + name.count
      // As elements are read out: `textbox "Password" value "…"`.
      if byte(end) == UInt8(ascii: " "), byte(end + 1).isQuote { return end + 1 }
      if byte(end).isQuote { end += 1 }
      if byte(end) == UInt8(ascii: "=") || byte(end) == UInt8(ascii: ":") { return skipSpaces(end + 1) }
    }
    return nil
  }

  private static let valueAttributes = ["value", "text"].map { Array($0.utf8) }

  /// A value after some words: `password for the guest network is …`, or right after a space.
  private func distantValue(from start: Int) -> (Int, Tie)? {
    var position = start
    var tie = Tie.distant
    var wordCount = 0
    while position - start < Scanner.longestFiller {
      // “pass for the wiki = …”
      if wordCount > 0, byte(position) == UInt8(ascii: "=") || byte(position) == UInt8(ascii: ":") {
        return (skipSpaces(position + 1), .copula)
      }
      let wordStart = position
      var hash = Lexicon.start
      while byte(position).isLetter || byte(position) == UInt8(ascii: "'")
        || byte(position) == UInt8(ascii: "-") && byte(position + 1).isLetter && byte(position - 1).isLetter
      {
        hash = Lexicon.step(hash, byte(position))
        position += 1
      }
      // “the password of web3 is …”
      let isNumbered =
        wordCount > 0 && position > wordStart && byte(position).isDigit && isCopula(after: position + 1)
      if isNumbered { position += 1 }
      let isWord =
        position > wordStart
        && (byte(position) == UInt8(ascii: " ") || byte(position) == UInt8(ascii: ":")
          || byte(position) == UInt8(ascii: "=") || byte(position) == UInt8(ascii: ","))
      if tie == .copula, !isNumbered, !Scanner.copulas.contains(hash) { return (wordStart, .copula) }
      guard isWord, position - wordStart < 5 || !Naturalness.isRandom(bytes[wordStart..<position]) else {
        return wordCount == 0 ? (wordStart, tie) : nil
      }
      wordCount += 1
      if Scanner.copulas.contains(hash) { tie = .copula }
      if byte(position) == UInt8(ascii: ":") || byte(position) == UInt8(ascii: "=") {
        let next = position + 1
        return (lineAlone(after: next) ?? skipSpaces(next), .copula)
      }
      position += 1
      while byte(position) == UInt8(ascii: " ") { position += 1 }
    }
    return nil
  }

  /// Whether a word such as “is” follows a space here.
  private func isCopula(after space: Int) -> Bool {
    byte(space) == UInt8(ascii: " ") && copulaEnd(from: space + 1) > space + 1
  }

  private static let copulas: Set<UInt64> = Set(
    "is was be are as to equals contains now still currently always lautet auf noch ist war sei est es era e sera jest to brzmi is wordt ar er on je byl este esta"
      .split(separator: " ").map { Lexicon.hash(of: $0.utf8) })

  // MARK: - The value

  /// From a start to where the value ends: at the closing quote, or at what ends it in its surroundings.
  func valueRange(from start: Int, tie: Tie, isParameter: Bool) -> Range<Int> {
    let quote = byte(start)
    let limit = min(bytes.count, start + Scanner.longestValue)
    guard start < limit else { return start..<start }
    if quote.isQuote {
      var end = start + 1
      while end < limit, bytes[end] != quote, !bytes[end].isNewline {
        end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      return (start + 1)..<max(start + 1, min(end, limit))
    }
    var end = start
    while end < limit, !bytes[end].isSpace, !endsValue(end, isParameter: isParameter) { end += 1 }
    while end > start, Scanner.closing.contains(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func endsValue(_ offset: Int, isParameter: Bool) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: "&"): isParameter || isName(offset + 1)
    case UInt8(ascii: ";"), UInt8(ascii: ","):
      isName(offset + 1) || byte(offset + 1).isSpace || byte(offset + 1).isQuote
    case UInt8(ascii: "#"): isParameter
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "<"): true
    default: false
    }
  }

  /// Whether a name and `=` stand here, so that what stood before was a whole value.
  private func isName(_ offset: Int) -> Bool {
    var end = offset
    while end - offset < 32,
      byte(end).isAlphanumeric || byte(end) == UInt8(ascii: "_") || byte(end) == UInt8(ascii: "-")
        || byte(end) == UInt8(ascii: " ")
    { end += 1 }
    return end > offset && byte(end) == UInt8(ascii: "=")
  }

  /// What closes something around a value rather than being a part of it.
  private static let closing = Alphabet(",;)]}>")

  /// The name of a scheme before the secret itself: `Authorization: Bearer …`.
  private func isScheme(_ value: Range<Int>) -> Bool {
    value.count <= 9 && bytes[value].allSatisfy(\.isLetter)
  }

  /// What follows the name in `name/secret`, `name:secret` or `name secret`.
  private func secondPart(of value: Range<Int>) -> Range<Int>? {
    if let mark = bytes[value].firstIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }),
      mark > value.lowerBound
    {
      if mark + 1 < value.upperBound { return (mark + 1)..<value.upperBound }
    }
    var next = value.upperBound
    while next - value.upperBound < 4,
      byte(next) == UInt8(ascii: " ") || byte(next) == UInt8(ascii: "/") || byte(next) == UInt8(ascii: ":")
        || byte(next) == UInt8(ascii: ",")
    { next += 1 }
    // An option of the command `login` is no name.
    guard next > value.upperBound, byte(value.lowerBound) != UInt8(ascii: "-") else { return nil }
    return valueRange(from: next, tie: .copula, isParameter: false)
  }

  /// The digits that a value begins with, in one or two groups.
  private func digitsRange(_ value: Range<Int>) -> Range<Int> {
    var end = value.lowerBound
    while byte(end).isDigit
      || (byte(end) == UInt8(ascii: " ") || byte(end) == UInt8(ascii: "-")) && byte(end + 1).isDigit
        && byte(end - 1).isDigit
    {
      end += 1
    }
    return byte(end).isAlphanumeric ? value.lowerBound..<value.lowerBound : value.lowerBound..<end
  }
}
