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

  /// Whether what it opens may be showing: a closed menu has a hundred items that nobody sees.
  var isOpen: Bool {
    switch facts.role {
    case "popup menu": true
    case "menu": facts.states.contains(.selected) || facts.states.contains(.expanded) || facts.name.isEmpty
    // Qt's items hold the menu that they open.
    case "menu item": facts.childCount > 0
    default: false
    }
  }

  /// LibreOffice's own fields (Calc's input line, a cell that is typed into) are named panels full of paragraphs, which
  /// do not even say that they are showing.
  var mayBeEditor: Bool {
    facts.role == "panel" && !facts.name.isEmpty && facts.attributes["toolkit"] == nil && facts.childCount > 0
      && facts.interfaces.contains("Selection") && !facts.interfaces.contains("Action")
  }

  /// The question what of it lies at a point of the screen.
  func call(at point: Point) -> BusCall { Self.call(at: shift.asSaid(point), of: facts.accessible) }

  static func call(at said: Point, of accessible: Accessible) -> BusCall {
    accessible.call(
      "Component", "GetAccessibleAtPoint", .int32(Int32(clamping: Int(said.x))), .int32(Int32(clamping: Int(said.y))),
      .uint32(0))
  }
}
