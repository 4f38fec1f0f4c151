/// What a policy wants to happen next, how sure it is, and why.
public struct Proposal: Sendable, Hashable {
  public enum Move: Sendable, Hashable {
    case act(Intent)
    /// Nothing yet: what comes next is on another surface than the one that was observed.
    case look
    /// Something only the person knows.
    case ask(Question)
    case finish
    case stop(Halt)
  }

  public var move: Move
  /// Where in its work the policy is with this move.
  public var cursor: Cursor
  /// Where it goes on once this is done.
  public var next: Cursor
  /// 0…1.
  public var confidence: Double
  /// Sentences.
  public var reasons: [String]

  public init(_ move: Move, at cursor: Cursor, next: Cursor? = nil, confidence: Double = 1, reasons: [String] = []) {
    self.move = move
    self.cursor = cursor
    self.next = next ?? cursor
    self.confidence = confidence
    self.reasons = reasons
  }
}
