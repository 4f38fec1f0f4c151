import Trace

extension TextPiece {
  func words(for names: [String]) -> String {
    let whole = preparation.words(names.name(of: input))
    return span.words(of: whole) + casing.words
  }
}

extension TextPiece.Preparation {
  fileprivate func words(_ name: String) -> String {
    switch self {
    case .none: name
    case .keep(let kind): "the \(kind.words) of \(name)"
    case .drop(let kind): "\(name) without \(kind.words)"
    case .replace(let old, ""): "\(name) without \(old.quoted)"
    case .replace(let old, let new): "\(name) with \(new.quoted) for \(old.quoted)"
    case .initials: "the initials of \(name)"
    case .squeezed: "\(name) without extra spaces"
    }
  }
}

extension TextPiece.Casing {
  fileprivate var words: String {
    switch self {
    case .unchanged: ""
    case .lower: " in lower case"
    case .upper: " in capitals"
    case .title: " with a capital for each word"
    case .sentence: " with a capital first"
    }
  }
}

extension TextSpan {
  fileprivate func words(of name: String) -> String {
    switch self {
    case .whole: name
    case .between(.fromStart(0), .fromEnd(0)): name
    case .between(.fromStart(0), let end): "\(name) up to \(end.words)"
    case .between(let start, .fromEnd(0)): "\(name) from \(start.words) on"
    case .between(let start, let end): "\(name) from \(start.words) to \(end.words)"
    case .first(let length, .fromStart(0)): "the first \(length.characters) of \(name)"
    case .first(let length, let start): "\(length.characters) of \(name) from \(start.words) on"
    case .last(let length, .fromEnd(0)): "the last \(length.characters) of \(name)"
    case .last(let length, let end): "\(length.characters) of \(name) up to \(end.words)"
    case .shaped(let shape, let occurrence):
      "the \(occurrence.place) \(shape.map(\.picture).joined().quoted) in \(name)"
    }
  }
}

extension TextPosition {
  fileprivate var words: String {
    switch self {
    case .fromStart(0): "its start"
    case .fromStart(let distance): "character \(distance + 1)"
    case .fromEnd(0): "its end"
    case .fromEnd(let distance): "\(distance.characters) before its end"
    case .boundary(let left, [], let occurrence): "behind the \(occurrence.place) \(left.words)"
    case .boundary([], let right, let occurrence): "the \(occurrence.place) \(right.words)"
    case .boundary(let left, let right, let occurrence):
      "the \(occurrence.place) place between \(left.words) and \(right.words)"
    }
  }
}

extension [TextToken] {
  fileprivate var words: String { map(\.words).joined(separator: " and ") }
}

extension TextToken {
  var words: String {
    switch self {
    case .start: "start"
    case .end: "end"
    case .literal(let text): text.quoted
    case .run(let kind): kind.words
    }
  }
}

extension CharacterClass {
  fileprivate var words: String {
    switch self {
    case .digit: "digits"
    case .upper: "capitals"
    case .lower: "small letters"
    case .letter: "letters"
    case .alphanumeric: "letters or digits"
    case .space: "space"
    case .visible: "word"
    case .punctuation: "punctuation"
    case .numeral: "number"
    }
  }
}

extension ShapeElement {
  /// `999` for three digits, `9…` for any number of them; `A` stands for capitals, `a` for small letters, `x` for any.
  fileprivate var picture: String {
    switch self {
    case .literal(let text): return text
    case .run(let kind, let length):
      let sign =
        switch kind {
        case .digit, .numeral: "9"
        case .upper: "A"
        case .lower: "a"
        case .letter, .alphanumeric, .visible: "x"
        case .space: " "
        case .punctuation: "."
        }
      return length.map { String(repeating: sign, count: $0) } ?? sign + "…"
    }
  }
}

extension Int {
  fileprivate var characters: String { self == 1 ? "1 character" : "\(self) characters" }
}
