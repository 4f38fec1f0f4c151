import Trace

extension Reduction {
  /// Makes one fill of what was typed into one field in one go.
  ///
  ///     fill Amount “1” │ fill Amount “12” │ fill Amount “120”
  ///     ─────────────────────────────────────────────────────
  ///     fill Amount “120”
  ///
  /// The step keeps the element as it was before the first of them, and the events of all. A paste that is reported
  /// as a fill of the same text again is one paste.
  consuming func mergingTyping() -> Reduction {
    // In place, those that are kept first: of a long stream every copy counts.
    var count = 0
    for index in steps.indices {
      let step = steps[index]
      if count > 0, case .fill(let text) = step.action, steps[count - 1].signals.isEmpty,
        steps[count - 1].isOnSameElement(as: step)
      {
        switch steps[count - 1].action {
        case .fill:
          var merged = step
          merged.absorb(steps[count - 1])
          steps[count - 1] = merged
          continue
        case .paste(let pasted, _) where pasted == text:
          steps[count - 1].events += step.events
          steps[count - 1].signals += step.signals
          continue
        default: break
        }
      }
      steps[count] = step
      count += 1
    }
    steps.removeLast(steps.count - count)
    return self
  }
}
