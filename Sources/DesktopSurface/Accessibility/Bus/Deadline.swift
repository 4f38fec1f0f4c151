import CBus

/// The instant at which an answer is no longer waited for.
struct Deadline: Sendable, Hashable, Comparable {
  /// Microseconds of the monotonic clock.
  var instant: UInt64

  static func after(_ time: Duration) -> Deadline {
    let (seconds, attoseconds) = time.components
    let microseconds = max(0, seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
    return Deadline(instant: understudy_bus_now() + UInt64(microseconds))
  }

  var hasPassed: Bool { understudy_bus_now() >= instant }

  /// This deadline, or `time` from now, whichever is first.
  func atMost(_ time: Duration) -> Deadline { min(self, .after(time)) }

  static func < (left: Deadline, right: Deadline) -> Bool { left.instant < right.instant }
}
