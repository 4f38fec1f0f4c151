/// The steps of one instance of one task, from start to finish. Steps of two episodes may interleave.
public struct Episode: Sendable, Codable, Hashable, Identifiable {
  /// The id of its first step.
  public var id: EventID { steps[0].id }
  /// In order; never empty.
  public var steps: [Step]
  /// Whether its end was seen; false for one that was broken off.
  public var isComplete: Bool

  /// Makes an episode of at least one step; nil for none.
  public init?(steps: [Step], isComplete: Bool = true) {
    guard !steps.isEmpty else { return nil }
    self.steps = steps
    self.isComplete = isComplete
  }

  /// When its first step began.
  public var start: Moment { steps[0].time }

  /// When its last step ended.
  public var end: Moment {
    let last = steps[steps.count - 1]
    return Moment(microseconds: last.time.microseconds + Int64(last.duration * 1_000_000))
  }
}
