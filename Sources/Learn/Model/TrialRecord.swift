public import Trace

/// How a workflow did on episodes of its own that it had not been learned from, asked to go on after their first step.
public struct TrialRecord: Sendable, Codable, Hashable {
  public let workflow: Workflow.ID
  public let episodes: Int
  /// Those in which everything it would have done alone was what the person did.
  public let right: Int
  /// From which confidence on it may act alone, at the risk.
  public let threshold: RiskThreshold

  public init(workflow: Workflow.ID, episodes: Int, right: Int, threshold: RiskThreshold) {
    self.workflow = workflow
    self.episodes = episodes
    self.right = right
    self.threshold = threshold
  }
}
