import Trace

/// Text that a person wrote or reads: of it only the length and shape are kept where a grant does not let more.
enum Prose {
  /// From so many words on what is typed is prose rather than the value of a field.
  static let fewestWritten = 8
  /// From so many words on what stands in a page is prose rather than what something is called.
  static let fewestRead = 24

  /// What stands in for a text of at least so many words; nil for a shorter one.
  static func withheld(_ text: String, from fewest: Int) -> Withheld? {
    // Most texts are too short to hold so many words.
    guard text.utf8.count >= 2 * fewest - 1 else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) }
    guard words >= fewest else { return nil }
    let lines = text.split(whereSeparator: \.isNewline).count
    return Withheld(
      .prose, detail: "\(text.count) characters, \(words) words, \(lines) \(lines == 1 ? "line" : "lines")")
  }
}
