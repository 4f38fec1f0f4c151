import Surfaces
import Trace

extension Performer {
  /// Checks what followed an act: that nothing did that never had, that everything did that always had, and that the
  /// value is there.
  func verify(
    _ intent: Intent, _ outcome: Outcome, _ plan: Plan, _ surface: any Surface, _ time: Stopwatch
  ) async throws(Halt) {
    try rejectSurprises(intent, outcome, plan)
    try checkValue(intent, outcome)
    var place = outcome.place
    var pause = Duration.milliseconds(20)
    while let missing = intent.template.effects.first(where: { !$0.isSeen(in: outcome.signals, place) }) {
      guard case .navigation = missing, time.elapsed + pause < limits.step else {
        throw Halt(.effectMissing, "\(missing.sentence) Look whether the step took effect, then resume.")
      }
      do { try await clock.sleep(for: pause) } catch { throw Self.cancelled }
      pause = min(pause * 2, .milliseconds(250))
      let open = try await halting { () throws(SurfaceError) in try await surface.windows() }
      place = open.first ?? place
      places[surface.kind] = place
    }
    guard plan.covers(place) else { throw Self.outOfScope }
  }

  private static let outOfScope = Halt(
    .outOfScope, "The step led to a site that this workflow does not name. Look at it before going on.")

  private func rejectSurprises(_ intent: Intent, _ outcome: Outcome, _ plan: Plan) throws(Halt) {
    let effects = intent.template.effects
    for signal in outcome.signals {
      switch signal {
      case .crashed: throw Halt(.surface, "The page or application ended by itself. Open it again, then resume.")
      case .dialog(let kind, _) where !effects.contains(.dialog(kind: kind)):
        throw Halt(.effectUnexpected, "A dialog opened that never had before. Answer it, then resume.")
      case .submitted where Consequence(of: intent.template) < .irreversible:
        throw Halt(.effectUnexpected, "A form was sent where none had been before. Look at it before going on.")
      case .navigation(let address, _) where !plan.covers(address): throw Self.outOfScope
      case .navigation, .dialog, .download, .windowOpened, .windowClosed, .submitted, .exited, .opened, .gap,
        .notRecorded:
        continue
      }
    }
  }

  /// A cell shows what its formula comes to.
  private static func checkResult(_ value: String) throws(Halt) {
    guard !value.hasPrefix("#"), !value.hasPrefix("Err:") else {
      throw Halt(.effectMissing, "The cell shows an error in place of the formula's result. Correct it, then resume.")
    }
  }

  private func checkValue(_ intent: Intent, _ outcome: Outcome) throws(Halt) {
    guard case .fill(let text) = intent.action, intent.value != .secret, let value = outcome.value else { return }
    if text.hasPrefix("="), intent.element?.element.isSheetCell == true { return try Self.checkResult(value) }
    // A field may write a value its own way (1234.5 as 1,234.50): what counts is that none of it is missing.
    guard
      value == text || value.plain == text.plain || value.plain.hasPrefix(text.plain) && !text.plain.isEmpty
        || Condition.Comparison.number(value) != nil
          && Condition.Comparison.number(value) == Condition.Comparison.number(text)
    else { throw Halt(.effectMissing, "The field does not show the value that was entered. Correct it, then resume.") }
  }
}

extension Effect {
  /// Whether signals, or the place that is there now, show it.
  func isSeen(in signals: [Signal], _ place: Place) -> Bool {
    switch self {
    case .navigation(let template):
      template.matches(place)
        || signals.contains { if case .navigation(let to, _) = $0 { template.matches(document: to) } else { false } }
    case .dialog(let kind): signals.contains { if case .dialog(kind, _) = $0 { true } else { false } }
    case .download: signals.contains { if case .download = $0 { true } else { false } }
    case .windowOpened: signals.contains { if case .windowOpened = $0 { true } else { false } }
    case .submitted: signals.contains(.submitted)
    }
  }

  /// What is missing where it was not seen.
  var sentence: String {
    switch self {
    case .navigation: "The page that always followed did not come."
    case .dialog: "The dialog that always followed did not open."
    case .download: "The download that always followed did not begin."
    case .windowOpened: "The window that always followed did not open."
    case .submitted: "The form was not sent, as it always had been."
    }
  }
}
