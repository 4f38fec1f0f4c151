import Trace

extension Reduction {
  /// Says for each paste where its text had been taken from, also across windows.
  ///
  ///     copy “12 High St” from Message │ … │ paste “12 High St” into Street
  ///     ──────────────────────────────────────────────────────────────────
  ///     copy “12 High St” from Message │ … │ paste “12 High St” into Street, from Message
  ///
  /// The last copy or cut before it with the same text counts; what the surface itself said of place and element
  /// stays.
  consuming func pairingPastesWithCopies() -> Reduction {
    var source: Step?
    let known = Set(steps.map(\.id))
    for index in steps.indices {
      let step = steps[index]
      switch step.action {
      case .copy, .cut: source = step
      case .paste(let text, let from):
        guard let source, source.id.session == step.id.session, source.action.argument?.trimmed == text.trimmed,
          !(from?.event.map(known.contains) ?? false)
        else { continue }
        let clipping = Clipping(
          place: from?.place ?? source.place, element: from?.element ?? source.element, event: source.id)
        steps[index].action = .paste(text, from: clipping)
      default: continue
      }
    }
    return self
  }
}
