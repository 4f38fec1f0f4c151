import Surfaces
import Trace

/// Looks at elements, and leaves applications in peace that do not answer: each look would hold up what is done
/// elsewhere.
extension Desktop {
  /// The element at a point of a window; nil where the application does not tell in time, or has not lately.
  func element(at point: Point, in window: DesktopWindow) async -> SeenElement? {
    await look(in: window) { await $0.element(at: point, in: window) }
  }

  /// The element of a window that has the focus; nil as above.
  func focusedElement(of window: DesktopWindow) async -> SeenElement? {
    await look(in: window) { await $0.focused(in: window) }
  }

  private func look(
    in window: DesktopWindow, _ ask: (AccessibilityBus) async -> SeenElement?
  ) async -> SeenElement? {
    let began = ContinuousClock.now
    if let process = window.process {
      if silent[process]?.isLeftAlone(at: began) == true { return nil }
      // Waiting for a tree that was not there would only be late for what is shown.
      if treeless.contains(process), await looking.isAbsent(process) { return nil }
      treeless.remove(process)
    }
    let seen = await ask(looking)
    guard let process = window.process else { return seen }
    let isLate = seen == nil && ContinuousClock.now - began >= looking.limit
    if seen == nil, !isLate, await looking.isAbsent(process) { treeless.insert(process) }
    silent[process] = isLate ? Silence(times: (silent[process]?.times ?? 0) + 1, last: .now) : nil
    return seen
  }
}
