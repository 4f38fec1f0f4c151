import Distill
public import Trace

extension Outlook {
  /// Whether doing what is planned would have come to the same as what the person then did: every action, element,
  /// value, and the stop.
  ///
  /// Declared equal: entries into one form in whatever order, typing and pasting the same text, and steps that change
  /// nothing (scrolling, finding the way, looking into another window,
  /// taking a copy).
  public func isCarriedOut(by steps: some Collection<Step>) -> Bool {
    firstDifference(from: steps) == nil
  }

  /// The first of the person's steps that the plan would have missed or done otherwise; the last step where the plan
  /// would have gone on; nil where there is no difference.
  public func firstDifference(from steps: some Collection<Step>) -> Step? {
    let copied = steps.compactMap { step -> String? in
      if case .copy(let text) = step.action { text } else { nil }
    }
    let actual = steps.filter { !$0.changesNothing }
    var rest = planned.filter { !$0.template.changesNothing }
    for step in actual {
      let run = rest.prefix { $0.template.action.isFormEntry }.count
      let open = step.action.isFormEntry ? 0..<run : run > 0 ? 0..<0 : 0..<min(1, rest.count)
      guard let match = open.first(where: { rest[$0].does(step, copied: copied) }) else { return step }
      rest.remove(at: match)
    }
    return rest.isEmpty ? nil : steps.reversed().first
  }
}

extension PlannedStep {
  fileprivate func does(_ step: Step, copied: [String]) -> Bool {
    guard template.fits(step) else { return false }
    switch name {
    case nil: break
    case .known(let value):
      guard let element = step.element, template.target?.denotes(element, value: value) == true else { return false }
    case .copied, .open: return false
    }
    guard let argument else { return true }
    guard let given = step.action.argument else { return false }
    return switch argument {
    case .known(let value): value == given || value.trimmedEnds == given.trimmedEnds
    case .copied: copied.contains(given)
    case .open: false
    }
  }
}

extension StepTemplate {
  /// As ``Step/changesNothing``.
  var changesNothing: Bool {
    switch action {
    case .scroll, .switchTab, .openTab, .copy: true
    default: isWayfinding
    }
  }
}

extension String {
  /// Without white space at both ends.
  var trimmedEnds: Substring {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return self[first...last]
  }
}
