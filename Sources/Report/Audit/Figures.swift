/// The figures of an audit for some stretch of work, each a share of the same time.
///
/// They narrow: `known ≥ recognised ≥ predicted ≥ carriedOut`, and `new` is what `known` leaves.
public struct Figures: Sendable, Codable, Hashable {
  /// Work of a kind that had not been done before: nobody could have known it.
  public var new: Share
  /// Work of a kind that had been done before. No machine that learns from the past can go beyond it.
  public var known: Share
  /// What the frozen past took for one of its workflows.
  public var recognised: Share
  /// What it knew to the end: from some point on every further action, element, value and the stop.
  public var predicted: Share
  /// What it would have carried out right, acting only where it was sure enough.
  public var carriedOut: Share
  /// What it would have carried out wrong.
  public var carriedOutWrong: Share
  /// How many episodes there were, how many it would have acted in, and in how many of those something was wrong.
  public var episodes: Int
  public var acted: Int
  public var wrong: Int

  /// The share of episodes with an error among those it would have acted in; nil where there are none.
  public var errorRate: Double? { acted > 0 ? Double(wrong) / Double(acted) : nil }
}
