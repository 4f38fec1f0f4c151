public import Trace

/// How often going on from a point of a workflow was right before.
public struct TrackRecord: Sendable, Hashable {
  /// A point at which a workflow could go on alone.
  public struct Point: Sendable, Hashable {
    public var workflow: Workflow.ID
    /// The class of the step done last.
    public var last: StepClass
    /// Whether steps were done that are not of the workflow.
    public var hasStrangers: Bool

    public init(workflow: Workflow.ID, last: StepClass, hasStrangers: Bool) {
      self.workflow = workflow
      self.last = last
      self.hasStrangers = hasStrangers
    }
  }

  private var counts: [Point: Count] = [:]

  private struct Count: Sendable, Hashable {
    var right = 0.0
    var all = 0.0
  }

  public init() {}

  /// Takes note of how it was in an episode that the workflow had not been learned from.
  public mutating func note(_ isRight: Bool, at point: Point) {
    counts[point, default: Count()].all += 1
    if isRight { counts[point, default: Count()].right += 1 }
  }

  /// Takes back what was noted.
  public mutating func forget(_ isRight: Bool, at point: Point) {
    counts[point]?.all -= 1
    if isRight { counts[point]?.right -= 1 }
  }

  /// How sure it is to be right from here, 0…1: the share that was right, drawn towards an even chance by one more
  /// case of which half was (Krichevsky and Trofimov 1981).
  public func confidence(at point: Point) -> Double {
    let count = counts[point] ?? Count()
    return (count.right + 0.5) / (count.all + 1)
  }
}
