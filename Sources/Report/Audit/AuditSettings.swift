/// What can be set about an audit.
public struct AuditSettings: Sendable, Codable, Hashable {
  /// The highest share of what is carried out that may turn out wrong, 0…1.
  public var risk: Double
  /// How long a step counts at most, in seconds: a longer pause before it is no work on it.
  public var longestStep: Double
  /// How much of the pause before a piece of work begins counts at most, in seconds.
  public var longestStart: Double
  /// How many steps back the next-step model looks.
  public var order: Int
  /// Into how many stretches each evening's past is cut, each tested with what the others teach: what is gone by in
  /// saying from when on to act.
  public var folds: Int

  public init(
    risk: Double = 0.1, longestStep: Double = 60, longestStart: Double = 5, order: Int = 6, folds: Int = 5
  ) {
    self.risk = risk
    self.longestStep = longestStep
    self.longestStart = longestStart
    self.order = order
    self.folds = folds
  }
}
