public import Trace

/// Tells the time of day: passed in wherever a moment is written down, so that a test (or a scripted week) can
/// set it.
public protocol WallClock: Sendable {
  func now() -> Moment
}
