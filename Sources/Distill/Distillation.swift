public import Trace

/// What a stream of events was found to hold.
public struct Distillation: Sendable, Codable, Hashable {
  /// Every step, in order, whether or not it belongs to an episode.
  public var steps: [Step]
  /// Every event that became no part of a step, and why.
  public var discards: [Discard]
  public var episodes: [Episode]
  /// The most frequent first.
  public var workflows: [Workflow]

  public init(
    steps: [Step] = [], discards: [Discard] = [], episodes: [Episode] = [], workflows: [Workflow] = []
  ) {
    self.steps = steps
    self.discards = discards
    self.episodes = episodes
    self.workflows = workflows
  }
}

/// An event that became no part of a step, and why: nothing disappears without a reason.
public struct Discard: Sendable, Codable, Hashable {
  public enum Reason: String, Sendable, Codable, Hashable, CaseIterable {
    /// A later action made it void (a fill that was typed over, a click before its double click).
    case superseded
    /// It did nothing that its neighbours did not do (a click that only gave a field the focus).
    case redundant
    /// It belongs to no work (scrolling past, moving between windows).
    case noise
    /// It was Understudy's own acting.
    case machine
    /// It tells about the circumstances and followed from no action (a file that was opened, a gap).
    case circumstance
  }

  public var event: EventID
  public var reason: Reason

  public init(event: EventID, reason: Reason) {
    self.event = event
    self.reason = reason
  }
}
