public import Trace

/// A place where work happens: it can be watched, and acted on.
///
/// Every surface passes the contract suite of `SurfaceTesting`; nothing above this protocol knows which
/// surface an event came from.
public protocol Surface: Sendable {
  /// What kind of place this is.
  var kind: SurfaceKind { get }

  /// What can be watched and done here now; where something cannot, why, in a sentence.
  func capabilities() async -> [Capability: Availability]

  /// Everything that happens here from now on, in order, until the reading task is cancelled or the surface ends.
  ///
  /// Ids are those of the surface's own session, numbered from 0; whoever records gives them their final ones.
  /// A stream that ends because the surface was closed ends without an error.
  func events() -> AsyncThrowingStream<Event, any Error>

  /// The elements here now that a person could act on, cut off at `budget`.
  func observe(within budget: Budget) async throws(SurfaceError) -> Observation

  /// Acts as a person would, with trusted input, and returns what followed.
  ///
  /// Waits until the element is visible, enabled, still and not covered. `target` is an element of the latest
  /// observation; nil for actions that need none (navigate, press, openTab).
  func perform(_ action: Action, on target: ElementHandle?) async throws(SurfaceError) -> Outcome
}
