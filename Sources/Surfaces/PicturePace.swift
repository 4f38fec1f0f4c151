/// How often a surface takes pictures: in quick succession for a while, as work comes and goes, and one every few
/// seconds of what never comes to rest. A picture costs the application, the processor and the disk, and the more so the
/// more of it is new.
///
/// ```swift
/// var pace = PicturePace(shortest: .seconds(2), most: 10, each: .seconds(10), size: 4_000)
/// try await Task.sleep(for: pace.taken(at: .now, adding: 9_500))
/// ```
public struct PicturePace: Sendable, Hashable {
  /// The time between two that follow each other quickly.
  public let shortest: Duration
  private let most: Double
  private let each: Duration
  private let size: Double
  /// The first picture of a window is all new, and is not waited for so much longer.
  private static let heaviest = 4.0
  private var left: Double
  private var last: ContinuousClock.Instant?

  /// - Parameters:
  ///   - most: so many may follow each other quickly.
  ///   - each: after this time without one there may be one more of them.
  ///   - size: one that adds more bytes than these counts for as many more, up to four.
  public init(shortest: Duration, most: Int, each: Duration, size: Int = .max) {
    self.shortest = shortest
    self.most = Double(most)
    self.each = each
    self.size = Double(size)
    left = Double(most)
  }

  /// Whether the next one may follow quickly.
  public var isQuick: Bool { left >= 0 }

  /// Notes that one was taken; returns how long none is taken from now on.
  ///
  /// - Parameter bytes: how many of it are new.
  public mutating func taken(at now: ContinuousClock.Instant, adding bytes: Int = 0) -> Duration {
    let weight = min(Self.heaviest, max(1, Double(bytes) / size))
    if let last { left = min(most, left + max(0, (now - last) / each)) }
    last = now
    // One that could not be kept may be taken again at once; that is not made up for.
    left = max(-weight, left - weight)
    return left >= 0 ? shortest : max(shortest, each * -left)
  }
}
