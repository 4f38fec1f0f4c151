/// Which activity directly follows which in the traces of a log, how often, and after how long.
public struct DirectlyFollowsGraph: Sendable, Codable, Hashable {
  /// An activity.
  public struct Node: Sendable, Codable, Hashable {
    public var name: String
    /// How many events it has.
    public var count: Int
    /// How many traces begin with it.
    public var starts: Int
    /// How many traces end with it.
    public var ends: Int

    public init(name: String, count: Int, starts: Int, ends: Int) {
      self.name = name
      self.count = count
      self.starts = starts
      self.ends = ends
    }
  }

  /// One activity directly followed by another (or by itself).
  public struct Edge: Sendable, Codable, Hashable {
    /// The numbers of the two in ``DirectlyFollowsGraph/nodes``.
    public var from: Int
    public var to: Int
    public var count: Int
    /// The time from the one to the other; nil where the log has no times.
    public var time: Times?

    public init(from: Int, to: Int, count: Int, time: Times?) {
      self.from = from
      self.to = to
      self.count = count
      self.time = time
    }
  }

  /// Figures of durations, in seconds.
  public struct Times: Sendable, Codable, Hashable {
    public var least: Double
    public var median: Double
    public var mean: Double
    public var greatest: Double

    public init(least: Double, median: Double, mean: Double, greatest: Double) {
      self.least = least
      self.median = median
      self.mean = mean
      self.greatest = greatest
    }
  }

  /// In the order in which they first came up in the log.
  public var nodes: [Node]
  /// The most frequent first.
  public var edges: [Edge]

  public init(nodes: [Node] = [], edges: [Edge] = []) {
    self.nodes = nodes
    self.edges = edges
  }
}
