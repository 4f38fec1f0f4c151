import Surfaces
import Trace

extension AccessibilityBus {
  /// Chooses an option of a combo box or list by its name; the name of what is chosen then.
  func choose(_ option: String, in accessible: Accessible) throws(SurfaceError) -> String? {
    let deadline = Deadline.after(max(limit, .seconds(2)))
    let box = Seen(facts: try known(accessible, until: deadline), shift: Shift())
    let inside = try children(of: box, until: deadline)
    let lists: Set = ["menu", "list", "list box", "popup menu"]
    let list = inside.first { lists.contains($0.facts.role) }
    let items = try list.map { list throws(SurfaceError) in try children(of: list, until: deadline) } ?? inside
    guard let number = items.firstIndex(where: { $0.facts.name == option.trimmed }) else {
      throw SurfaceError(.elementNotFound, "The list has no such option. Look again, or type the option.")
    }
    // What selects is the box in some toolkits, its list in others.
    guard let holder = [box, list].compactMap({ $0 }).first(where: { $0.facts.interfaces.contains("Selection") }) else {
      throw SurfaceError(.unsupported, "The list's application does not let options be chosen from outside. Use keys.")
    }
    try demand(
      holder.facts.accessible.call("Selection", "SelectChild", .int32(Int32(number))), "be chosen from",
      until: deadline)
    return try chosenName(in: holder.facts, until: deadline)
  }

  private func chosenName(in holder: AccessibleFacts, until deadline: Deadline) throws(SurfaceError) -> String? {
    let call = holder.accessible.call("Selection", "GetSelectedChild", .int32(0))
    guard let chosen = try ask(call, until: deadline).first?.accessible else { return nil }
    return try facts(of: chosen, until: deadline)?.name
  }

  /// Moves a sheet's cursor to a cell; the cell as it is then.
  func select(cell address: CellAddress, in window: DesktopWindow) throws(SurfaceError) -> SeenElement {
    let deadline = Deadline.after(max(limit, .seconds(2)))
    guard let path = try sheet(in: window, until: deadline), let table = path.last else {
      if deadline.hasPassed { throw Self.gone(deadline) }
      throw SurfaceError(.elementNotFound, "The window shows no sheet. Open the document first.")
    }
    let accessible = table.facts.accessible
    let place = accessible.call(
      "Table", "GetIndexAt", .int32(Int32(clamping: address.row)), .int32(Int32(clamping: address.column)))
    guard let index = try ask(place, until: deadline).first?.integer, index >= 0 else {
      throw SurfaceError(.elementNotFound, "The sheet has no such cell. Check the address.")
    }
    _ = try ask(accessible.call("Selection", "ClearSelection"), until: deadline)
    try demand(accessible.call("Selection", "SelectChild", .int32(Int32(index))), "select a cell", until: deadline)
    guard let cell = try ask(Self.call(for: address, of: accessible), until: deadline).first?.accessible,
      let facts = try facts(of: cell, until: deadline),
      let seen = try described(path + [Seen(facts: facts, shift: table.shift)], until: deadline)
    else { throw Self.gone(deadline) }
    return seen
  }

  /// The sheet that a window shows: what ``cell(row:column:of:)`` is asked with; nil where it shows none.
  nonisolated func sheet(in window: DesktopWindow) async -> Accessible? {
    let deadline = Deadline.after(limit)
    return await lookForSheet(in: window, until: deadline)
  }

  private func lookForSheet(in window: DesktopWindow, until deadline: Deadline) -> Accessible? {
    do {
      return try sheet(in: window, until: deadline)?.last?.facts.accessible
    } catch {
      // Whatever the reason: the sheet is unknown.
      return nil
    }
  }

  private func sheet(in window: DesktopWindow, until deadline: Deadline) throws(SurfaceError) -> [Seen]? {
    guard let path = try pathToDocument(in: window, until: deadline), let document = path.last else { return nil }
    let table = try children(of: document, until: deadline).first { $0.facts.interfaces.contains("Table") }
    return table.map { path + [$0] }
  }
}
