/// The secrets that were seen in this session, so that a copy of one is withheld wherever it turns up.
///
/// They are held in memory only, and no more than `limit` of them.
struct KnownSecrets: Sendable {
  /// Shorter values stand in too many texts by chance.
  static let shortest = 4
  static let limit = 256

  private var tokens: [String: String] = [:]
  private var order: [String] = []
  /// Those that are replaced wherever they stand, the longest first.
  private var distinctive: [String] = []

  /// Remembers that `token` stands in for `value`; false where that was known.
  @discardableResult
  mutating func insert(_ value: String, token: String) -> Bool {
    guard value.utf8.count >= KnownSecrets.shortest, tokens[value] == nil else { return false }
    tokens[value] = token
    order.append(value)
    if order.count > KnownSecrets.limit { tokens[order.removeFirst()] = nil }
    distinctive = order.filter(KnownSecrets.isDistinctive).sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    return true
  }

  /// The text with every copy of a known secret replaced: of one that is like a word only where it is all of the text.
  func withheld(in text: String) -> String {
    guard !order.isEmpty, text.utf8.count >= KnownSecrets.shortest else { return text }
    if let token = tokens[text] { return token }
    var result = text
    for value in distinctive where result.contains(value) {
      result = result.split(separator: value, omittingEmptySubsequences: false).joined(separator: tokens[value] ?? "")
    }
    return result
  }

  /// Whether a value is found in no other text by chance: `admin` would be found in many an address.
  private static func isDistinctive(_ value: String) -> Bool {
    let bytes = FoldedText(value).bytes
    let hasLetter = bytes.contains(where: \.isLetter)
    let hasOther = bytes.contains { !$0.isLetter && $0 != UInt8(ascii: " ") }
    return bytes.count >= 6 && (hasLetter && hasOther || bytes.count >= 10)
  }
}
