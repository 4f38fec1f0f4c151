import Trace

/// What may be told of words that were read.
///
/// A reader takes `120.5` for `1205` and is sure of it, so nothing with a digit is told, nor what may be digits.
struct ReadText: Sendable, Hashable {
  let text: String
  /// Of the words that are told.
  let bounds: Bounds

  /// Nil where nothing remains. What follows a word that is left out is left out, too: it may be a value, and the word what
  /// the guard would have known it by. Signs before the text, such as icons, are passed over.
  ///
  /// - Parameter typed: Of it nothing is told.
  init?(_ run: [ReadWord], leavingOut typed: TypedLetters) {
    var words = Array(
      run.drop { $0.text.filter(\.isLetter).count < 2 }
        .prefix { $0.isSure && ($0.text == "&" || $0.isOfLetters && !typed.hold($0.text)) })
    while words.last?.text == "&" { words.removeLast() }
    guard let bounds = words.reduce(nil, { Bounds.union($0, $1.bounds) }) else { return nil }
    self.text = words.map(\.text).joined(separator: " ")
    self.bounds = bounds
  }
}

extension ReadWord {
  /// Below it the reader guesses.
  var isSure: Bool { confidence >= 60 }

  /// Whether it is of two letters or more, with ordinary punctuation around and between them, and no number. Of the dots in
  /// a password field, which are read as one letter again and again, not even their number is told.
  var isOfLetters: Bool {
    let core = text.trimmed(while: Self.around.contains)
    let letters = core.filter(\.isLetter)
    return letters.count >= 2 && core.allSatisfy { $0.isLetter || Self.between.contains($0) }
      && !letters.allSatisfy(Self.likeDigits.contains) && Set(letters.lowercased()).count > 1
  }

  private static let around: Set<Character> = [
    "'", "’", "\"", "“", "”", "„", "-", "–", "&", "…", ".", ",", ":", ";", "!", "?", "(", ")", "*",
  ]
  private static let between: Set<Character> = ["'", "’", "-", "&", "/"]
  /// `100` is read as `lOO`, `501` as `SOl`.
  private static let likeDigits: Set<Character> = ["O", "o", "l", "I", "S", "B", "Z"]
}

extension String {
  fileprivate func trimmed(while isLeftOut: (Character) -> Bool) -> Substring {
    let start = drop(while: isLeftOut)
    guard let end = start.lastIndex(where: { !isLeftOut($0) }) else { return start.prefix(0) }
    return start[...end]
  }
}
