public import Surfaces
public import Trace

/// One thing that every surface must do: an action that is recorded when a person does it, and performed again.
public struct ContractCase: Sendable {
  /// A sentence, for example `a click on a button`.
  public var name: String
  /// What must be recorded, in order.
  public var expected: [Action]

  public init(name: String, expected: [Action]) {
    self.name = name
    self.expected = expected
  }
}
