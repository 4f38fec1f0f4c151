public import Trace

/// Proposes what to do next. A compiled workflow, learned weights and a language model are all policies.
public protocol Policy: Sendable {
  /// What the policy will look for first, so that an observation does not miss it; nil where it wants to see
  /// everything.
  func attention(in run: Run) -> Attention

  /// What to do next, given what is there now and what was done so far.
  func propose(_ situation: Situation) async throws(Halt) -> Proposal
}

/// Where a policy will look next.
public struct Attention: Sendable, Hashable {
  public var surface: SurfaceKind
  /// The element that is looked for; nil where everything must be seen.
  public var element: Element?
  /// Whether anything has to be seen at all.
  public var isNeeded: Bool
  /// Where it is: the window that shows it is brought to the front. Nil where the window in front is as good as any.
  public var place: PlaceTemplate?

  public init(
    surface: SurfaceKind, element: Element? = nil, isNeeded: Bool = true, place: PlaceTemplate? = nil
  ) {
    self.surface = surface
    self.element = element
    self.isNeeded = isNeeded
    self.place = place
  }
}
