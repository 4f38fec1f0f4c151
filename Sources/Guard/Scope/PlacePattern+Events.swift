public import Trace

extension PlacePattern {
  /// Whether an event happened in a place of this pattern, or tells of one: an address it was led to, a link, a text
  /// with an address in it, what it pasted from there.
  public func isMentioned(in event: Event) -> Bool {
    var isFound = matches(window: event.place)
    if case .action(.paste(_, let clipping?)) = event.occurrence {
      isFound = isFound || matches(window: clipping.place)
    }
    guard !isFound else { return true }
    var event = event
    event.rewriteTexts { _, text in
      isFound = isFound || isMentioned(in: text)
      return text
    }
    return isFound
  }

  /// Whether a text is a document of this pattern or has the address of one in it.
  func isMentioned(in text: String) -> Bool {
    if matches(document: text) { return true }
    return PlacePattern.addresses(in: text).contains { matches(document: $0) }
  }

  /// What looks like an address in a text; those in the parameters of others too.
  private static func addresses(in text: String) -> [String] {
    var found: [String] = []
    // A link in a link is escaped once more.
    for form in [text, unescaped(text)] where form.contains("://") || form.contains("/") {
      let words = form.split { $0.isWhitespace || "\"'<>()=&,;".contains($0) }
      found += words.map(String.init)
    }
    return found
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("%3A", with: ":").replacing("%3a", with: ":").replacing("%2F", with: "/")
      .replacing("%2f", with: "/")
  }
}
