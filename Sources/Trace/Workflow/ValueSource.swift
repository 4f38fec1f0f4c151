/// Where a value of a program comes from.
public indirect enum ValueSource: Sendable, Codable, Hashable {
  case constant(String)
  case parameter(String)
  /// The cell of this column in the row the loop is at.
  case column(String)
  /// The value or text of an element read when the program gets there.
  case element(Target)
  /// What the step with this id copied.
  case clipboard(step: String)
  /// Made of other values by a transformation found from examples.
  case transformed(Transformation, of: [ValueSource])
  /// Asked of the person each time: their judgement.
  case question(String)
}
