public import Trace

/// How much of the work to come is expected to be of a kind not seen so far (Good 1953, after Turing).
public struct Novelty: Sendable, Codable, Hashable {
  /// Episodes, kinds of task seen once, and kinds seen twice.
  public var episodes: Int
  public var once: Int
  public var twice: Int
  /// The episodes of kinds seen once.
  public var evidence: [EventID]

  /// The expected share of episodes of a new kind; nil without episodes.
  public var expected: Double? { episodes > 0 ? Double(once) / Double(episodes) : nil }

  /// The standard error of ``expected``.
  public var standardError: Double? {
    guard episodes > 0 else { return nil }
    let (n, f1, f2) = (Double(episodes), Double(once), Double(twice))
    return (max(0, f1 * (1 - f1 / n) + 2 * f2)).squareRoot() / n
  }
}
