import Trace

extension Bounds {
  /// The part of a window in which a text under the pointer is looked for: large enough for a button's title. It moves in
  /// steps, so that what is pressed again looks the same although the pointer is not quite where it was.
  func part(around point: Point) -> Bounds {
    Bounds(
      x: Self.start(of: 320, step: 32, from: x, width, around: point.x),
      y: Self.start(of: 80, step: 16, from: y, height, around: point.y), width: min(320, width),
      height: min(80, height))
  }

  private static func start(
    of size: Double, step: Double, from start: Double, _ length: Double, around middle: Double
  ) -> Double {
    let wanted = ((middle - start - size / 2) / step).rounded() * step
    return start + min(max(0, wanted), max(0, length - size))
  }
}
