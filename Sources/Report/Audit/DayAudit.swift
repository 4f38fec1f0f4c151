public import Learn
import Trace

/// A day that was tested with what the days before had taught.
public struct DayAudit: Sendable, Codable, Hashable {
  public var day: WorkDay
  /// How many days were learned from.
  public var daysBefore: Int
  public var figures: Figures
  public var fates: [FateShare]
  public var learnability: Learnability?
  /// From which confidence on it would have acted, or why not at all.
  public var threshold: RiskThreshold
}

/// How much time had one fate.
public struct FateShare: Sendable, Codable, Hashable {
  public var fate: Fate
  public var share: Share
}
