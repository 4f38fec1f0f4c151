import Trace

extension Reduction {
  /// Makes one click of a link that was opened in a tab of its own.
  ///
  ///     middle click “Invoices” │ open tab │ navigate /invoices/ in the new tab
  ///     ───────────────────────────────────────────────────────────────────────
  ///     middle click “Invoices” + window opened
  ///
  /// The new tab shows what the click asked for; nobody typed its address.
  consuming func droppingOpenedTabs() -> Reduction {
    var dropped: [Int: Discard.Reason] = [:]
    for index in steps.indices.dropFirst() {
      let step = steps[index]
      guard case .openTab = step.action, case .click(let click) = steps[index - 1].action,
        click.button == .middle || !click.modifiers.isEmpty, steps[index - 1].id.session == step.id.session,
        step.time.seconds(since: steps[index - 1].time) < 5
      else { continue }
      steps[index - 1].signals.append(.windowOpened(window: step.place.window))
      dropped[index] = .redundant
      if index + 1 < steps.count, case .navigate(_, cause: .typed) = steps[index + 1].action,
        steps[index + 1].place.window == step.place.window
      {
        dropped[index + 1] = .redundant
      }
    }
    drop(dropped)
    return self
  }
}
