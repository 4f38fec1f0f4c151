import Trace

extension Reduction {
  /// Drops the single clicks that a double click began with.
  ///
  ///     click Cell │ click Cell │ double click Cell
  ///     ───────────────────────────────────────────
  ///     double click Cell
  func mergingDoubleClicks() -> Reduction {
    var result = self
    var dropped: [Int: Discard.Reason] = [:]
    for (index, step) in steps.enumerated() where step.action.verb == .doubleClick {
      var before = index - 1
      while before >= 0, index - before <= 2, steps[before].action.verb == .click,
        steps[before].isOnSameElement(as: step), step.time.seconds(since: steps[before].time) < 1.5
      {
        result.moveSignals(from: before, to: index)
        dropped[before] = .superseded
        before -= 1
      }
    }
    result.drop(dropped)
    return result
  }
}
