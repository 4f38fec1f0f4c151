/// What must hold of the inputs for a case of a transformation.
public indirect enum TextCondition: Sendable, Codable, Hashable {
  /// The input has the token somewhere.
  case contains(TextToken, input: Int)
  /// The input starts with the token.
  case starts(with: TextToken, input: Int)
  /// The input ends with the token.
  case ends(with: TextToken, input: Int)
  /// The input has the token exactly this many times.
  case count(Int, of: TextToken, input: Int)
  case equals(String, input: Int)
  case isEmpty(input: Int)
  /// A number, the first in the input, is at least as large.
  case atLeast(DecimalNumber, input: Int)
  case not(TextCondition)
}
