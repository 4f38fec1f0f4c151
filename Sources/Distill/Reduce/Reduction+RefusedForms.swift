import Trace

extension Reduction {
  /// Drops the sending of a form that came back because something was missing or wrong, and was sent again.
  ///
  ///     fill A │ fill B │ Save → same page │ fill C │ Save → list
  ///     ─────────────────────────────────────────────────────────
  ///     fill A │ fill B │                    fill C │ Save → list
  ///
  /// A form that is sent and shown empty again for the next record leads to the same page too. What tells them apart
  /// is how much is entered before it is sent the next time: all of it, or only what was wrong.
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
      if let last = sent[window], let form = last.step, since > 0, 2 * since < last.before {
        dropped[form] = .superseded
      }
      sent[window] = step.comesBack ? (index, step.place.document, since, 0) : nil
    }
    result.drop(dropped)
    return result
  }
}

extension Step {
  /// Whether it led to the document it was done in.
  var comesBack: Bool {
    destination.map { $0.prefix { $0 != "?" && $0 != "#" } == place.document } ?? false
  }
}
