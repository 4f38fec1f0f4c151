public import Trace

/// One thing that every surface must do: what a person does is recorded as these events, and performing those leads
/// to the same state.
///
/// A surface's own list of cases (``BrowserContract``) names its pages or windows; running them is the same for all.
public struct ContractCase<Hand: Sendable>: Sendable, CustomStringConvertible {
  /// A sentence, for example `A click on a label is one click on its control`.
  public var name: String
  /// The page or window it begins in.
  public var start: String
  /// What a person does, from outside the surface.
  public var act: @Sendable (Hand) async throws -> Void
  /// What must be recorded, in order, ``Trace/Event/normalized(_:)``.
  public var expected: [Event]

  public init(
    _ name: String, start: String, expected: [Event], act: @escaping @Sendable (Hand) async throws -> Void
  ) {
    self.name = name
    self.start = start
    self.act = act
    self.expected = expected
  }

  public var description: String { name }
}
