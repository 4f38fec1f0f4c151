import Trace

/// A set of character classes.
struct CharacterClasses: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  static let digit = CharacterClasses(rawValue: 1 << 0)
  static let upper = CharacterClasses(rawValue: 1 << 1)
  static let lower = CharacterClasses(rawValue: 1 << 2)
  static let letter = CharacterClasses(rawValue: 1 << 3)
  static let alphanumeric = CharacterClasses(rawValue: 1 << 4)
  static let space = CharacterClasses(rawValue: 1 << 5)
  static let visible = CharacterClasses(rawValue: 1 << 6)
  static let punctuation = CharacterClasses(rawValue: 1 << 7)
  static let numeral = CharacterClasses(rawValue: 1 << 8)

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The set of this class alone.
  init(_ kind: CharacterClass) {
    switch kind {
    case .digit: self = .digit
    case .upper: self = .upper
    case .lower: self = .lower
    case .letter: self = .letter
    case .alphanumeric: self = .alphanumeric
    case .space: self = .space
    case .visible: self = .visible
    case .punctuation: self = .punctuation
    case .numeral: self = .numeral
    }
  }

  /// The classes of a character.
  init(of scalar: Unicode.Scalar) {
    switch scalar {
    case "0"..."9": self = [.digit, .alphanumeric, .visible, .numeral]
    case "A"..."Z": self = [.upper, .letter, .alphanumeric, .visible]
    case "a"..."z": self = [.lower, .letter, .alphanumeric, .visible]
    case ".", ",": self = [.punctuation, .visible, .numeral]
    case " ", "\t", "\n", "\r", "\u{A0}": self = .space
    case _ where scalar.value < 0x80: self = [.punctuation, .visible]
    default:
      let properties = scalar.properties
      if properties.isWhitespace {
        self = .space
      } else if properties.isUppercase {
        self = [.upper, .letter, .alphanumeric, .visible]
      } else if properties.isLowercase {
        self = [.lower, .letter, .alphanumeric, .visible]
      } else if properties.isAlphabetic {
        self = [.letter, .alphanumeric, .visible]
      } else {
        self = [.punctuation, .visible]
      }
    }
  }
}
