import Foundation
import Glibc
import Surfaces
import Synchronization

/// Tells what changes in the applications' windows, as they say.
///
/// ```swift
/// let watch = AccessibilityWatch(focus: bus.focus)
/// for try await change in try watch.changes() { … }
/// ```
struct AccessibilityWatch: Sendable {
  private let session: String?
  private let focus: LastFocus
  private let interest: AccessibilityInterest
  /// Changes that nobody has read yet; what is more than that is lost, the oldest first.
  private static let mostWaiting = 10_000

  /// - Parameters:
  ///   - session: The address of the session's bus; nil for the process' own.
  ///   - focus: Where to note what has the focus; that of the ``AccessibilityBus`` that looks.
  ///   - interest: What is to be told, and of whom.
  init(session: String? = nil, focus: LastFocus, interest: AccessibilityInterest = AccessibilityInterest()) {
    self.session = session
    self.focus = focus
    self.interest = interest
  }

  /// Everything that changes from now on, until the reading task is cancelled.
  ///
  /// A bus that goes away is waited for: ``AccessibilityChange/Kind/reconnected`` says that it came back. Where it
  /// does not within half a minute, or was never there, the stream ends with a `SurfaceError`.
  func changes() throws(SurfaceError) -> AsyncThrowingStream<AccessibilityChange, any Error> {
    let (stream, continuation) = AsyncThrowingStream.makeStream(
      of: AccessibilityChange.self, throwing: (any Error).self, bufferingPolicy: .bufferingNewest(Self.mostWaiting))
    let stop = try WakeSignal()
    continuation.onTermination = { _ in stop.send() }
    let (session, focus, interest) = (session, focus, interest)
    let thread = Thread {
      do throws(SurfaceError) {
        try AccessibilityListener.listen(session: session, focus: focus, interest: interest, until: stop) {
          continuation.yield($0)
        }
        continuation.finish()
      } catch {
        continuation.finish(throwing: error)
      }
    }
    thread.name = "accessibility changes"
    thread.start()
    return stream
  }
}
