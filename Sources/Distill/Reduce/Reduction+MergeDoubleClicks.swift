import Trace

extension Reduction {
  /// Drops the single clicks that a double click began with.
  ///
  ///     click Cell │ click Cell │ double click Cell
  ///     ───────────────────────────────────────────
  ///     double click Cell
  consuming func mergingDoubleClicks() -> Reduction {
    var dropped: [Int: Discard.Reason] = [:]
    for index in steps.indices where steps[index].action.verb == .doubleClick {
      var before = index - 1
      while before >= 0, index - before <= 2, steps[before].action.verb == .click,
        steps[before].isOnSameElement(as: steps[index]), steps[index].time.seconds(since: steps[before].time) < 1.5
      {
        moveSignals(from: before, to: index)
        dropped[before] = .superseded
        before -= 1
      }
    }
    drop(dropped)
    return self
  }
}
