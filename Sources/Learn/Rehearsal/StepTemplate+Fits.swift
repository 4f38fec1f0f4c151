import Distill
import Trace

extension StepTemplate {
  /// Whether a recorded step is this step of the program, whatever its values.
  func fits(_ step: Step) -> Bool {
    guard action.isSameKind(as: step.action), place.covers(step.place) else { return false }
    switch (target, step.element) {
    case (nil, nil): break
    case (let target?, let element?): guard target.denotes(element) || sendsForTheNext(step) else { return false }
    default: return false
    }
    if case .press(let chord) = action, case .press(let pressed) = step.action { return chord == pressed }
    if case .check(let on) = action, case .check(let set) = step.action { return on == set }
    return true
  }

  /// Whether a recorded step sends the same form by another of its buttons, which shows it anew for the next record
  /// (“Save and add another” for “Save”): what is left behind is the same.
  private func sendsForTheNext(_ step: Step) -> Bool {
    guard effects.contains(.submitted), step.signals.contains(.submitted), step.element?.role == .button else {
      return false
    }
    return step.signals.contains { signal in
      if case .navigation(let address, _) = signal { place.covers(document: address) } else { false }
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
