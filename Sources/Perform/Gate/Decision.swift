/// What a gate says to a proposal.
public enum Decision: Sendable, Codable, Hashable {
  case allowed
  /// Not without the person: what differs from what was approved, in full sentences with the exact values.
  case ask([String])
  /// Refused, and why.
  case refused(String)
}
