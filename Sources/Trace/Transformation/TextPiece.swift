/// A piece of an input's text: the input is prepared, the piece is cut out of it, and its case is changed.
public struct TextPiece: Sendable, Codable, Hashable {
  /// What is done to the whole input before a piece is cut out of it.
  public enum Preparation: Sendable, Codable, Hashable {
    case none
    /// Only the characters of this class stay: `(525) 949` → `525949`.
    case keep(CharacterClass)
    /// The characters of this class go.
    case drop(CharacterClass)
    /// Every occurrence of a text is replaced, with an empty text: left out.
    case replace(String, with: String)
    /// The first character of each run of letters: `Anna Maria` → `AM`.
    case initials
    /// Without white space at both ends, and one space for each run of it within.
    case squeezed
  }

  public enum Casing: String, Sendable, Codable, Hashable, CaseIterable {
    case unchanged, lower, upper
    /// The first letter of each word is upper case, the others are lower case.
    case title
    /// The first letter is upper case, the others are lower case.
    case sentence
  }

  /// The number of the input, from 0.
  public var input: Int
  public var preparation: Preparation
  public var span: TextSpan
  public var casing: Casing

  public init(
    input: Int, preparation: Preparation = .none, span: TextSpan = .whole, casing: Casing = .unchanged
  ) {
    self.input = input
    self.preparation = preparation
    self.span = span
    self.casing = casing
  }
}

/// Where in a text a piece lies.
public enum TextSpan: Sendable, Codable, Hashable {
  case whole
  case between(TextPosition, TextPosition)
  /// As many characters as said, starting at the position.
  case first(Int, from: TextPosition)
  /// As many characters as said, ending at the position.
  case last(Int, before: TextPosition)
  /// What looks like this; the occurrence is 0 for the first such piece, 1 for the second, -1 for the last.
  case shaped([ShapeElement], occurrence: Int)
}

/// A part of what a piece looks like: `963-889-0659` is three runs of digits with `-` between them.
public enum ShapeElement: Sendable, Codable, Hashable {
  case literal(String)
  /// A run of characters of the class, of this length or of any.
  case run(CharacterClass, length: Int?)
}

/// A place between two characters of a text.
public enum TextPosition: Sendable, Codable, Hashable {
  /// So many characters after the start.
  case fromStart(Int)
  /// So many characters before the end; 0 is the end.
  case fromEnd(Int)
  /// Where the tokens on the left end and those on the right start.
  /// The occurrence is 0 for the first such place, 1 for the second, -1 for the last, -2 for the one before.
  case boundary(left: [TextToken], right: [TextToken], occurrence: Int)
}

/// What a position is recognised by.
public enum TextToken: Sendable, Codable, Hashable {
  case start
  case end
  case literal(String)
  /// A run of characters of the class, as long as it can be.
  case run(CharacterClass)
}

/// Kinds of characters. A combining mark belongs to what its letter belongs to.
public enum CharacterClass: String, Sendable, Codable, Hashable, CaseIterable {
  case digit, upper, lower, letter, alphanumeric, space, visible
  /// Neither letter, digit nor white space.
  case punctuation
  /// Digits with the separators of numbers: `1,234.50`.
  case numeral
}
