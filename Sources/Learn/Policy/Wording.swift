/// A word of a text as it is compared: in lower case, without the punctuation around it, and where it stands.
struct Word: Sendable, Hashable {
  var text: String
  /// In characters of the text, without the punctuation around it.
  var range: Range<Int>
}

/// How texts are taken apart for comparing.
enum Wording {
  private static let edges: Set<Character> = [
    ".", ",", ":", ";", "!", "?", "\"", "'", "(", ")", "[", "]", "{", "}", "“", "”", "‘", "’", "«", "»", "…",
  ]

  /// What stands between the parts of a path through menus or folders: `File > Export`.
  private static let pathSigns: Set<Character> = [">", "›", "→"]

  /// The words of a text: what stands between blanks, and between the parts of a path.
  static func words(of characters: [Character]) -> [Word] {
    var words: [Word] = []
    var start: Int?
    for index in 0...characters.count {
      let isBlank = index == characters.count || characters[index].isWhitespace || pathSigns.contains(characters[index])
      if !isBlank {
        if start == nil { start = index }
        continue
      }
      guard var lower = start else { continue }
      start = nil
      var upper = index
      while lower < upper, edges.contains(characters[lower]) { lower += 1 }
      while lower < upper, edges.contains(characters[upper - 1]) { upper -= 1 }
      guard lower < upper else { continue }
      words.append(Word(text: String(characters[lower..<upper]).lowercased(), range: lower..<upper))
    }
    return words
  }

  static func words(of text: String) -> [String] { words(of: Array(text)).map(\.text) }

  /// A text as it is written, without the punctuation around its words.
  static func written(_ characters: [Character]) -> String {
    words(of: characters).map { String(characters[$0.range]) }.joined(separator: " ")
  }

  /// How a text is written: capitals, small letters and digits, each once for a run of them; `Ada Ek` is `Aa Aa`,
  /// `INV-2231` is `A-0`.
  static func shape(_ text: String) -> String {
    var shape = ""
    for character in text {
      let sign: Character =
        character.isNumber
        ? "0" : character.isUppercase ? "A" : character.isLetter ? "a" : character.isWhitespace ? " " : character
      if shape.last != sign { shape.append(sign) }
    }
    return shape
  }

  /// The words of a technical name: `flight-from`, `searchBox`.
  static func parts(of name: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var wasLower = false
    for character in name {
      let isLetter = character.isLetter
      if !isLetter || (wasLower && character.isUppercase) {
        if part.count > 1 { parts.append(part.lowercased()) }
        part = ""
      }
      if isLetter { part.append(character) }
      wasLower = character.isLowercase
    }
    if part.count > 1 { parts.append(part.lowercased()) }
    return parts
  }

  /// The number a word is, where it is one.
  static func number(_ word: String) -> Double? {
    var digits = word[...]
    if let first = digits.first, "$€£#".contains(first) { digits = digits.dropFirst() }
    guard let first = digits.first, first.isNumber || first == "-" else { return nil }
    return Double(digits.filter { $0 != "," })
  }

  private static let ordinals = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
  ]

  /// The place an ordinal word names, from 1.
  static func ordinal(_ word: String) -> Int? {
    if let place = ordinals[word] { return place }
    guard word.count > 2, ["st", "nd", "rd", "th"].contains(String(word.suffix(2))) else { return nil }
    return Int(word.dropLast(2))
  }
}
