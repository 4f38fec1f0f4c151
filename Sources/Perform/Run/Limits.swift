/// How much a run may cost.
public struct Limits: Sendable, Hashable {
  /// The highest number of steps.
  public var steps: Int
  /// For the whole run.
  public var time: Duration
  /// For one step: waiting for its place and element, acting, and what follows.
  public var step: Duration
  /// How long an approval holds; nil for two minutes and ten seconds more for each planned step.
  public var approval: Duration?

  public init(
    steps: Int = 10_000, time: Duration = .seconds(3_600), step: Duration = .seconds(10), approval: Duration? = nil
  ) {
    self.steps = steps
    self.time = time
    self.step = step
    self.approval = approval
  }
}
