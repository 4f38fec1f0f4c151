public import Trace

/// What the audit says about one workflow.
public struct WorkflowAudit: Sendable, Codable, Hashable, Identifiable {
  public var id: Workflow.ID
  public var name: String
  /// How often it was done on all days, and how many seconds that took, as the machine finds it now.
  public var episodes: Int
  public var seconds: Double
  public var parameters: [String]
  public var variants: Int
  /// The steps of its program, in words.
  public var program: [String]
  /// Over the days that were tested; nil where it was not met on one.
  public var figures: Figures?
  public var fates: [FateShare]
  /// The ids of its episodes.
  public var evidence: [EventID]
}
