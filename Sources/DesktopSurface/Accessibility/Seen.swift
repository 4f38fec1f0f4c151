import Trace

/// An object met on the way down to an element.
struct Seen: Sendable, Hashable {
  var facts: AccessibleFacts
  var shift: Shift

  /// On the screen.
  var bounds: Bounds? { facts.bounds.map(shift.onScreen) }

  func holds(_ point: Point) -> Bool {
    guard let bounds else { return false }
    return point.x >= bounds.x && point.x < bounds.x + bounds.width && point.y >= bounds.y
      && point.y < bounds.y + bounds.height
  }

  /// The question what of it lies at a point of the screen.
  func call(at point: Point) -> BusCall { Self.call(at: shift.asSaid(point), of: facts.accessible) }

  static func call(at said: Point, of accessible: Accessible) -> BusCall {
    accessible.call(
      "Component", "GetAccessibleAtPoint", .int32(Int32(clamping: Int(said.x))), .int32(Int32(clamping: Int(said.y))),
      .uint32(0))
  }
}
