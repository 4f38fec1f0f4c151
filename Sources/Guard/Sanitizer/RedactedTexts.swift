/// A text after the rules have gone over it.
struct RedactedText: Sendable, Hashable {
  var text: String
  /// Passwords and keys that were in it, with what stands in for each.
  var secrets: [Secret] = []

  struct Secret: Sendable, Hashable {
    var value: String
    var token: String
  }
}

/// Texts that were gone over lately: most of what events say stays the same from one to the next.
struct RedactedTexts: Sendable {
  static let limit = 4_096

  private struct Key: Hashable {
    var text: String
    var label: String
    var isValue: Bool
  }

  private var known: [Key: RedactedText] = [:]

  mutating func text(for site: TextSite, _ text: String, redact: () -> RedactedText) -> RedactedText {
    let key = Key(text: text, label: site.label, isValue: site.isValue)
    if let result = known[key] { return result }
    let result = redact()
    if known.count >= RedactedTexts.limit { known.removeAll(keepingCapacity: true) }
    known[key] = result
    return result
  }
}
