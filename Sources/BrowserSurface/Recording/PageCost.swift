/// What recording costs the pages that are recorded: time on their own thread, as measured there.
public struct PageCost: Sendable, Hashable {
  /// How many reports the pages have made.
  public private(set) var reports = 0
  /// The time spent in all.
  public private(set) var total = Duration.zero
  /// The time spent for each of the last reports, at most ten thousand, in order.
  public private(set) var latest: [Duration] = []

  mutating func add(_ cost: Duration) {
    reports += 1
    total += cost
    latest.append(cost)
    if latest.count > 10_000 { latest.removeFirst(5_000) }
  }
}

extension Chromium {
  /// What recording has cost the pages so far.
  public func costOfRecording() -> PageCost { pageCost }
}
