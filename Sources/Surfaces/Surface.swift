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
  /// observation; nil for actions that need none (navigate, press, openTab). An element that is no longer what
  /// was observed (another role, name or address) is not acted on: ``SurfaceError/Code/changed``.
  func perform(_ action: Action, on target: ElementHandle?) async throws(SurfaceError) -> Outcome

  /// Drags `target` to `destination`, both elements of the latest observation, and returns what followed.
  func drag(_ target: ElementHandle, to destination: ElementHandle) async throws(SurfaceError) -> Outcome

  /// The windows (for a browser: tabs) that are open, the one that is acted on first.
  func windows() async throws(SurfaceError) -> [Place]

  /// Makes the window with this ``Place/window`` the one that is observed and acted on.
  func activate(window: String) async throws(SurfaceError)
}

extension Surface {
  public func drag(_ target: ElementHandle, to destination: ElementHandle) async throws(SurfaceError) -> Outcome {
    throw SurfaceError(.unsupported, "Nothing can be dragged on the \(kind.rawValue). Leave the step out.")
  }

  public func windows() async throws(SurfaceError) -> [Place] {
    [try await observe(within: Budget(count: 0)).place]
  }

  public func activate(window: String) async throws(SurfaceError) {
    guard try await windows().contains(where: { $0.window == window }) else {
      throw SurfaceError(
        .unsupported, "Windows of the \(kind.rawValue) cannot be switched. Bring the window to the front.")
    }
  }
}
