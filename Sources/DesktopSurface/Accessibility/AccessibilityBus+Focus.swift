import Surfaces
import Trace

extension AccessibilityBus {
  /// The element of a window that has the focus; nil where there is none, or where it was not told of in time.
  nonisolated func focused(in window: DesktopWindow) async -> SeenElement? {
    let deadline = Deadline.after(limit)
    return await lookForFocus(in: window, until: deadline)
  }

  private func lookForFocus(in window: DesktopWindow, until deadline: Deadline) -> SeenElement? {
    guard let process = window.process else { return nil }
    do {
      let topLevels = try topLevels(ofProcess: process, with: window, until: deadline)
      let top = topLevel(of: window, among: topLevels)
      for bus in try names(ofProcess: process, until: deadline) {
        if let last = focus.accessible(ofApplication: bus), let path = try path(upFrom: last, until: deadline),
          Self.hasFocus(path), Self.isBelow(top, path), let found = try focusedElement(path, until: deadline)
        {
          return found
        }
      }
      guard let top, let path = try focusedPath(below: top, until: deadline)
      else { return nil }
      return try focusedElement(path, until: deadline)
    } catch {
      // Whatever the reason: the focus is unknown.
      return nil
    }
  }

  /// Whether an object is in a window, and not in another one of its application: a dialog takes the keyboard before it
  /// tells of a focus.
  private static func isBelow(_ top: Seen?, _ path: [Seen]) -> Bool {
    guard let top else { return true }
    return path.contains { $0.facts.accessible == top.facts.accessible }
  }

  /// Whether what was told last still holds: a cell is as focused as its table.
  private static func hasFocus(_ path: [Seen]) -> Bool {
    guard let last = path.last else { return false }
    return path.suffix(2).contains { $0.facts.states.contains(.focused) } && last.facts.role != "frame"
  }

  /// The way down to what says that it is focused, the deepest; tables are not gone into.
  private func focusedPath(below top: Seen, until deadline: Deadline) throws(SurfaceError) -> [Seen]? {
    var level = [[top]]
    var found: [Seen]?
    // LibreOffice's paragraphs go on saying that they have the focus: they count where nothing else has it.
    var paragraph: [Seen]?
    while !level.isEmpty, !deadline.hasPassed {
      let below = try children(ofAll: level.compactMap(\.last), until: deadline)
      var next: [[Seen]] = []
      for (path, children) in zip(level, below) {
        for child in children where child.facts.states.contains(.showing) || child.mayBeEditor {
          if child.facts.states.contains(.focused) {
            if child.facts.role == "paragraph" || child.mayBeEditor {
              paragraph = path + [child]
            } else {
              found = path + [child]
            }
          }
          if child.facts.role != "menu bar", child.facts.role != "tool bar" || child.facts.childCount < 20 {
            next.append(path + [child])
          }
        }
      }
      level = next
    }
    return found ?? paragraph
  }

  /// What a person would say has the focus: of a table its cell, of a cell that is typed into the cell.
  private func focusedElement(_ path: [Seen], until deadline: Deadline) throws(SurfaceError) -> SeenElement? {
    guard let last = path.last else { return nil }
    if last.facts.isTable {
      guard let cell = try cursor(of: last, until: deadline) else { return try described(path, until: deadline) }
      return try described(path + [cell], until: deadline)
    }
    if let number = path.lastIndex(where: { $0.facts.role == "document spreadsheet" }),
      let cell = try typedInto(Array(path[number...]), above: Array(path[..<number]), until: deadline)
    {
      return cell
    }
    if path.contains(where: \.mayBeEditor), let cell = try cell(behind: path, until: deadline) { return cell }
    return try described(whole(path), until: deadline)
  }

  /// The cell at the cursor of the sheet in the same window: Calc's input line shows what it holds, and says that it
  /// has the focus even when only the cursor moved.
  private func cell(behind path: [Seen], until deadline: Deadline) throws(SurfaceError) -> SeenElement? {
    guard let top = path.first?.facts, let last = focus.cursor(ofApplication: top.accessible.bus),
      let cell = try self.path(upFrom: last, until: deadline), Self.isSheet(cell), cell.first?.facts.name == top.name
    else { return nil }
    var seen = try described(cell, until: deadline)
    seen?.element.states.insert(.focused)
    return seen
  }

  /// Where the cursor of the sheet in a window stands, whatever has the focus; nil where that cannot be told.
  nonisolated func sheetCursor(in window: DesktopWindow) async -> CellAddress? {
    let deadline = Deadline.after(limit)
    return await lookForCursor(in: window, until: deadline)
  }

  private func lookForCursor(in window: DesktopWindow, until deadline: Deadline) -> CellAddress? {
    do {
      guard let document = try pathToDocument(in: window, until: deadline)?.last,
        let table = try children(of: document, until: deadline).first(where: { $0.facts.interfaces.contains("Table") }),
        let cell = try cursor(of: table, until: deadline)
      else { return nil }
      return CellAddress(cell.facts.name)
    } catch {
      // Whatever the reason: it is unknown.
      return nil
    }
  }

  /// The cell that has the focus within its table: what was told last, else what is selected.
  private func cursor(of table: Seen, until deadline: Deadline) throws(SurfaceError) -> Seen? {
    let accessible = table.facts.accessible
    if let last = focus.cursor(ofApplication: accessible.bus), let facts = try facts(of: last, until: deadline),
      facts.parent == accessible, facts.states.contains(.focused)
    {
      return Seen(facts: facts, shift: table.shift)
    }
    let selected = try ask(accessible.call("Selection", "GetSelectedChild", .int32(0)), until: deadline)
    guard let cell = selected.first?.accessible, let facts = try facts(of: cell, until: deadline) else { return nil }
    return Seen(facts: facts, shift: table.shift)
  }

  /// The cell that is typed into: what stands in it is not in the sheet yet, and a panel over it has the focus.
  private func typedInto(
    _ below: [Seen], above: [Seen], until deadline: Deadline
  ) throws(SurfaceError) -> SeenElement? {
    guard let panel = below.dropFirst().first, let paragraph = below.last, paragraph.facts.role == "paragraph",
      let address = panel.facts.name.split(separator: " ").last.flatMap({ CellAddress(String($0)) }),
      let document = below.first,
      let table = try children(of: document, until: deadline).first(where: { $0.facts.interfaces.contains("Table") }),
      let cell = try ask(Self.call(for: address, of: table.facts.accessible), until: deadline).first?.accessible,
      let facts = try facts(of: cell, until: deadline),
      var seen = try described(above + [document, table, Seen(facts: facts, shift: table.shift)], until: deadline)
    else { return nil }
    seen.element.value = try text(of: paragraph.facts.accessible, until: deadline)
    seen.element.states.insert(.focused)
    return seen
  }

  /// `path` down to the field that its last object is a part of.
  private func whole(_ path: [Seen]) -> [Seen] {
    let isParagraph = path.last?.facts.role == "paragraph"
    return isParagraph && path.count > 1 ? Array(path.dropLast()) : path
  }
}
