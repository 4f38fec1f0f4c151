public import Trace

/// A step as evidence: what was done, when and where, and what became of it in the audit.
public struct AuditedStep: Sendable, Codable, Hashable, Identifiable {
  public var id: EventID
  /// The number of its day, from 0.
  public var day: Int
  public var time: Moment
  /// How long it counts: from the end of the step before to its own, cut off where that is a pause.
  public var seconds: Double
  /// What was done, in words.
  public var summary: String
  /// Where, in words.
  public var place: String
  /// The episode it belongs to; nil for none.
  public var episode: EventID?
  /// The workflow it was taken for on its day; on the first day, and for the last look, as found afterwards.
  public var workflow: Workflow.ID?
  /// Nil on the first day, on which nothing was tested.
  public var fate: Fate?
  /// The picture from before, and where in it the element was.
  public var frame: Frame?
  public var bounds: Bounds?
}
