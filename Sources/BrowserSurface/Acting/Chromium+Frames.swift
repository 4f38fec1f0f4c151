import Surfaces
import Trace

/// From the coordinates of a frame to those of its tab.
extension Chromium {
  /// A point of a frame in the coordinates of the tab, and whether it can be hit there; `bringing` scrolls it into
  /// view.
  func outward(
    _ point: Point, from frame: PageFrame, bringing: Bool = false
  ) async throws(SurfaceError) -> (point: Point, isHit: Bool) {
    var point = point
    var isHit = true
    var frame = frame
    while let parent = frame.parent.flatMap({ pages.frames[$0] }) {
      struct Through: Decodable { var x, y: Double, hit: Bool }
      let owner = try await owner(of: frame, in: parent)
      let through = try await evaluate(
        PageCall("act.through", owner.number, point.x, point.y, bringing), at: owner, as: Through?.self)
      guard let through else { throw .gone }
      point = Point(x: through.x, y: through.y)
      isHit = isHit && through.hit
      frame = parent
    }
    return (point, isHit)
  }

  /// The element that a frame is in, in its parent's world.
  private func owner(of frame: PageFrame, in parent: PageFrame) async throws(SurfaceError) -> ElementReference {
    struct Owner: Decodable { var backendNodeId: Int }
    struct Resolved: Decodable {
      struct Object: Decodable { var objectId: String }
      var object: Object
    }
    struct Numbered: Decodable {
      struct Result: Decodable { var value: Int? }
      var result: Result
    }
    let world = try await world(of: parent)
    if let known = actingState.owners[frame.id], known.frame == parent.id, known.world == world { return known }
    let node = try await connection.call(
      "DOM.getFrameOwner", ["frameId": frame.id], in: parent.session, as: Owner.self)
    let object = try await connection.call(
      "DOM.resolveNode", ["backendNodeId": node.backendNodeId, "executionContextId": world], in: parent.session,
      as: Resolved.self)
    let number = try await connection.call(
      "Runtime.callFunctionOn",
      [
        "objectId": object.object.objectId, "returnByValue": true,
        "functionDeclaration": "function () { return understudy.registry.number(this); }",
      ], in: parent.session, as: Numbered.self)
    guard let value = number.result.value else { throw .gone }
    let owner = ElementReference(frame: parent.id, world: world, number: value)
    actingState.owners[frame.id] = owner
    return owner
  }

  /// The frame in the tab that has the focus.
  func focusedFrame(of tab: Tab) async throws(SurfaceError) -> FrameID {
    var focused = tab.mainFrame
    while let frame = pages.frames[focused] {
      let children = pages.frames.values.filter { $0.parent == focused }
      guard !children.isEmpty,
        let number = try await evaluate(PageCall("fields.focusedFrame"), in: frame, as: Int?.self)
      else { break }
      var next: FrameID?
      for child in children where try await owner(of: child, in: frame).number == number { next = child.id }
      guard let next else { break }
      focused = next
    }
    return focused
  }
}
