/// What became of some inputs, as a person showed it.
public struct TransformationExample: Sendable, Hashable {
  /// The values that were seen, for example the cells of a row.
  public var inputs: [String]
  /// The value that was typed; nil where these inputs have no result.
  public var output: String?

  public init(inputs: [String], output: String?) {
    self.inputs = inputs
    self.output = output
  }
}
