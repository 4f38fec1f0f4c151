public import Trace

/// What a learned thing was learned from: its lineage.
public struct Evidence: Sendable, Codable, Hashable {
  /// The steps behind it.
  public var steps: [EventID]

  public init(steps: [EventID]) {
    self.steps = steps
  }
}
