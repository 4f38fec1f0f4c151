import Surfaces
import Trace

extension Chromium {
  /// Turns the wheel over an element (without one, over the middle of the page) and waits until the scrolling ends.
  func scroll(
    _ element: ElementReference?, x: Double, y: Double, during aftermath: Aftermath
  ) async throws(SurfaceError) {
    guard let frame = pages.frames[element?.frame ?? aftermath.tab.mainFrame] else { throw .gone }
    var point = Point(x: Double(settings.window.width) / 2, y: Double(settings.window.height) / 3)
    if let element { point = try await ready(element, Needs(anywhere: true, pointer: false), during: aftermath) }
    let number = element?.number
    let before = try await evaluate(PageCall("fields.scrolled", number), in: frame, as: Point.self)
    let wheel = Input(
      method: "Input.dispatchMouseEvent",
      parameters: ["type": "mouseWheel", "x": point.x, "y": point.y, "deltaX": x, "deltaY": y])
    try await send([.pointer("mouseMoved", at: point), wheel], during: aftermath)
    _ = try await evaluate(PageCall("fields.settled", number, before, 1_500), in: frame, as: Point.self)
  }
}
