import Distill
import Trace

extension Progress {
  /// What the workflow would have made of the step that the person did next.
  func trial(of step: Step) -> Trial.Step {
    var here = self
    if let element = step.element { here.see(element) }
    let fit = here.fit(of: step)
    return Trial.Step(
      fit: fit, difference: fit == .otherwise ? here.difference(from: step) : nil, strangers: strangers,
      last: lastMatched, hasPlan: !sureRest.isEmpty)
  }

  /// In what the nearest of what it would have done next differs.
  private func difference(from step: Step) -> Trial.Difference {
    var nearest = Trial.Difference.action
    for planned in rest() where !planned.template.changesNothing {
      if planned.template.fits(step) { return .argument }
      if planned.template.action.isSameKind(as: step.action) { nearest = .element }
      let isPassedOver =
        planned.presence != nil || (planned.template.action.isFormEntry && step.action.isFormEntry)
      if !isPassedOver { break }
    }
    return nearest
  }

  /// What remains that is done in any case and is more than finding the way.
  var sureRest: [PlannedStep] { rest().filter { $0.presence == nil && !$0.template.changesNothing } }

  private func fit(of step: Step) -> Trial.Fit {
    if case .copy(let text) = step.action { return fit(ofCopy: step, text: text) }
    if step.changesNothing { return .aside }
    for planned in rest() where !planned.template.changesNothing {
      if let fit = planned.fit(of: step) { return fit }
      // An answer of no passes over what need not be done, and nobody cares which field of a form comes first.
      let isPassedOver =
        planned.presence != nil || (planned.template.action.isFormEntry && step.action.isFormEntry)
      if !isPassedOver { return .otherwise }
    }
    return .otherwise
  }

  /// A copy is no work of its own, but where the workflow takes one as well it must be the same text.
  private func fit(ofCopy step: Step, text: String) -> Trial.Fit {
    guard let planned = rest().first(where: { $0.template.fits(step) }) else { return .aside }
    let taken: String
    switch planned.argument {
    case .known(let value): taken = value
    case .open(let question): return .asked(question)
    case .copied: return .otherwise
    case nil: taken = step.element.map { $0.value ?? $0.text } ?? ""
    }
    return taken.isEmpty || taken.trimmedEnds == text.trimmedEnds ? .aside : .otherwise
  }
}

extension PlannedStep {
  /// What it makes of a step; nil where it is another one.
  fileprivate func fit(of step: Step) -> Trial.Fit? {
    guard template.fits(step) else { return nil }
    var question = presence
    switch name {
    case .known(let value):
      guard let element = step.element, template.target?.denotes(element, value: value) == true else { return nil }
    case .open(let open): question = question ?? open
    case .copied: return nil
    case nil: break
    }
    switch argument {
    case .known(let value):
      guard let given = step.action.argument, value == given || value.trimmedEnds == given.trimmedEnds else {
        return nil
      }
    case .open(let open): question = question ?? open
    case .copied: return nil
    case nil: break
    }
    return question.map { .asked($0) } ?? .alone
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
