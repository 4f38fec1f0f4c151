import Trace

extension Reduction {
  /// Drops a link that was followed and gone back from at once.
  ///
  ///     click “Customers” + navigation │ back + navigation │ click “Invoices”
  ///     ─────────────────────────────────────────────────────────────────────
  ///     click “Invoices”
  ///
  /// Only where nothing was done in between and the stay was short.
  func droppingWrongTurns() -> Reduction {
    var result = self
    var dropped: [Int: Discard.Reason] = [:]
    for (index, step) in steps.enumerated().dropFirst() {
      guard case .navigate(_, cause: .back) = step.action else { continue }
      let turn = steps[index - 1]
      guard dropped[index - 1] == nil, turn.action.verb == .click, turn.id.session == step.id.session,
        turn.place.window == step.place.window, turn.leftDocument, !turn.signals.contains(.submitted),
        step.time.seconds(since: turn.time) <= settings.wrongTurnHorizon
      else { continue }
      dropped[index - 1] = .superseded
      dropped[index] = .superseded
    }
    result.drop(dropped)
    return result
  }
}
