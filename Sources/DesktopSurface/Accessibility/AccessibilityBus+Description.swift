import Surfaces
import Trace

extension AccessibilityBus {
  /// The last object of `path` as an element; nil where the application did not tell in time.
  func described(_ path: [Seen], until deadline: Deadline) throws(SurfaceError) -> SeenElement? {
    guard let seen = path.last else { return nil }
    if seen.facts.role == "table cell" { return try describedCell(path, until: deadline) }
    let accessible = seen.facts.accessible
    let answers = try ask(
      [
        accessible.property("Accessible", "Description"), accessible.property("Accessible", "AccessibleId"),
        accessible.call("Accessible", "GetRelationSet"), accessible.call("Accessible", "GetIndexInParent"),
        accessible.property("Text", "CharacterCount"), accessible.property("Value", "CurrentValue"),
      ], until: deadline)
    guard !answers.contains(where: \.isLate) else { return nil }
    var element = Element(
      role: AccessibleRole.role(seen.facts), name: seen.facts.name, states: Self.states(of: seen.facts),
      attributes: Self.attributes(of: seen.facts, description: answers[0].first?.string, id: answers[1].first?.string),
      ancestors: Self.ancestors(of: path), bounds: seen.bounds)
    if let index = answers[3].first?.integer, index >= 0 { element.index = index }
    element.surroundings.label = try label(answers[2].first, until: deadline)
    element.surroundings.heading = element.ancestors.first { $0.role == "group" }?.name ?? ""
    element.value = try value(
      of: seen, characters: answers[4].first?.integer, number: answers[5].first?.double, until: deadline)
    if seen.mayBeEditor, element.value != nil {
      element.role = .textbox
      element.states.subtract([.disabled, .hidden])
    }
    try describeChoices(&element, path, until: deadline)
    // GTK names a combo box after what is chosen.
    if element.role == .combobox, element.name == element.value { element.name = "" }
    if element.name.isEmpty { element.name = element.surroundings.label }
    if element.name.isEmpty { try describeUnnamedField(&element, path, until: deadline) }
    if element.name.isEmpty { element.name = element.surroundings.label }
    if element.name.isEmpty { element.name = element.attributes["description"] ?? "" }
    return deadline.hasPassed ? nil : SeenElement(accessible: accessible, element: element)
  }

  /// The element that an object is, told whole.
  func describe(_ accessible: Accessible) throws(SurfaceError) -> Element {
    let deadline = Deadline.after(limit)
    return try element(at: path(upFrom: accessible, until: deadline), until: deadline)
  }

  /// The same for where the focus goes in quick succession: of a cell in the sheet of the one before, what is around it
  /// is not asked again for a second.
  func describeNext(_ accessible: Accessible) throws(SurfaceError) -> Element {
    let deadline = Deadline.after(limit)
    if let path = try pathInSheet(to: accessible, until: deadline) { return try element(at: path, until: deadline) }
    let path = try path(upFrom: accessible, until: deadline)
    if let path, Self.isSheet(path), path.dropLast().last?.facts.isTable == true {
      sheet = (path.dropLast(), .after(.seconds(1)))
    }
    return try element(at: path, until: deadline)
  }

  private func element(at path: [Seen]?, until deadline: Deadline) throws(SurfaceError) -> Element {
    guard let path, let seen = try described(path, until: deadline) else { throw AccessibilityBus.gone(deadline) }
    return seen.element
  }

  /// The way down to a cell of the sheet that was looked at a moment ago; nil for everything else.
  private func pathInSheet(to accessible: Accessible, until deadline: Deadline) throws(SurfaceError) -> [Seen]? {
    guard let sheet, !sheet.until.hasPassed, let table = sheet.path.last,
      table.facts.accessible.bus == accessible.bus, let facts = try facts(of: accessible, until: deadline),
      facts.parent == table.facts.accessible
    else { return nil }
    return sheet.path + [Seen(facts: facts, shift: table.shift.inside(facts, of: table.facts))]
  }

  /// Why an object could not be asked.
  static func gone(_ deadline: Deadline) -> SurfaceError {
    deadline.hasPassed
      ? SurfaceError(.timedOut, "The application did not answer in time. Wait until it has finished and try again.")
      : SurfaceError(.elementNotFound, "The element is no longer in the application's window. Look again.")
  }

  static func attributes(
    of facts: AccessibleFacts, description: String? = nil, id: String? = nil
  ) -> [String: String] {
    var attributes: [String: String] = [:]
    attributes["id"] = id ?? facts.attributes["id"]
    attributes["description"] = description
    // Enter is text there.
    if facts.states.contains(.multiLine), facts.role != "table cell" { attributes["multiline"] = "true" }
    for name in ["toolkit", "class"] { attributes[name] = facts.attributes[name] }
    return attributes.filter { !$0.value.isEmpty }
  }

  /// The objects around the last one of `path`, nearest first, without those that only lay out.
  static func ancestors(of path: [Seen]) -> [Ancestor] {
    var around = path.dropLast()
    if let last = path.last, AccessibleRole.editors.contains(last.facts.role), around.last?.facts.role == "combo box" {
      // The field is the combo box.
      around.removeLast()
    }
    return around.reversed().lazy.compactMap { seen in
      // The window and its title are the place's: another document is the same element.
      guard seen.facts.role != "root pane", seen.facts.role != "frame" else { return nil }
      let role = AccessibleRole.role(seen.facts)
      let name = seen.facts.name.contains("://") ? "" : seen.facts.name
      return role == .generic && name.isEmpty ? nil : Ancestor(role: role, name: name)
    }.prefix(8).map { $0 }
  }

  /// The text of what labels an object.
  private func label(_ relations: BusValue?, until deadline: Deadline) throws(SurfaceError) -> String {
    let labelledBy = 2
    for relation in relations?.list ?? [] {
      guard let pair = relation.list, pair.count == 2, pair[0].integer == labelledBy,
        let label = pair[1].list?.first?.accessible
      else { continue }
      return (try ask(label.property("Accessible", "Name"), until: deadline).first?.string ?? "").trimmed
    }
    return ""
  }
}
