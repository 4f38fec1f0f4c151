/// What a person writes to have texts of one form withheld: `#` for any digit, `?` for any letter, `*` for any run of
/// characters without a space; everything else stands for itself, in either case.
struct TextPattern: Sendable, Hashable {
  private enum Piece: Sendable, Hashable {
    case literal(Character)
    case digit, letter, run
  }

  private let pieces: [Piece]

  init(_ text: String) throws(GuardError) {
    pieces = text.lowercased().map { character in
      switch character {
      case "#": .digit
      case "?": .letter
      case "*": .run
      default: .literal(character)
      }
    }
    guard pieces.contains(where: { $0 != .run }) else {
      throw GuardError(.badRule, "the pattern “\(text)” stands for everything. Write some of it out.")
    }
  }

  init(literal text: String) throws(GuardError) {
    pieces = text.lowercased().map { .literal($0) }
    guard !pieces.isEmpty else { throw GuardError(.badRule, "the text is empty.") }
  }

  /// Where it stands in a text, in order, without overlap.
  ///
  /// It takes time in proportion to the text and the pattern together: a run takes all that it can up to what follows
  /// it first, and is not tried again from the same word.
  func ranges(in text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var start = text.startIndex
    while start < text.endIndex {
      if let end = end(in: text, from: start) {
        found.append(start..<end)
        start = end > start ? end : text.index(after: start)
      } else {
        start = text.index(after: start)
      }
    }
    return found
  }

  /// Where a match that begins here ends; nil where none does.
  private func end(in text: String, from start: String.Index) -> String.Index? {
    var index = start
    for (number, piece) in pieces.enumerated() {
      if piece == .run {
        index = endOfRun(in: text, from: index, before: number + 1 < pieces.count ? pieces[number + 1] : nil)
        continue
      }
      guard index < text.endIndex, TextPattern.matches(text[index], piece) else { return nil }
      index = text.index(after: index)
    }
    return index
  }

  private func endOfRun(in text: String, from start: String.Index, before next: Piece?) -> String.Index {
    var index = start
    var steps = 0
    // No word that somebody has a rule for is longer.
    while index < text.endIndex, !text[index].isWhitespace, steps < 256 {
      if let next, TextPattern.matches(text[index], next) { break }
      index = text.index(after: index)
      steps += 1
    }
    return index
  }

  private static func matches(_ character: Character, _ piece: Piece) -> Bool {
    switch piece {
    case .literal(let wanted): character == wanted || character.lowercased() == String(wanted)
    case .digit: character.isNumber
    case .letter: character.isLetter
    case .run: false
    }
  }
}
