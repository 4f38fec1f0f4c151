import Trace

/// Where the pointer rests, and the look at what is there: as it is before it is pressed, whatever the press changes.
struct PointerRest: Sendable {
  var point: Point
  var window: UInt32
  /// When the look began.
  var time: ContinuousClock.Instant
  var look: Task<PointerLook, Never>

  /// Whether a press at a point of a window is one on what was looked at.
  func isPressed(at point: Point, window: UInt32, at press: ContinuousClock.Instant) -> Bool {
    self.point == point && self.window == window && press - time < Self.longest
  }

  /// Some applications do not tell of all changes: what was looked at longer ago is looked at again.
  private static let longest = Duration.seconds(2)
}
