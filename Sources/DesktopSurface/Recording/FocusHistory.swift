/// Where the focus was when: keys are looked at after they were pressed, when it may have moved on.
struct FocusHistory: Sendable {
  private struct Focus: Sendable {
    /// Nil where the focus went somewhere that is not known yet.
    var seen: SeenElement?
    var window: String
    var time: ContinuousClock.Instant
  }

  /// In the order of their times.
  private var all: [Focus] = []
  /// Keys are never looked at so late.
  private static let most = 64

  /// The focus was in an element from a moment on, or from then on is not known.
  mutating func note(_ seen: SeenElement?, in window: String, from time: ContinuousClock.Instant) {
    let index = all.lastIndex { $0.time <= time }.map { $0 + 1 } ?? 0
    all.insert(Focus(seen: seen, window: window, time: time), at: index)
    if all.count > Self.most { all.removeFirst(Self.most / 2) }
  }

  /// What had the focus in a window at a moment; nil where that is not known.
  func element(in window: String, at time: ContinuousClock.Instant) -> SeenElement? {
    let last = all.last { $0.time <= time }
    return last?.window == window ? last?.seen : nil
  }

  /// Whether the focus was noted last in an object, at a moment or after it.
  func isNoted(_ accessible: Accessible, since time: ContinuousClock.Instant) -> Bool {
    all.last.map { $0.seen?.accessible == accessible && $0.time >= time } ?? false
  }
}
