import Trace

extension Reduction {
  /// Drops the sending of a form that came back because something was missing or wrong, and was sent again.
  ///
  ///     fill A │ fill B │ Save → same page │ fill C │ Save → list
  ///     ─────────────────────────────────────────────────────────
  ///     fill A │ fill B │                    fill C │ Save → list
  ///
  /// A form that is sent and shown empty again for the next record leads to the same page too. What tells them apart
  /// is how much is entered before it is sent the next time: all of it, or only what was wrong. A document can have
  /// several forms; only the same one comes back.
  func droppingRefusedForms() -> Reduction {
    var result = self
    var dropped: [Int: Discard.Reason] = [:]
    // For each window: the form that was sent last and came back, how much had been entered, and how much since.
    var sent: [String: (step: Int?, document: String, before: Int, since: Int)] = [:]
    for (index, step) in steps.enumerated() {
      let window = step.id.session + "\u{0}" + step.place.window
      if let last = sent[window], last.document != step.place.document { sent[window] = nil }
      if step.action.isEntry { sent[window, default: (nil, step.place.document, 0, 0)].since += 1 }
      guard step.signals.contains(.submitted) else { continue }
      let since = sent[window]?.since ?? 0
      if let last = sent[window], let form = last.step, since > 0, 2 * since < last.before,
        steps[form].isInSameForm(as: step)
      {
        dropped[form] = .superseded
      }
      sent[window] = step.comesBack ? (index, step.place.document, since, 0) : nil
    }
    result.drop(dropped)
    return result
  }
}

extension Step {
  /// Whether both steps were done in the same form, where that can be told.
  fileprivate func isInSameForm(as other: Step) -> Bool {
    guard let form = element?.form, let otherForm = other.element?.form else { return true }
    return form == otherForm
  }

  /// Whether it led to the document it was done in.
  var comesBack: Bool {
    destination.map { $0.prefix { $0 != "?" && $0 != "#" } == place.document } ?? false
  }
}

extension Element {
  /// What tells its form from others on the page; nil where it is in none.
  var form: [String?]? {
    guard let form = ancestors.first(where: { $0.attributes["tag"] == "form" }) else { return nil }
    return [form.attributes["id"], form.attributes["name"], form.name]
  }
}
