import Surfaces

/// Tells what changes in the applications' windows, as they say, on a thread of its own.
///
/// A bus that goes away is waited for: ``AccessibilityChange/Kind/reconnected`` says that it came back. Where it does not
/// within half a minute, or was never there, the stream ends with a `SurfaceError`.
///
/// ```swift
/// let watch = try AccessibilityWatch(focus: bus.focus)
/// for try await change in watch.stream() { … }
/// ```
actor AccessibilityWatch: EventReader {
  private let thread = DedicatedThread(name: "accessibility changes")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  nonisolated let wake: WakeSignal
  private let session: String?
  private let focus: LastFocus
  private let interest: AccessibilityInterest

  /// - Parameters:
  ///   - session: The address of the session's bus; nil for the process' own.
  ///   - focus: Where to note what has the focus; that of the ``AccessibilityBus`` that looks.
  ///   - interest: What is to be told, and of whom.
  init(
    session: String? = nil, focus: LastFocus, interest: AccessibilityInterest = AccessibilityInterest()
  ) throws(SurfaceError) {
    wake = try WakeSignal()
    self.session = session
    self.focus = focus
    self.interest = interest
  }

  func read(_ handOut: (AccessibilityChange) -> Void) throws(SurfaceError) {
    try AccessibilityListener.listen(session: session, focus: focus, interest: interest, until: wake, yield: handOut)
  }
}
