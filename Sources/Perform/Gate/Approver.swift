/// Who says yes: the person, through something that no page and no program on the surface can reach (a terminal, a
/// socket of their own), never through the surface that is acted on.
public protocol Approver: Sendable {
  /// Shows the whole plan, with the exact values of all rows, and returns whether it may be done.
  func approve(_ plan: Plan) async throws -> Bool

  /// Shows what differs from the approved plan, right before the act, and returns whether that may be done.
  func approve(_ deviation: Deviation) async throws -> Bool

  /// Asks for something only the person knows; nil to stop.
  func answer(_ question: Question) async throws -> String?

  /// Asks for a secret, without showing or keeping it; nil to stop.
  func secret(for step: PlannedStep) async throws -> String?
}

/// What differs from what was approved.
public struct Deviation: Sendable, Hashable {
  public var step: PlannedStep
  /// Full sentences, with the exact values: shown to the person, never kept.
  public var differences: [String]

  public init(step: PlannedStep, differences: [String]) {
    self.step = step
    self.differences = differences
  }
}
