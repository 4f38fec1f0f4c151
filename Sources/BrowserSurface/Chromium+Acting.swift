import Surfaces
import Trace

/// Tells Understudy's own acting from a person's.
extension Chromium {
  /// From now on pages keep the tree that roles and names are read from, for acting looks at many elements at once.
  ///
  /// It counts for documents that load after it. In those that are there already each look takes longer.
  func keepTrees() {
    guard !isActing else { return }
    isActing = true
    for session in pages.sessions.keys { connection.post("Accessibility.enable", in: session) }
  }

  /// Runs `body`, and marks every event of what happens meanwhile as a machine's.
  ///
  /// ```swift
  /// try await acting { … Input.dispatchMouseEvent … }
  /// ```
  func acting<Value: Sendable, Failure: Error>(
    _ body: () async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    acting.begin(at: clock.now())
    defer { acting.end(at: clock.now()) }
    return try await body()
  }
}
