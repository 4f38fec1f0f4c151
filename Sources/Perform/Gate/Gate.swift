/// Lets a proposal through, or not. Sees exact values and the exact element, right before the act.
public protocol Gate: Sendable {
  func decide(_ proposal: Proposal, under plan: Plan) async -> Decision
}
