import Surfaces
import Trace

extension AccessibilityBus {
  /// The objects down to what is at the point of an open menu or list.
  ///
  /// Some toolkits tell of a window for it. Others keep menus below what opens them: the focus is in the open one, and
  /// where it was not told of, the menus that say they are selected are gone through.
  func pathInPopup(to point: Point, topLevels: [Seen], until deadline: Deadline) throws(SurfaceError) -> [Seen]? {
    for popup in topLevels.reversed() where !Self.mainWindows.contains(popup.facts.role) {
      if let found = try openItem(below: [popup], at: point, depth: 6, until: deadline) { return found }
      if popup.holds(point) { return try descend(from: [popup], to: point, until: deadline) }
    }
    for bus in Set(topLevels.map(\.facts.accessible.bus)) {
      if let found = try pathInShown(to: point, ofApplication: bus, until: deadline) { return found }
      guard let last = focus.accessible(ofApplication: bus), let path = try path(upFrom: last, until: deadline),
        path.contains(where: { Self.opened.contains($0.facts.role) })
      else { continue }
      // Upwards from the focus: the item itself, its menu, the menu that opened that one.
      for length in stride(from: path.count, to: 1, by: -1) {
        let upper = Array(path.prefix(length))
        guard let menu = upper.last, !Self.mainWindows.contains(menu.facts.role) || menu.bounds == nil else { break }
        if length == path.count, menu.holds(point) { return upper }
        if let found = try openItem(below: upper, at: point, depth: 2, until: deadline) { return found }
      }
    }
    for top in topLevels where Self.mainWindows.contains(top.facts.role) {
      for bar in try menuBars(below: [top], until: deadline) {
        if let found = try openItem(below: bar, at: point, depth: 6, until: deadline) { return found }
      }
    }
    return nil
  }

  /// The objects down to what is at the point of a menu that no window is told of, but that was told to show.
  private func pathInShown(
    to point: Point, ofApplication bus: String, until deadline: Deadline
  ) throws(SurfaceError) -> [Seen]? {
    let shown = try facts(of: focus.shown(byApplication: bus), until: deadline).compactMap { $0 }
    for facts in shown where facts.role == "popup menu" {
      let menu = Seen(facts: facts, shift: Shift())
      guard facts.states.contains(.showing), menu.holds(point) else { continue }
      let path = try path(upFrom: facts.accessible, until: deadline) ?? [menu]
      if let found = try openItem(below: path, at: point, depth: 2, until: deadline) { return found }
    }
    return nil
  }

  /// What shows in a window of its own.
  private static let opened: Set<String> = [
    "combo box", "list", "list box", "menu", "menu bar", "popup menu", "window",
  ]

  /// Windows that are no menu and no list.
  private static let mainWindows: Set<String> = ["frame", "dialog", "alert", "file chooser"]

  /// The item at the point, below the last object of `path` or below what is open there.
  private func openItem(
    below path: [Seen], at point: Point, depth: Int, until deadline: Deadline
  ) throws(SurfaceError) -> [Seen]? {
    guard depth > 0, let last = path.last else { return nil }
    let children = try children(of: last, until: deadline)
    let shown = children.filter { $0.facts.states.contains(.showing) }
    // What is open lies over what opened it.
    for child in shown where child.isOpen {
      if let found = try openItem(below: path + [child], at: point, depth: depth - 1, until: deadline) { return found }
    }
    guard let hit = shown.last(where: { $0.holds(point) && AccessibleRole.named.contains($0.facts.role) }) else {
      return nil
    }
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
}
