import Trace

/// When Understudy itself acted on the browser, so that it never learns from itself.
struct ActingTimes: Sendable {
  private var began: [Moment] = []
  private var ended: [(start: Moment, end: Moment)] = []

  mutating func begin(at now: Moment) { began.append(now) }

  mutating func end(at now: Moment) {
    guard let start = began.popLast() else { return }
    ended.append((start, now))
    if ended.count > 64 { ended.removeFirst() }
  }

  /// Whether something that happened at this moment was Understudy's doing.
  func covers(_ time: Moment) -> Bool {
    began.contains { $0 <= time } || ended.contains { $0.start <= time && time <= $0.end }
  }
}
