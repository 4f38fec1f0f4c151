import Surfaces
import Trace

extension AccessibilityBus {
  /// What is written in a window; nil where its application does not tell all of it in time.
  ///
  /// What it tells nothing of and that may show a text (a drawing, a list that names none of its items) is told as one
  /// that cannot be read.
  nonisolated func writing(in window: DesktopWindow) async -> WindowWriting? {
    await read(window, until: .after(Self.longestReading))
  }

  private static let longestReading = Duration.milliseconds(600)
  /// No window shows more.
  private static let mostObjects = 3_000

  private func read(_ window: DesktopWindow, until deadline: Deadline) -> WindowWriting? {
    guard let process = window.process else { return nil }
    do {
      let topLevels = try topLevels(ofProcess: process, until: deadline)
      guard let top = topLevel(of: window, among: topLevels) else { return nil }
      let writing = try writing(below: top, in: window.bounds, until: deadline)
      return deadline.hasPassed ? nil : writing
    } catch {
      // Whatever the reason: it is not known.
      return nil
    }
  }

  private func writing(
    below top: Seen, in area: Bounds, until deadline: Deadline
  ) throws(SurfaceError) -> WindowWriting? {
    var writing = WindowWriting()
    var fields: [[Seen]] = []
    var tables: [[Seen]] = []
    var texts: [Seen] = []
    var level = [[top]]
    var count = 0
    while !level.isEmpty {
      let below = try children(ofAll: level.compactMap(\.last), until: deadline)
      var next: [[Seen]] = []
      for (path, children) in zip(level, below) {
        // Of more children than are looked at nobody knows what they show.
        if let last = path.last, last.facts.childCount > Self.mostChildren { return nil }
        for child in children where child.facts.states.contains(.showing) || child.mayBeEditor {
          let way = path + [child]
          guard let bounds = child.bounds else {
            // A page of a notebook is nowhere itself.
            if child.facts.isSecret { return nil }
            next.append(way)
            continue
          }
          guard bounds.intersects(area) else { continue }
          if child.facts.isSecret {
            writing.secrets.append(bounds)
          } else if child.facts.isTable {
            tables.append(way)
          } else if child.isField {
            fields.append(way)
          } else if child.isUnreadable {
            writing.texts.append(DrawnText(nil, bounds: [bounds]))
          } else {
            texts.append(child)
            if !child.isClosed { next.append(way) }
          }
        }
      }
      count += next.count
      guard count < Self.mostObjects, !deadline.hasPassed else { return nil }
      level = next
    }
    for field in fields {
      guard let drawn = try text(ofField: field, until: deadline) else { return nil }
      writing.texts += drawn
    }
    for table in tables { writing.texts += try cells(of: table, until: deadline) }
    writing.texts += try words(of: texts, until: deadline)
    return writing
  }

  /// What stands in a field, called as the field is.
  private func text(ofField path: [Seen], until deadline: Deadline) throws(SurfaceError) -> [DrawnText]? {
    guard let seen = path.last, let bounds = seen.bounds else { return nil }
    guard let element = try described(path, until: deadline)?.element else { return nil }
    let label = element.surroundings.label.isEmpty ? element.name : element.surroundings.label
    return [DrawnText(element.value ?? element.name, label: label, bounds: [bounds])]
      + (element.name.isEmpty ? [] : [DrawnText(element.name, bounds: [bounds])])
  }

  /// What objects are called, or what is written in them.
  private func words(of all: [Seen], until deadline: Deadline) throws(SurfaceError) -> [DrawnText] {
    let asked = all.filter(\.mayHoldWords)
    let answers = try ask(
      asked.map { $0.facts.accessible.call("Text", "GetText", .int32(0), .int32(-1)) }, until: deadline)
    var words = zip(asked, answers).compactMap { seen, answer in
      answer.first?.string.flatMap { text in seen.bounds.map { DrawnText(text, bounds: [$0]) } }
    }
    for seen in all where !seen.facts.name.isEmpty {
      if let bounds = seen.bounds { words.append(DrawnText(seen.facts.name, bounds: [bounds])) }
    }
    return words.filter { $0.text?.isEmpty == false }
  }

  /// What stands in the cells of a table that can be seen, called as their columns are.
  private func cells(of path: [Seen], until deadline: Deadline) throws(SurfaceError) -> [DrawnText] {
    guard let table = path.last, let bounds = table.bounds else { return [] }
    let unreadable = [DrawnText(nil, bounds: [bounds])]
    guard table.facts.interfaces.contains("Table"), let shown = try shownRange(of: table, until: deadline),
      let headers = try headers(shown, of: table, isSheet: Self.isSheet(path), until: deadline)
    else { return unreadable }
    let addresses = shown.addresses
    let objects = try ask(addresses.map { Self.call(for: $0, of: table.facts.accessible) }, until: deadline)
    var cells: [(address: CellAddress, accessible: Accessible)] = []
    for (address, answer) in zip(addresses, objects) {
      if answer.isLate { return unreadable }
      if let cell = answer.first?.accessible { cells.append((address, cell)) }
    }
    let answers = try ask(
      cells.flatMap { cell in
        [
          cell.accessible.call("Component", "GetExtents", .uint32(0)),
          cell.accessible.call("Text", "GetText", .int32(0), .int32(-1)),
        ]
      }, until: deadline)
    // A tree's cells have names, a sheet's are called by their addresses.
    let names =
      Self.isSheet(path)
      ? [] : try ask(cells.map { $0.accessible.property("Accessible", "Name") }, until: deadline)
    var texts: [DrawnText] = []
    for (number, cell) in cells.enumerated() {
      guard !answers[number * 2].isLate, !answers[number * 2 + 1].isLate else { return unreadable }
      guard let said = AccessibleFacts.bounds(answers[number * 2].first) else { continue }
      let label = headers.columns[cell.address.column] ?? ""
      for text in [answers[number * 2 + 1].first?.string, names.isEmpty ? nil : names[number].first?.string] {
        guard let text, !text.isEmpty else { continue }
        texts.append(
          DrawnText(text, label: cell.address.row == 0 && Self.isSheet(path) ? "" : label, bounds: [table.shift.onScreen(said)]))
      }
    }
    return texts
  }
}

extension Seen {
  /// Whether a person types into it, or chooses in it.
  fileprivate var isField: Bool {
    AccessibleRole.editors.contains(facts.role) || facts.role == "combo box" || mayBeEditor
  }

  /// Whether it may show something that it says nothing of, and is large enough to be read.
  fileprivate var isUnreadable: Bool {
    guard let bounds, bounds.width >= 48, bounds.height >= 48 else { return false }
    if ["icon", "image", "animation", "canvas", "drawing area"].contains(facts.role) { return true }
    return facts.childCount == 0 && facts.name.isEmpty && !facts.interfaces.contains("Text")
      && !Self.withoutWords.contains(facts.role)
  }

  private static let withoutWords: Set<String> = [
    "dial", "filler", "level bar", "progress bar", "scroll bar", "separator", "slider", "split pane", "splitter",
    "status bar", "tool bar", "menu bar",
  ]

  /// Whether what is inside shows in a window of its own, if at all.
  fileprivate var isClosed: Bool { ["menu", "menu item"].contains(facts.role) }

  fileprivate var mayHoldWords: Bool {
    facts.interfaces.contains("Text") && !["menu", "menu item", "push button", "toggle button"].contains(facts.role)
  }
}
