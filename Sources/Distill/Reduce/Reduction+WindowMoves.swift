import Trace

extension Reduction {
  /// Drops scrolling and moving between windows: every later step says itself where it was done.
  ///
  ///     scroll │ switch tab │ click Save │ close tab
  ///     ──────────────────────────────────────────
  ///     click Save
  consuming func droppingMovesBetweenWindows() -> Reduction {
    var dropped: [Int: Discard.Reason] = [:]
    for (index, step) in steps.enumerated() {
      switch step.action {
      case .scroll, .openTab, .closeTab, .switchTab: dropped[index] = .noise
      case .navigate(_, cause: .reload): dropped[index] = .noise
      default: continue
      }
    }
    drop(dropped)
    return self
  }
}
