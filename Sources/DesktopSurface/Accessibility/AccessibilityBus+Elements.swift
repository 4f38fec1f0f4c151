import Surfaces
import Trace

extension AccessibilityBus {
  /// The elements that a person could act on and that are showing in a window now, in reading order, and whether time
  /// or number cut some off.
  ///
  /// Of a table these are the cells that can be seen, and the one that the budget looks for.
  func elements(
    of window: DesktopWindow, within budget: Budget
  ) throws(SurfaceError) -> (elements: [SeenElement], isPartial: Bool) {
    let deadline = Deadline.after(budget.time)
    guard let process = window.process else {
      throw SurfaceError(
        .unsupported, "The window does not say which process it belongs to, so its elements are unknown.")
    }
    let topLevels = try topLevels(ofProcess: process, until: deadline)
    guard let top = topLevel(of: window, among: topLevels) else {
      if deadline.hasPassed { throw Self.gone(deadline) }
      throw SurfaceError(
        .unsupported,
        "The application tells nothing of this window's elements. Act on it by keys, or start the application with "
          + "accessibility switched on.")
    }
    let starts = window.isPopup ? topLevels : [top]
    let walk = try walk(from: starts, within: budget, until: deadline)
    var found: [SeenElement] = []
    // Who looks for a cell of a sheet wants nothing beside the sheet.
    let paths = budget.resembling?.isSheetCell == true && !walk.tables.isEmpty ? [] : walk.paths
    for path in paths where !window.isPopup || path.last?.bounds?.intersects(window.bounds) == true {
      guard !deadline.hasPassed, let element = try described(path, until: deadline) else { continue }
      found.append(element)
    }
    for path in walk.tables where !window.isPopup || path.last?.bounds?.intersects(window.bounds) == true {
      found += try visibleCells(path, resembling: budget.resembling, until: deadline)
    }
    let isCut = walk.isCut || deadline.hasPassed || found.count > budget.count
    return (Array(Self.inReadingOrder(found, first: budget.resembling).prefix(budget.count)), isCut)
  }

  /// The ways down to what a person could act on, and to tables.
  private struct Walk {
    var paths: [[Seen]] = []
    var tables: [[Seen]] = []
    var isCut = false
  }

  private func walk(
    from starts: [Seen], within budget: Budget, until deadline: Deadline
  ) throws(SurfaceError) -> Walk {
    var walk = Walk()
    var level = starts.map { [$0] }
    var count = 0
    while !level.isEmpty, !deadline.hasPassed {
      let below = try children(ofAll: level.compactMap(\.last), until: deadline)
      var next: [[Seen]] = []
      for (path, children) in zip(level, below) {
        for child in children where Self.isShown(child, below: path) {
          let way = path + [child]
          count += 1
          if child.facts.isTable, child.facts.interfaces.contains("Table") {
            if Self.mayHold(budget.resembling) { walk.tables.append(way) }
          } else if Self.isActedOn(child, below: path) {
            walk.paths.append(way)
          }
          if Self.isEntered(child) { next.append(way) }
        }
      }
      // Ten objects that only lay out for each that is acted on is more than any window has.
      if count > budget.count * 10 + 1_000 { break }
      level = next
    }
    walk.isCut = !level.isEmpty
    // A combo box that can be typed into is its field.
    let fields = walk.paths.filter { AccessibleRole.editors.contains($0.last?.facts.role ?? "") }
    let boxes = Set(fields.compactMap { $0.dropLast().last?.facts.accessible })
    walk.paths.removeAll { $0.last.map { boxes.contains($0.facts.accessible) } ?? true }
    return walk
  }

  private static func isShown(_ child: Seen, below path: [Seen]) -> Bool {
    guard child.facts.states.contains(.showing) || child.mayBeEditor else { return false }
    // A page without a tab is nowhere itself.
    guard let bounds = child.bounds else { return child.facts.role == "page tab" && child.facts.childCount > 0 }
    // What was scrolled out of sight still says that it is showing. A menu is not cut off by what opens it.
    guard let clip = path.last(where: { clipping.contains($0.facts.role) || $0.facts.role == "menu" }),
      clip.facts.role != "menu", let frame = clip.bounds
    else { return true }
    return bounds.intersects(frame)
  }

  private static let clipping: Set<String> = ["viewport", "scroll pane"]

  private static func isActedOn(_ child: Seen, below path: [Seen]) -> Bool {
    guard child.bounds != nil else { return false }
    if AccessibleRole.editors.contains(child.facts.role) || child.mayBeEditor { return true }
    // What else is inside a combo box is a part of it.
    if path.contains(where: { $0.facts.role == "combo box" }) { return choices.contains(child.facts.role) }
    return AccessibleRole.named.contains(child.facts.role)
  }

  /// What can be chosen in a combo box.
  static let choices: Set<String> = ["list item", "menu item"]

  /// Whether something inside could be acted on by itself.
  private static func isEntered(_ child: Seen) -> Bool {
    switch child.facts.role {
    case "menu", "menu item": child.isOpen
    // What unfolds is a button that holds what it unfolds.
    case "toggle button": child.facts.childCount > 0 && child.facts.states.contains(.expanded)
    case "page tab", "combo box", "list item", "tree item": true
    case let role:
      !child.facts.isTable && !AccessibleRole.editors.contains(role) && !AccessibleRole.named.contains(role)
    }
  }

  /// By lines from the top, each from the left; the element that is looked for first.
  private static func inReadingOrder(_ found: [SeenElement], first: Element?) -> [SeenElement] {
    func place(_ element: Element) -> (Double, Double, Double) {
      let isFirst =
        first != nil && element.role == first?.role
        && (element.attributes["cell"] ?? element.name) == (first?.attributes["cell"] ?? first?.name)
      return (isFirst ? 0 : 1, element.bounds?.y ?? .infinity, element.bounds?.x ?? .infinity)
    }
    return found.enumerated().sorted { left, right in
      let (one, other) = (place(left.element.element), place(right.element.element))
      return one == other ? left.offset < right.offset : one < other
    }.map(\.element)
  }

  private static func mayHold(_ element: Element?) -> Bool {
    guard let element else { return true }
    let inTables: Set<Role> = [.gridcell, .cell, .row, "columnheader", "rowheader", "treeitem"]
    return inTables.contains(element.role)
  }
}
