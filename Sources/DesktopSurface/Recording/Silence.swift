/// An application that has not answered in time.
struct Silence: Sendable {
  /// How often in a row.
  var times: Int
  var last: ContinuousClock.Instant

  /// Whether it is not asked now. One answer may be late because something else had the processor.
  func isLeftAlone(at time: ContinuousClock.Instant) -> Bool { times > 1 && time - last < Self.peace }

  private static let peace = Duration.seconds(1)
}
