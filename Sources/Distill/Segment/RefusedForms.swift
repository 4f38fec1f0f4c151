import Trace

/// Finds forms that were sent and came back: something was missing or wrong, or a confirmation was asked for.
///
///     fill A │ fill B │ fill D │ Save → same page │ fill C │ Save → list        the first Save was refused
///     fill A │ fill B │ fill C │ Save → same page │ fill A │ fill B │ fill C …   it was taken, and the next begun
///
/// What tells them apart is how much is entered again.
enum RefusedForms {
  /// The numbers of the steps that sent such a form.
  static func find(in steps: [Step]) -> Set<Int> {
    var found: Set<Int> = []
    // For each window: the last form sent, with how much had been entered, and how much since.
    var sent: [String: (step: Int?, document: String, before: Int, since: Int)] = [:]
    for (index, step) in steps.enumerated() {
      let window = step.id.session + "\u{0}" + step.place.window
      if let last = sent[window], last.document != step.place.document { sent[window] = nil }
      if step.action.isEntry { sent[window, default: (nil, step.place.document, 0, 0)].since += 1 }
      guard step.leavesSomething else { continue }
      if let last = sent[window], let form = last.step, 2 * last.since < last.before || last.since == 0 {
        found.insert(form)
      }
      let since = sent[window]?.since ?? 0
      sent[window] = step.comesBack ? (index, step.place.document, since, 0) : nil
    }
    return found
  }
}

extension Step {
  /// Whether it led to the document it was done in.
  fileprivate var comesBack: Bool {
    destination.map { $0.prefix { $0 != "?" && $0 != "#" } == place.document } ?? false
  }
}
