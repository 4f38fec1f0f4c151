import Trace

/// How many bits it takes to say which part of a result is meant: the simpler and the more usual, the fewer.
enum TextPrior {
  static func cost(ofConstant text: some Sequence<Unicode.Scalar>) -> Double {
    var cost = 0.5
    for scalar in text {
      let classes = CharacterClasses(of: scalar)
      cost += classes.contains(.digit) ? 4.5 : classes.contains(.alphanumeric) ? 3 : 1.2
    }
    return cost
  }

  static func cost(of position: TextPosition) -> Double {
    switch position {
    case .fromStart(let distance): distance == 0 ? 0.3 : 3 + 0.4 * Double(distance)
    case .fromEnd(let distance): distance == 0 ? 0.3 : 3.2 + 0.4 * Double(distance)
    case .boundary(let left, let right, let occurrence):
      1 + cost(of: left) + cost(of: right) + cost(ofOccurrence: occurrence)
    }
  }

  static func cost(ofOccurrence occurrence: Int) -> Double {
    switch occurrence {
    case 0: 0
    case -1: 0.2
    case 1...: 1 + 0.5 * Double(occurrence - 1)
    default: 1.2 + 0.5 * Double(-occurrence - 2)
    }
  }

  private static func cost(of tokens: [TextToken]) -> Double {
    var cost = tokens.count > 1 ? 0.6 : 0
    for token in tokens {
      switch token {
      case .start, .end: cost += 0.8
      case .literal(let text):
        let scalars = text.unicodeScalars
        let isWord = scalars.first.map { CharacterClasses(of: $0).contains(.alphanumeric) } ?? false
        cost += isWord ? 1.8 : 0.8 + 0.2 * Double(scalars.count - 1)
      case .run(let kind):
        switch kind {
        case .digit, .space: cost += 1
        case .letter, .alphanumeric: cost += 1.4
        case .visible, .numeral: cost += 1.5
        case .upper, .lower: cost += 2
        case .punctuation: cost += 2
        }
      }
    }
    return cost
  }

  static func cost(of span: TextSpan) -> Double {
    switch span {
    case .whole: 0
    case .between(let from, let to): 1 + cost(of: from) + cost(of: to)
    case .first(let length, let from): 3.2 + 0.4 * Double(length) + cost(of: from)
    case .last(let length, let before): 3.4 + 0.4 * Double(length) + cost(of: before)
    case .shaped(let shape, let occurrence): 2.4 + cost(of: shape) + cost(ofOccurrence: occurrence)
    }
  }

  private static func cost(of shape: [ShapeElement]) -> Double {
    var cost = 0.0
    for element in shape {
      switch element {
      case .literal: cost += 0.6
      case .run(let kind, let length): cost += (kind == .digit ? 0.7 : 2) + (length == nil ? 0 : 0.3)
      }
    }
    return cost
  }

  static func cost(of piece: TextPiece) -> Double {
    var cost = 2 + cost(of: piece.span)
    switch piece.preparation {
    case .none: break
    case .squeezed: cost += 1.5
    case .keep, .drop, .initials: cost += 3
    case .replace(let old, let new): cost += 3 + Double(old.count + new.count)
    }
    switch piece.casing {
    case .unchanged: break
    case .lower, .upper: cost += 1.5
    case .title: cost += 2
    case .sentence: cost += 2.2
    }
    return cost
  }
}
