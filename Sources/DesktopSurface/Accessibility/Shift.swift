import Trace

/// How far an application's numbers are from the screen: what is seen is what is said plus this.
///
/// LibreOffice draws most of its window itself and forgets the menu bar above it; what GTK draws inside is right.
struct Shift: Sendable, Hashable {
  var x: Double = 0
  var y: Double = 0

  func onScreen(_ bounds: Bounds) -> Bounds {
    Bounds(x: bounds.x + x, y: bounds.y + y, width: bounds.width, height: bounds.height)
  }

  func asSaid(_ point: Point) -> Point { Point(x: point.x - x, y: point.y - y) }

  /// The shift inside `child`, where this one is that of its parent.
  func inside(_ child: AccessibleFacts, of parent: AccessibleFacts) -> Shift {
    if child.isOwnTree, let outer = parent.bounds,
      let inner = child.bounds
    {
      let outer = onScreen(outer)
      return Shift(x: outer.x - inner.x, y: outer.y - inner.y)
    }
    return child.attributes["toolkit"] == "gtk" ? Shift() : self
  }
}
