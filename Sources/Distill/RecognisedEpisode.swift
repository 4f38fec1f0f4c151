public import Trace

/// An episode of a new day, and which workflow of the past it is one of.
public struct RecognisedEpisode: Sendable, Codable, Hashable, Identifiable {
  public var id: EventID { episode.id }
  public var episode: Episode
  /// The workflow it was assigned to; nil for work that the past has not seen.
  public var workflow: Workflow.ID?
  /// How well it fits the workflow, 0…1; 0 where there is none.
  public var likeness: Double

  public init(episode: Episode, workflow: Workflow.ID?, likeness: Double) {
    self.episode = episode
    self.workflow = workflow
    self.likeness = likeness
  }
}
