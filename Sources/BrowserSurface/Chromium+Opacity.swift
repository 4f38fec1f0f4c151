import Surfaces
import Trace

/// Says where something happened that cannot be recorded.
extension Chromium {
  /// A click on a canvas, or on what may have a closed shadow root: the latter is looked up.
  func lookInside(_ opacity: Report.Opacity, report: Report, of frame: PageFrame, at time: Moment, in place: Place) {
    switch opacity {
    case .canvas:
      emit(
        .signal(.notRecorded("What is drawn on a canvas has no elements: only the position is recorded.")),
        at: time, in: place)
    case .host:
      guard let bounds = report.element?.bounds else { return }
      Task { [weak self] in
        guard await self?.isClosed(at: bounds.center, in: frame) == true else { return }
        await self?.emit(
          .signal(.notRecorded("This element keeps what is inside it to itself (a closed shadow root).")),
          at: time, in: place)
      }
    }
  }

  private struct Found: Decodable {
    struct Object: Decodable { var objectId: String? }
    var result: Object
  }

  private struct Described: Decodable {
    struct Node: Decodable { var shadowRoots: [Root]? }
    struct Root: Decodable { var shadowRootType: String? }
    var node: Node
  }

  /// Whether the element at a point of a frame has a closed shadow root.
  private func isClosed(at point: Point, in frame: PageFrame) async -> Bool {
    guard let world = frame.world,
      let found = try? await connection.call(
        "Runtime.evaluate",
        ["expression": "document.elementFromPoint(\(point.x), \(point.y))", "contextId": world],
        in: frame.session, as: Found.self),
      let object = found.result.objectId
    else { return false }
    defer { connection.post("Runtime.releaseObject", ["objectId": object], in: frame.session) }
    let described = try? await connection.call(
      "DOM.describeNode", ["objectId": object, "depth": 0], in: frame.session, as: Described.self)
    return described?.node.shadowRoots?.contains { $0.shadowRootType == "closed" } ?? false
  }
}
