import Trace

/// Goes through a folded text once, from left to right, and notes what the rules find.
///
/// Whatever it looks at beside the current byte is bounded by a constant, so its time is linear in the text.
struct Scanner {
  let bytes: [UInt8]
  let table: RuleTable
  let lexicon: Lexicon
  /// Whether the text is a value of its own, in which a single random-looking word is a secret.
  let isValue: Bool
  let people: People

  var findings: [Finding] = []
  var index = 0
  /// Where the latest word of each topic ended.
  var lastSeen = [Int](repeating: Int.min / 2, count: Topic.allCases.count)
  /// Hashes of the latest words, as long as only what joins words stands between them.
  var words: [UInt64] = []
  var wordsEnd = 0
  /// Where each of them began.
  var wordStarts: [Int] = []
  /// Where the address that was met last ends, and its part before the path.
  var addressEnd = 0
  var authorityEnd = 0
  /// Where the run of characters that was judged last ends.
  var runEnd = 0
  /// The options of the command on this line.
  var options: [RuleTable.Option] = []

  init(_ text: FoldedText, table: RuleTable, lexicon: Lexicon, people: People, isValue: Bool) {
    bytes = text.bytes
    self.table = table
    self.lexicon = lexicon
    self.isValue = isValue
    self.people = people
    words.reserveCapacity(Lexicon.longest + 1)
  }

  /// What is found, in ranges of the folded text.
  mutating func scan() -> [Finding] {
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isLetter || byte == UInt8(ascii: "_") {
        scanWord()
      } else if byte.isDigit {
        scanDigits()
      } else {
        scanMark(byte)
      }
    }
    if isValue, findings.isEmpty { scanBare() }
    return findings
  }

  private mutating func scanMark(_ byte: UInt8) {
    let start = index
    switch byte {
    case UInt8(ascii: "@"): scanEmail()
    case UInt8(ascii: "+"), UInt8(ascii: "("): scanNumber()
    case UInt8(ascii: ":"): scanColon()
    case UInt8(ascii: "-"): scanDash()
    case UInt8(ascii: "/"): scanOption()
    case UInt8(ascii: "$"): _ = scanToken()
    case Folding.withheldStart: skipWithheld()
    case 0x0a, UInt8(ascii: ";"), UInt8(ascii: "|"): options = []
    default: break
    }
    if index == start { index += 1 }
  }

  private mutating func scanDigits() {
    if scanToken() || scanTelegram() || scanIPv4() || scanPairs() || scanIPv6() { return }
    let start = index
    scanNumber()
    if index == start { scanWord() }
  }

  // MARK: - Notes

  mutating func note(_ range: Range<Int>, rule: Int) {
    guard !range.isEmpty else { return }
    let rule = table.rules[rule]
    findings.append(Finding(kind: rule.kind, range: range, rule: rule.name))
  }

  mutating func note(_ range: Range<Int>, _ shape: Rule.Shape) {
    if let rule = table.shapes[shape] { note(range, rule: rule) }
  }

  // MARK: - Around

  /// The byte at an offset; 0 outside the text.
  func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  func hasPrefix(_ prefix: [UInt8], at offset: Int) -> Bool {
    guard offset + prefix.count <= bytes.count else { return false }
    for position in 0..<prefix.count where bytes[offset + position] != prefix[position] { return false }
    return true
  }

  /// Whether a word could begin here: what stands before is no part of one.
  func isWordStart(_ offset: Int) -> Bool {
    let before = byte(offset - 1)
    return !before.isAlphanumeric && before != UInt8(ascii: "_")
  }

  /// How far back the latest word of a topic ended.
  func distance(to topic: Topic, from offset: Int) -> Int {
    offset - lastSeen[topic.rawValue]
  }
}
