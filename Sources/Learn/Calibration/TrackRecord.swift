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

  private var seen: [Point: Count] = [:]
  private var fitted: [Point: Count] = [:]

  private struct Count: Sendable, Hashable {
    var right = 0.0
    var all = 0.0
  }

  public init() {}

  /// Takes note of how it was on days that the workflow had not been learned from.
  public mutating func note(_ isRight: Bool, at point: Point) {
    seen[point, default: Count()].all += 1
    if isRight { seen[point, default: Count()].right += 1 }
  }

  /// Takes note of how it is on the episodes that the workflow was learned from.
  public mutating func noteFit(_ isRight: Bool, at point: Point) {
    fitted[point, default: Count()].all += 1
    if isRight { fitted[point, default: Count()].right += 1 }
  }

  /// Workflows are learned anew, with more episodes: how they fitted is forgotten, and what was seen of the former
  /// ones counts half.
  public mutating func begin() {
    fitted = [:]
    seen = seen.mapValues { Count(right: $0.right / 2, all: $0.all / 2) }
  }

  /// How sure it is to be right from here, 0…1: what was seen on new days, and until there is much of it, how well the
  /// workflow fits the episodes it was learned from.
  public func confidence(at point: Point) -> Double {
    let fit = fitted[point] ?? Count()
    let expected = (fit.right + 0.5) / (fit.all + 2)
    let record = seen[point] ?? Count()
    return (record.right + expected) / (record.all + 1)
  }
}
