import Trace

extension Reduction {
  /// Drops clicks that only prepare the action after them, and clicks on a label beside the click on its control.
  ///
  ///     click Amount │ fill Amount “120” │ click label “Paid” │ click Paid │ check Paid
  ///     ────────────────────────────────────────────────────────────────────────────
  ///     fill Amount “120” │ check Paid
  ///
  /// A click is kept where something followed it, and where nothing comes after it on the same element.
  func droppingFocusClicks() -> Reduction {
    var result = self
    var dropped: [Int: Discard.Reason] = [:]
    for (index, step) in steps.enumerated().dropLast() where step.action.verb == .click && step.signals.isEmpty {
      let next = steps[index + 1]
      guard step.isInSameDocument(as: next) else { continue }
      if step.isOnSameElement(as: next), next.action.isEntry || isPressInField(next) {
        dropped[index] = .redundant
      } else if step.element?.attributes["tag"] == "label", next.time.seconds(since: step.time) < 0.5 {
        dropped[index] = .redundant
      } else if step.element?.attributes["tag"] == "option", case .select = next.action {
        dropped[index] = .redundant
      }
    }
    result.drop(dropped)
    return result
  }

  private func isPressInField(_ step: Step) -> Bool {
    guard case .press = step.action else { return false }
    return step.element?.takesText ?? false
  }
}

extension Action {
  /// Whether it enters something into an element.
  var isEntry: Bool {
    switch self {
    case .fill, .select, .check, .paste, .upload: true
    default: false
    }
  }
}
