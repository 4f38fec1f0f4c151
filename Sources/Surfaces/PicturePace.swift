/// How often a surface takes pictures: in quick succession for a while, as work comes and goes, and one every few
/// seconds of what never comes to rest. A picture costs the application, the processor and the disk.
///
/// ```swift
/// var pace = PicturePace(shortest: .milliseconds(200), most: 30, each: .seconds(5))
/// try await Task.sleep(for: pace.taken(at: .now))
/// ```
public struct PicturePace: Sendable, Hashable {
  /// The time between two that follow each other quickly.
  public let shortest: Duration
  private let most: Double
  private let each: Duration
  private var left: Double
  private var last: ContinuousClock.Instant?

  /// - Parameters:
  ///   - most: so many may follow each other quickly.
  ///   - each: after this time without one there may be one more of them.
  public init(shortest: Duration, most: Int, each: Duration) {
    self.shortest = shortest
    self.most = Double(most)
    self.each = each
    left = Double(most)
  }

  /// Notes that one was taken; returns how long none is taken from now on.
  public mutating func taken(at now: ContinuousClock.Instant) -> Duration {
    if let last { left = min(most, left + max(0, (now - last) / each)) }
    last = now
    // One that could not be kept may be taken again at once; that is not made up for.
    left = max(-1, left - 1)
    return left >= 0 ? shortest : max(shortest, each * -left)
  }
}
