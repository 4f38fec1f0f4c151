/// A program over texts: what turns the values that were seen into the value that was typed.
///
/// Its cases are tried in order; the first whose condition holds and whose parts all apply gives the result:
/// the parts, one after the other. "Müller, Anna" → "Anna Müller" is one case with three parts: the text after
/// the space, the constant " ", the text before the comma.
public struct Transformation: Sendable, Codable, Hashable {
  /// One way of making the result.
  public struct Case: Sendable, Codable, Hashable {
    /// What must hold of the inputs; nil where the case is for all of them.
    public var condition: TextCondition?
    /// Nil where inputs that meet the condition have no result at all.
    public var parts: [TextExpression]?

    public init(condition: TextCondition? = nil, parts: [TextExpression]?) {
      self.condition = condition
      self.parts = parts
    }
  }

  public var cases: [Case]

  public init(cases: [Case]) {
    self.cases = cases
  }

  /// A program without conditions.
  public init(parts: [TextExpression]) {
    self.cases = [Case(parts: parts)]
  }
}

/// A part of a transformation's result. It does not apply to inputs that lack what it reads.
public enum TextExpression: Sendable, Codable, Hashable {
  case constant(String)
  /// A piece of an input's text, perhaps in another case.
  case text(TextPiece)
  /// A number found in an input, rounded and written anew.
  case number(NumberPiece)
  /// A date or time found in an input, rounded and written anew.
  case date(DatePiece)

  /// The whole of an input, by its number.
  public static func input(_ number: Int) -> TextExpression { .text(TextPiece(input: number)) }
}
