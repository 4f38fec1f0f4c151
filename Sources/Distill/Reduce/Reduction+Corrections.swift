import Trace

extension Reduction {
  /// Drops entries into a field that were entered over before anything was sent or shown.
  ///
  ///     fill Amount “210” │ select Customer “Acme” │ fill Amount “120” │ click Save
  ///     ──────────────────────────────────────────────────────────────────────────
  ///     select Customer “Acme” │ fill Amount “120” │ click Save
  ///
  /// What was copied from the field in between was of use, so its entry stays. A paste is dropped only for the whole
  /// text entered anew: pasting and then editing leaves both, since the rest came from there.
  func droppingCorrectedEntries() -> Reduction {
    var result = self
    var dropped: [Int: Discard.Reason] = [:]
    var entries: [String: [Int]] = [:]
    for (index, step) in steps.enumerated() {
      let window = step.id.session + "\u{0}" + step.place.window
      if case .copy = step.action, let element = step.element {
        entries[window]?.removeAll { steps[$0].element?.isSame(as: element) ?? false }
      }
      if step.action.isEntry {
        if let earlier = entries[window]?.firstIndex(where: { steps[$0].isOnSameElement(as: step) }),
          let old = entries[window]?[earlier], !isAddition(step, to: steps[old])
        {
          dropped[old] = .superseded
          entries[window]?.remove(at: earlier)
        }
        entries[window, default: []].append(index)
      }
      if step.leftDocument || step.action.verb == .navigate { entries[window] = [] }
    }
    result.drop(dropped)
    return result
  }

  private func isAddition(_ step: Step, to earlier: Step) -> Bool {
    guard let old = earlier.action.argument, let new = step.action.argument, !old.isEmpty else { return false }
    switch (earlier.action, step.action) {
    case (.paste, .paste): return true
    case (.paste, .fill): return new.contains(old.trimmed)
    case (.upload, .upload): return true
    default: return false
    }
  }
}
