public import Trace

/// A part of the work that would not be learned, and why: what stays with the person.
public struct Remainder: Sendable, Codable, Hashable {
  public var fate: Fate
  /// The workflow it is a part of; nil for new and rare work.
  public var workflow: Workflow.ID?
  /// What it was called on the last day on which it was met.
  public var workflowName: String?
  /// What it is about, in words: the decision, the value, the turn.
  public var subject: String
  public var share: Share
  public var episodes: Int
  /// For a judgement: alike situations with different decisions, side by side.
  public var cases: [Case]

  /// A situation and what the person decided.
  public struct Case: Sendable, Codable, Hashable {
    public var episode: EventID
    /// What was entered and chosen before, in words.
    public var situation: [String]
    public var decision: String
  }
}
