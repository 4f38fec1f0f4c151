public import Surfaces
public import Trace

/// What a policy is given: what is there now, and what was done so far.
public struct Situation: Sendable, Hashable {
  public var observation: Observation
  public var run: Run
  /// The surface that was observed; nil where there is only one.
  public var surface: SurfaceKind?

  public init(observation: Observation, run: Run, surface: SurfaceKind? = nil) {
    self.observation = observation
    self.run = run
    self.surface = surface
  }
}
