import Surfaces
import Trace

extension Chromium {
  /// Waits until an element can be acted on; returns the point to act at, in the tab's coordinates.
  func ready(_ element: ElementReference, _ needs: Needs, during aftermath: Aftermath) async throws(SurfaceError)
    -> Point
  {
    guard let frame = pages.frames[element.frame] else { throw .gone }
    let end = ContinuousClock.now + settings.patience
    while true {
      var needs = needs
      needs.token = aftermath.token
      needs.limit = max(0, (end - ContinuousClock.now) / .milliseconds(1))
      let call = PageCall("act.ready", element.number, needs)
      let answer = try await unlessInterrupted(aftermath) { [self] () throws(SurfaceError) in
        try await evaluate(call, at: element, as: Readiness.self)
      }
      guard let answer else { throw .interrupted }
      guard let x = answer.x, let y = answer.y else { throw answer.refusal }
      let (point, isHit) = try await outward(Point(x: x, y: y), from: frame, bringing: true)
      if isHit || needs.anywhere { return point }
      guard ContinuousClock.now < end else {
        throw SurfaceError(.notActionable, "The frame of the element is covered. Close what lies over it.")
      }
      _ = try await evaluate(PageCall("act.frame"), in: frame, as: Bool?.self)
    }
  }
}

extension SurfaceError {
  static let interrupted = SurfaceError(
    .notActionable, "A dialog is open, or the tab was closed. Answer the dialog or open the tab again.")
}
