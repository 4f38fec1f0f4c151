/// One way in which a workflow was done.
public struct Variant: Sendable, Codable, Hashable {
  /// What was done, in words, one entry a step.
  public var steps: [String]
  /// The episodes that were done this way.
  public var episodes: [EventID]
  /// What was seen to decide for this variant, in words, where that could be learned.
  public var condition: String?

  public init(steps: [String], episodes: [EventID], condition: String? = nil) {
    self.steps = steps
    self.episodes = episodes
    self.condition = condition
  }
}
