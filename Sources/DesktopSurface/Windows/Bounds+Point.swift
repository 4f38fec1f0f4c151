import Trace

extension Bounds {
  /// Whether the point is in the rectangle; its right and lower edges are outside.
  func contains(_ point: Point) -> Bool {
    (x..<x + width).contains(point.x) && (y..<y + height).contains(point.y)
  }
}

extension Bounds {
  /// What the two have in common; nil for nothing.
  func intersection(_ other: Bounds) -> Bounds? {
    guard intersects(other) else { return nil }
    let (left, top) = (max(x, other.x), max(y, other.y))
    return Bounds(
      x: left, y: top, width: min(x + width, other.x + other.width) - left,
      height: min(y + height, other.y + other.height) - top)
  }

  /// The smallest rectangle around both.
  static func union(_ one: Bounds?, _ other: Bounds) -> Bounds {
    guard let one else { return other }
    let (left, top) = (min(one.x, other.x), min(one.y, other.y))
    return Bounds(
      x: left, y: top, width: max(one.x + one.width, other.x + other.width) - left,
      height: max(one.y + one.height, other.y + other.height) - top)
  }
}
