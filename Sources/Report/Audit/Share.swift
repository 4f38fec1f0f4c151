public import Trace

/// A share of a person's time, with the steps it was computed from.
public struct Share: Sendable, Codable, Hashable {
  /// Seconds that count.
  public var seconds: Double
  /// Seconds in all.
  public var of: Double
  /// The steps whose seconds count.
  public var evidence: [EventID]

  public init(seconds: Double, of total: Double, evidence: [EventID] = []) {
    self.seconds = seconds
    self.of = total
    self.evidence = evidence
  }

  /// 0…1; nil where there is no time to share.
  public var fraction: Double? { of > 0 ? seconds / of : nil }
}
