public import Trace

/// When Understudy itself acted on a surface, so that it never learns from itself.
public struct ActingTimes: Sendable {
  private var began: [Moment] = []
  private var ended: [(start: Moment, end: Moment)] = []

  public init() {}

  public mutating func begin(at now: Moment) { began.append(now) }

  public mutating func end(at now: Moment) {
    guard let start = began.popLast() else { return }
    ended.append((start, now))
    if ended.count > 64 { ended.removeFirst() }
  }

  /// Whether something that happened at this moment was Understudy's doing.
  ///
  /// Moments may be reckoned back from when its report arrived, which on a busy machine is late.
  public func covers(_ time: Moment) -> Bool {
    began.contains { $0 <= time } || ended.contains { $0.start <= time && time.seconds(since: $0.end) <= Self.lag }
  }

  /// How late a report may arrive, in seconds.
  private static let lag = 0.3
}
