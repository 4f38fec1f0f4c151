import Trace

extension Reduction {
  /// Makes one click of what a browser reports when Enter sends a form.
  ///
  ///     press Enter in Amount │ click Save (by the browser) │ submit + navigation
  ///     ─────────────────────────────────────────────────────────────────────────
  ///     click Save + submitted + navigation
  ///
  /// Sending by Enter and by the button thus are the same step, named by the button. A `submit` reported on its own
  /// right after the action that caused it becomes that action's signal. Where Enter has already shown something else,
  /// the click is a person's; on the desktop it always is.
  consuming func droppingSynthesisedClicks() -> Reduction {
    // As it was before any signal is moved.
    let hasNavigated = steps.map(\.hasNavigated)
    var dropped: [Int: Discard.Reason] = [:]
    var previous: Int?
    for index in steps.indices {
      defer { if dropped[index] == nil { previous = index } }
      guard let before = previous, steps[index].id.session == steps[before].id.session,
        steps[index].place.window == steps[before].place.window,
        abs(steps[index].time.seconds(since: steps[before].time)) < 1
      else { continue }
      if case .press(let chord) = steps[before].action, chord.key == "Enter", chord.modifiers.isEmpty,
        steps[index].action.verb == .click, steps[index].surface == .browser,
        steps[before].isInSameDocument(as: steps[index]),
        !hasNavigated[before]
      {
        moveSignals(from: before, to: index)
        dropped[before] = .redundant
      } else if case .submit = steps[index].action {
        moveSignals(from: index, to: before)
        if !steps[before].signals.contains(.submitted) { steps[before].signals.insert(.submitted, at: 0) }
        dropped[index] = .redundant
      }
    }
    drop(dropped)
    return self
  }
}

extension Step {
  /// Whether another document was shown afterwards.
  fileprivate var hasNavigated: Bool { signals.contains { if case .navigation = $0 { true } else { false } } }
}
