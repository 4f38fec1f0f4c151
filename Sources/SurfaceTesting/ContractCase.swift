public import Trace

/// One thing that every surface must do: what a person does with `Hand` is recorded as these kinds of action, and
/// what was recorded leaves the same behind when it is performed again.
///
/// ```swift
/// ContractCase("a click on a button", [.click]) { hand in try await hand.click("#save") }
/// ```
public struct ContractCase<Hand: Sendable>: Sendable {
  /// A sentence, for example `a click on a button`.
  public var name: String
  /// The kinds of action that must be recorded, in order.
  public var expected: [Verb]
  /// What the person does.
  public var work: @Sendable (Hand) async throws -> Void

  public init(_ name: String, _ expected: [Verb], work: @escaping @Sendable (Hand) async throws -> Void) {
    self.name = name
    self.expected = expected
    self.work = work
  }
}
