public import Trace

extension Transformation {
  /// What the transformation does, for a person: `name after “, ”, “ ” and name up to “,”`.
  ///
  /// - Parameter names: What the inputs are called, in their order; those without a name are called by their number.
  public func words(for names: [String]) -> String {
    let ways = cases.map { way in
      let result = way.parts.map { $0.words(for: names) } ?? "nothing"
      return way.condition.map { "if \($0.words(for: names)): \(result)" } ?? result
    }
    return ways.joined(separator: "; otherwise ")
  }
}

extension [TextExpression] {
  fileprivate func words(for names: [String]) -> String {
    guard let last else { return "an empty text" }
    let others = dropLast().map { $0.words(for: names) }
    return others.isEmpty ? last.words(for: names) : others.joined(separator: ", ") + " and " + last.words(for: names)
  }
}

extension TextExpression {
  fileprivate func words(for names: [String]) -> String {
    switch self {
    case .constant(let text): text.quoted
    case .text(let piece): piece.words(for: names)
    case .number(let piece): piece.words(for: names)
    case .date(let piece): piece.words(for: names)
    }
  }
}

extension [String] {
  /// What the input is called.
  func name(of input: Int) -> String {
    indices.contains(input) ? self[input] : "value \(input + 1)"
  }
}

extension String {
  /// In quotation marks, with white space that cannot be seen named.
  var quoted: String {
    switch self {
    case "\n": "a line break"
    case "\t": "a tab"
    default: "“\(self)”"
    }
  }
}

extension Int {
  /// `first`, `second` … for 0, 1 …; `last`, `second to last` … for -1, -2 …
  var place: String {
    switch self {
    case 0: "first"
    case 1: "second"
    case 2: "third"
    case -1: "last"
    case -2: "second to last"
    case 3...: "\(self + 1)\((self + 1).ordinalEnding)"
    default: "\(-self)\((-self).ordinalEnding) to last"
    }
  }
}

extension TextCondition {
  fileprivate func words(for names: [String]) -> String {
    switch self {
    case .contains(let token, let input): "\(names.name(of: input)) contains \(token.words)"
    case .starts(let token, let input): "\(names.name(of: input)) starts with \(token.words)"
    case .ends(let token, let input): "\(names.name(of: input)) ends with \(token.words)"
    case .count(let count, let token, let input):
      "\(names.name(of: input)) has \(token.words) \(count == 1 ? "once" : "\(count) times")"
    case .equals(let text, let input): "\(names.name(of: input)) is \(text.quoted)"
    case .isEmpty(let input): "\(names.name(of: input)) is empty"
    case .atLeast(let number, let input): "the number in \(names.name(of: input)) is at least \(number)"
    case .not(let condition): "not \(condition.words(for: names))"
    }
  }
}
