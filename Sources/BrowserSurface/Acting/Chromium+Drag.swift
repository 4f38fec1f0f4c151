import Foundation
public import Surfaces
import Trace

extension Chromium {
  public func drag(
    _ target: ElementHandle, to destination: ElementHandle
  ) async throws(SurfaceError) -> Outcome {
    guard let source = ElementReference(target), let end = ElementReference(destination) else { throw .gone }
    return try await acting { () throws(SurfaceError) in
      try await act(in: source.frame) { browser, aftermath throws(SurfaceError) in
        try await browser.drag(source, to: end, during: aftermath)
        return nil
      }
    }
  }

  private func drag(
    _ source: ElementReference, to destination: ElementReference, during aftermath: Aftermath
  ) async throws(SurfaceError) {
    let to = try await ready(destination, Needs(anywhere: true, pointer: false), during: aftermath)
    let from = try await ready(source, Needs(), during: aftermath)
    let session = aftermath.tab.session
    let isNative = try await evaluate(PageCall("fields.isDraggable", source.number), at: source, as: Bool.self)
    if isNative { connection.post("Input.setInterceptDrags", ["enabled": true], in: session) }
    defer { if isNative { connection.post("Input.setInterceptDrags", ["enabled": false], in: session) } }

    try await send(
      [.pointer("mouseMoved", at: from), .pointer("mousePressed", at: from, button: .left, count: 1)], during: aftermath
    )
    let path = Self.path(from: from, to: to)
    for (number, point) in path.enumerated() {
      if let drag = aftermath.state.drag {
        try await carry(drag, along: path.suffix(from: number), during: aftermath)
        return
      }
      try await send([.pointer("mouseMoved", at: point, button: .left, held: true)], during: aftermath)
      if isNative, number == 1 {
        await aftermath.wait(atMost: .milliseconds(300)) { $0.drag != nil || $0.isInterrupted }
      }
    }
    if let drag = aftermath.state.drag {
      try await carry(drag, along: path.suffix(1), during: aftermath)
    } else {
      try await send([.pointer("mouseReleased", at: to, button: .left, count: 1)], during: aftermath)
    }
  }

  /// Carries what the browser itself drags over the page, and drops it at the end.
  private func carry(
    _ drag: Data, along path: ArraySlice<Point>, during aftermath: Aftermath
  ) async throws(SurfaceError) {
    struct Intercepted: Decodable {
      var data: DragData
    }
    guard let data = try? JSONDecoder().decode(Intercepted.self, from: drag).data, let last = path.last else {
      throw SurfaceError(.failed, "What is dragged cannot be read. Drag it by hand.")
    }
    func event(_ type: String, _ point: Point) -> Input {
      Input(
        method: "Input.dispatchDragEvent",
        parameters: ["type": type, "x": point.x, "y": point.y, "data": data, "modifiers": 0])
    }
    try await send(
      path.prefix(1).map { event("dragEnter", $0) } + path.map { event("dragOver", $0) }, during: aftermath)
    try await send([event("drop", last)], during: aftermath)
    try await send([.pointer("mouseReleased", at: last, button: .left, count: 1)], during: aftermath)
  }

  /// A few points on the way, the first near the start: a drag begins only after a few pixels.
  private static func path(from: Point, to: Point) -> [Point] {
    let distance = max(1, ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot())
    let first = min(0.5, 6 / distance)
    return [first / 2, first, 0.25, 0.5, 0.75, 0.9, 1].map { share in
      Point(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
    }
  }
}

/// What DevTools says is dragged: handed back as it came.
private struct DragData: Codable, Sendable {
  struct Item: Codable, Sendable {
    var mimeType: String
    var data: String
    var title: String?
    var baseURL: String?
  }
  var items: [Item]
  var files: [String]?
  var dragOperationsMask: Int
}
