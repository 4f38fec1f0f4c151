import Distill
import Trace

extension StepTemplate {
  /// Whether a recorded step is this step of the program, whatever its values.
  func fits(_ step: Step) -> Bool {
    guard place.covers(step.place) else { return false }
    if sendsTheSame(step) { return true }
    guard action.isSameKind(as: step.action) else { return false }
    switch (target, step.element) {
    case (nil, nil): break
    case (let target?, let element?): guard target.denotes(element) else { return false }
    default: return false
    }
    if case .press(let chord) = action, case .press(let pressed) = step.action { return chord == pressed }
    if case .check(let on) = action, case .check(let set) = step.action { return on == set }
    return true
  }

  /// Whether a recorded step sends the form that this one sends, in another way that leaves the same behind: by Enter,
  /// which leads to the same place, or by a button that shows the form anew for the next record (“Save and add another”
  /// for “Save”).
  private func sendsTheSame(_ step: Step) -> Bool {
    guard case .click = action, effects.contains(.submitted), step.signals.contains(.submitted) else { return false }
    let shown = step.signals.compactMap { if case .navigation(let address, _) = $0 { address } else { nil } }
    switch step.action {
    case .press(let chord):
      return chord.key == "Enter" && chord.modifiers.isEmpty
        && effects.allSatisfy { effect in
          if case .navigation(let usual) = effect { shown.contains { usual.covers(document: $0) } } else { true }
        }
    case .click: return step.element?.role == .button && shown.contains { place.covers(document: $0) }
    default: return false
    }
  }
}

extension Action {
  /// Whether both do the same: typing and pasting into a field both enter a text.
  func isSameKind(as other: Action) -> Bool {
    entersText && other.entersText || verb == other.verb
  }

  private var entersText: Bool {
    switch self {
    case .fill, .paste: true
    default: false
    }
  }

  /// Whether it puts something into a form, in no matter which order.
  var isFormEntry: Bool {
    switch self {
    case .fill, .paste, .select, .check, .upload: true
    default: false
    }
  }
}

extension Step {
  /// Whether the work would be the same without it: looking around, finding the way, going to another window, taking a
  /// copy.
  var changesNothing: Bool {
    switch action {
    case .scroll, .switchTab, .openTab, .copy: true
    default: isWayfinding
    }
  }
}
