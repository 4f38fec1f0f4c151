import Surfaces
import Trace

extension AccessibilityBus {
  /// The objects down to what is at the point of an open menu or list.
  ///
  /// Toolkits keep menus below what opens them, not below a window of their own. The focus is in the open one; where
  /// it was not told of, the menus that say they are selected or showing are gone through.
  func pathInPopup(
    to point: Point, ofApplication bus: String, topLevels: [Seen], until deadline: Deadline
  ) throws(SurfaceError) -> [Seen]? {
    if let last = focus.accessible(ofApplication: bus), let path = try path(upFrom: last, until: deadline) {
      // Upwards from the focus: the item itself, its menu, the menu that opened that one.
      for length in stride(from: path.count, to: 0, by: -1) {
        let upper = Array(path.prefix(length))
        guard let menu = upper.last, !AccessibleRole.windows.contains(menu.facts.role) || menu.facts.role == "window"
        else { break }
        if menu.holds(point), length == path.count { return upper }
        if let found = try openItem(below: upper, at: point, depth: 3, until: deadline) { return found }
      }
    }
    for top in topLevels where top.facts.accessible.bus == bus {
      for bar in try menuBars(below: [top], until: deadline) {
        if let found = try openItem(below: bar, at: point, depth: 6, until: deadline) { return found }
      }
    }
    return nil
  }

  /// The item at the point, below the last object of `path` or below what is open there.
  private func openItem(
    below path: [Seen], at point: Point, depth: Int, until deadline: Deadline
  ) throws(SurfaceError) -> [Seen]? {
    guard depth > 0, let last = path.last else { return nil }
    let children = try children(of: last, until: deadline)
    let shown = children.filter { $0.facts.states.contains(.showing) }
    // What is open lies over what opened it.
    for child in shown where child.facts.role.hasSuffix("menu") || child.facts.states.contains(.selected) {
      guard child.facts.accessible != last.facts.accessible else { continue }
      if let found = try openItem(below: path + [child], at: point, depth: depth - 1, until: deadline) { return found }
    }
    guard let hit = shown.last(where: { $0.holds(point) && $0.facts.role != "popup menu" }) else { return nil }
    return path + [hit]
  }

  /// The menu bars of a window, looked for among what stands near its top.
  private func menuBars(below path: [Seen], until deadline: Deadline) throws(SurfaceError) -> [[Seen]] {
    var level = [path]
    for _ in 0..<8 {
      var next: [[Seen]] = []
      for path in level {
        guard let last = path.last else { continue }
        for child in try children(of: last, until: deadline) where child.facts.states.contains(.showing) {
          if child.facts.role == "menu bar" { return [path + [child]] }
          next.append(path + [child])
        }
      }
      level = Array(next.prefix(16))
    }
    return []
  }

  /// The objects from the window down to this one, by what each says is its parent; nil where that breaks off.
  func path(upFrom accessible: Accessible, until deadline: Deadline) throws(SurfaceError) -> [Seen]? {
    var upwards: [AccessibleFacts] = []
    var next: Accessible? = accessible
    while let current = next, upwards.count < 64 {
      guard let facts = try facts(of: current, until: deadline) else { return nil }
      guard facts.role != "application" else { break }
      upwards.append(facts)
      next = facts.parent
    }
    var path: [Seen] = []
    for facts in upwards.reversed() {
      let shift = path.last.map { $0.shift.inside(facts, of: $0.facts) } ?? Shift()
      path.append(Seen(facts: facts, shift: shift))
    }
    return path.isEmpty ? nil : path
  }
}
