public import Surfaces

/// What a policy is given: what is there now, and what was done so far.
public struct Situation: Sendable, Hashable {
  public var observation: Observation
  public var run: Run

  public init(observation: Observation, run: Run) {
    self.observation = observation
    self.run = run
  }
}
