import Trace

extension Bounds {
  /// Whether the point is in the rectangle; its right and lower edges are outside.
  func contains(_ point: Point) -> Bool {
    (x..<x + width).contains(point.x) && (y..<y + height).contains(point.y)
  }
}
