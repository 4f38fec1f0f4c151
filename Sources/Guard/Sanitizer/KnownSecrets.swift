/// The secrets that were seen in this session, so that a copy of one is withheld wherever it turns up.
///
/// They are held in memory only, and no more than `limit` of them.
struct KnownSecrets: Sendable {
  /// Shorter values stand in too many texts by chance.
  static let shortest = 4
  static let limit = 256

  private var tokens: [String: String] = [:]
  private var order: [String] = []

  /// Remembers that `token` stands in for `value`.
  mutating func insert(_ value: String, token: String) {
    guard value.utf8.count >= KnownSecrets.shortest, tokens[value] == nil else { return }
    tokens[value] = token
    order.append(value)
    if order.count > KnownSecrets.limit { tokens[order.removeFirst()] = nil }
  }

  /// The text with every copy of a known secret replaced, longest first.
  func withheld(in text: String) -> String {
    guard !order.isEmpty, text.utf8.count >= KnownSecrets.shortest else { return text }
    var result = text
    for value in order.sorted(by: { ($0.utf8.count, $1) > ($1.utf8.count, $0) }) where result.contains(value) {
      result = result.split(separator: value, omittingEmptySubsequences: false).joined(separator: tokens[value] ?? "")
    }
    return result
  }
}
