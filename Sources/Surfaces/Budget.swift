public import Trace

/// How much an observation may cost, and what it should not miss.
public struct Budget: Sendable, Hashable {
  public var time: Duration
  /// The highest number of elements.
  public var count: Int
  /// The element that is looked for: where not all fit, those that resemble it come first, and a surface may
  /// leave out what cannot be it.
  public var resembling: Element?

  public init(time: Duration = .seconds(2), count: Int = 2_000, resembling: Element? = nil) {
    self.time = time
    self.count = count
    self.resembling = resembling
  }
}
