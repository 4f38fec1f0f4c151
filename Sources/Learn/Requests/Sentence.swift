/// What a person wrote, taken apart into words and what could be values.
struct Sentence: Sendable {
  let characters: [Character]
  let words: [Word]
  /// What stands between quotation marks, in words.
  let quotes: [Range<Int>]

  init(_ text: String) {
    characters = Array(text)
    words = Wording.words(of: characters).filter { $0.text.contains { $0.isLetter || $0.isNumber } }
    quotes = Self.quotes(in: characters, words: words)
  }

  /// The words that a value takes, as they are written, without the quotation marks around them.
  func text(_ range: Range<Int>) -> String {
    guard let first = words[range].first, let last = words[range].last else { return "" }
    var end = last.range.upperBound
    // A bracket that is opened in it is closed in it.
    if characters[first.range.lowerBound..<end].contains("("), end < characters.count, characters[end] == ")" {
      end += 1
    }
    let text = String(characters[first.range.lowerBound..<end])
    // Whose it is: “Clara's mail” speaks of Clara.
    let isPossessive = range.upperBound < words.count && !isBreak(after: range.upperBound - 1)
    return isPossessive && (text.hasSuffix("'s") || text.hasSuffix("’s")) ? String(text.dropLast(2)) : text
  }

  /// Whether something other than blanks stands between a word and the one after it.
  func isBreak(after index: Int) -> Bool {
    guard index + 1 < words.count else { return true }
    return characters[words[index].range.upperBound..<words[index + 1].range.lowerBound].contains { !$0.isWhitespace }
  }

  /// Whether one of these marks stands between a word and the one after it.
  func hasMark(_ marks: Set<Character>, after index: Int) -> Bool {
    guard index + 1 < words.count else { return true }
    return characters[words[index].range.upperBound..<words[index + 1].range.lowerBound].contains { marks.contains($0) }
  }

  func isCapital(_ index: Int) -> Bool { characters[words[index].range.lowerBound].isUppercase }

  /// The first word that says something.
  var firstWord: String? { words.first { !Self.isFunctionWord($0.text) }?.text }

  /// Words that hold sentences together and say nothing of what is wanted.
  static func isFunctionWord(_ word: String) -> Bool { functionWords.contains(word) }

  private static let functionWords: Set<String> = [
    "a", "an", "the", "of", "for", "to", "from", "in", "on", "at", "by", "with", "and", "or", "as", "is", "it", "its",
    "that", "this", "these", "there", "my", "our", "their", "his", "her", "be", "was", "are", "please", "then", "over",
    "because", "since", "called", "named", "dated", "under", "into", "about", "can", "could", "you", "would", "i",
    "want",
    "me", "we", "so", "should", "new", "one",
  ]

  private static func quotes(in characters: [Character], words: [Word]) -> [Range<Int>] {
    let closing: [Character: Set<Character>] = [
      "\"": ["\""], "“": ["”", "“"], "„": ["“", "”"], "«": ["»"], "'": ["'"], "‘": ["’"],
    ]
    var quotes: [Range<Int>] = []
    var open: (index: Int, closing: Set<Character>)?
    for (index, character) in characters.enumerated() {
      if let start = open {
        // An apostrophe stands inside of a word, a closing mark after one.
        let isInside =
          index + 1 < characters.count && (characters[index + 1].isLetter || characters[index + 1].isNumber)
        guard start.closing.contains(character), !isInside else { continue }
        let inner = words.indices.filter {
          words[$0].range.lowerBound > start.index && words[$0].range.upperBound <= index
        }
        if let first = inner.first, let last = inner.last { quotes.append(first..<last + 1) }
        open = nil
      } else if let marks = closing[character],
        index == 0 || !(characters[index - 1].isLetter || characters[index - 1].isNumber)
      {
        open = (index, marks)
      }
    }
    return quotes
  }
}
