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
  func mergingTyping() -> Reduction {
    var result = self
    var kept: [Step] = []
    kept.reserveCapacity(steps.count)
    for step in steps {
      guard let last = kept.last, case .fill(let text) = step.action, last.isOnSameElement(as: step),
        last.signals.isEmpty
      else {
        kept.append(step)
        continue
      }
      switch last.action {
      case .fill:
        var merged = step
        merged.absorb(last)
        kept[kept.count - 1] = merged
      case .paste(let pasted, _) where pasted == text:
        kept[kept.count - 1].events += step.events
        kept[kept.count - 1].signals += step.signals
      default:
        kept.append(step)
      }
    }
    result.steps = kept
    return result
  }
}
