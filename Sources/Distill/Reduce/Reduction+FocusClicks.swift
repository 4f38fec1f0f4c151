import Trace

extension Reduction {
  /// Drops clicks and keys that only prepare the action after them, and clicks on a label beside the click on its
  /// control.
  ///
  ///     click Amount │ Control+a │ fill Amount “120” │ click label “Paid” │ click Paid │ check Paid │ click text │ copy
  ///     ────────────────────────────────────────────────────────────────────────────────────────────────────────────
  ///     fill Amount “120” │ check Paid │ copy
  ///
  /// They are kept where something followed them, and where nothing comes after them on the same element.
  consuming func droppingFocusClicks() -> Reduction {
    var dropped: [Int: Discard.Reason] = [:]
    // The step that is kept next.
    var following: Int?
    for index in steps.indices.reversed() {
      let step = steps[index]
      defer { if dropped[index] == nil { following = index } }
      guard let following, isPreparation(step), step.signals.isEmpty else { continue }
      let next = steps[following]
      guard step.isInSameDocument(as: next) else { continue }
      if step.isOnSameElement(as: next), next.action.isEntry || next.action.isTaking || isPressInField(next) {
        dropped[index] = .redundant
      } else if step.action.verb != .press, step.element?.attributes["tag"] == "label",
        next.time.seconds(since: step.time) < 0.5
      {
        dropped[index] = .redundant
      } else if step.action.verb != .press, step.element?.attributes["tag"] == "option", case .select = next.action {
        dropped[index] = .redundant
      }
    }
    drop(dropped)
    return self
  }

  /// A click, or keys pressed in a field.
  private func isPreparation(_ step: Step) -> Bool {
    switch step.action.verb {
    case .click, .doubleClick: true
    case .press: step.element?.takesText ?? false
    default: false
    }
  }

  private func isPressInField(_ step: Step) -> Bool {
    guard case .press = step.action else { return false }
    return step.element?.takesText ?? false
  }
}

extension Action {
  /// Whether it takes something to the clipboard.
  var isTaking: Bool {
    switch self {
    case .copy, .cut: true
    default: false
    }
  }

  /// Whether it enters something into an element.
  var isEntry: Bool {
    switch self {
    case .fill, .select, .check, .paste, .upload: true
    default: false
    }
  }
}
