/// A program over texts: what turns the values that were seen into the value that was typed.
///
/// The result is the parts, one after the other.
/// "Müller, Anna" → "Anna Müller" is `[.substring(0, word 1), .constant(" "), .substring(0, word 0)]`.
public struct Transformation: Sendable, Codable, Hashable {
  public var parts: [TextExpression]

  public init(parts: [TextExpression]) {
    self.parts = parts
  }
}

/// A part of a transformation's result.
public indirect enum TextExpression: Sendable, Codable, Hashable {
  case constant(String)
  /// The whole of an input, by its number.
  case input(Int)
  /// A named operation with its settings on other parts. Which operations there are, and what their settings
  /// mean, is defined where transformations are evaluated (`Distill`).
  case operation(String, settings: [String], of: [TextExpression])
}
