/// The secrets that were seen in this session, so that a copy of one is withheld wherever it turns up.
///
/// They are held in memory only, and no more than `limit` of them. A text is gone through once, however many secrets
/// are known.
struct KnownSecrets: Sendable {
  /// Shorter values stand in too many texts by chance.
  static let shortest = 4
  static let limit = 4_096

  private var tokens: [String: String] = [:]
  private var order: [String] = []
  /// Those that are replaced wherever they stand, by their first four bytes.
  private var byStart: [UInt32: [String]] = [:]

  /// Remembers that `token` stands in for `value`; false where that was known.
  @discardableResult
  mutating func insert(_ value: String, token: String) -> Bool {
    guard value.utf8.count >= KnownSecrets.shortest, tokens[value] == nil else { return false }
    tokens[value] = token
    order.append(value)
    if KnownSecrets.isDistinctive(value) { byStart[KnownSecrets.start(of: value), default: []].append(value) }
    if order.count > KnownSecrets.limit {
      let oldest = order.removeFirst()
      tokens[oldest] = nil
      byStart[KnownSecrets.start(of: oldest)]?.removeAll { $0 == oldest }
    }
    return true
  }

  /// The text with every copy of a known secret replaced: of one that is like a word only where it is all of the text.
  func withheld(in text: String) -> String {
    guard !order.isEmpty, text.utf8.count >= KnownSecrets.shortest else { return text }
    if let token = tokens[text] { return token }
    guard !byStart.isEmpty else { return text }
    return replacingCopies(in: text)
  }

  private func replacingCopies(in text: String) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var copied = 0
    var start: UInt32 = 0
    var index = 0
    while index < bytes.count {
      start = start << 8 | UInt32(bytes[index])
      index += 1
      guard index >= copied + 4, let secret = secret(starting: start, at: index - 4, in: bytes) else { continue }
      output += bytes[copied..<(index - 4)]
      output += (tokens[secret] ?? "").utf8
      copied = index - 4 + secret.utf8.count
      index = copied
    }
    guard copied > 0 else { return text }
    return String(decoding: output + bytes[copied...], as: UTF8.self)
  }

  /// The longest known secret that stands at an offset.
  private func secret(starting start: UInt32, at offset: Int, in bytes: [UInt8]) -> String? {
    byStart[start]?.filter { bytes[offset...].starts(with: $0.utf8) }.max { $0.utf8.count < $1.utf8.count }
  }

  private static func start(of value: String) -> UInt32 {
    value.utf8.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Whether a value is found in no other text by chance: `admin` would be found in many an address.
  private static func isDistinctive(_ value: String) -> Bool {
    let bytes = FoldedText(value).bytes
    let hasLetter = bytes.contains(where: \.isLetter)
    let hasOther = bytes.contains { !$0.isLetter && $0 != UInt8(ascii: " ") }
    return bytes.count >= 6 && (hasLetter && hasOther || bytes.count >= 10)
  }
}
