import Surfaces
import Trace

/// Tells Understudy's own acting from a person's.
extension Chromium {
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
