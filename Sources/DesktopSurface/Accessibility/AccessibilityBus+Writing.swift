import Surfaces
import Trace

extension AccessibilityBus {
  /// What is written in a window; nil where its application does not tell all of it in time.
  ///
  /// What it tells nothing of and that may show a text (a drawing, a list that names none of its items) is told as one
  /// that cannot be read.
  ///
  /// - Parameter changed: what looks different on the screen since the window was read last: the rest is not read again.
  ///   Nil where all of it is to be read.
  nonisolated func writing(in window: DesktopWindow, changed: [Bounds]?) async -> WindowWriting? {
    await read(window, changed: changed, until: .after(Self.longestReading))
  }

  private static let longestReading = Duration.milliseconds(600)
  /// No window shows more.
  private static let mostObjects = 3_000

  private func read(_ window: DesktopWindow, changed: [Bounds]?, until deadline: Deadline) -> WindowWriting? {
    let known = written.take(window.id)
    guard let process = window.process else { return nil }
    do {
      let topLevels = try topLevels(ofProcess: process, until: deadline)
      guard let top = topLevel(of: window, among: topLevels) else { return nil }
      let isSame = known?.seen.facts.accessible == top.facts.accessible && known?.seen.bounds == top.bounds
      var reading = WindowReading(area: window.bounds, changed: isSame ? changed : nil, deadline: deadline)
      guard let object = try read(below: [top], known: isSame && changed != nil ? known : nil, &reading),
        !deadline.hasPassed
      else { return nil }
      written.put(object, of: window.id)
      return object.writing
    } catch {
      // Whatever the reason: it is not known.
      return nil
    }
  }

  /// One reading of a window.
  private struct WindowReading {
    var area: Bounds
    var changed: [Bounds]?
    var deadline: Deadline
    var count = 0

    /// Whether what was within some bounds may be another thing now.
    func mayDiffer(_ bounds: Bounds?) -> Bool {
      guard let bounds, let changed else { return true }
      return changed.contains(where: bounds.intersects)
    }
  }

  /// The last object of `path` with all that is in it; nil where that cannot be told.
  private func read(
    below path: [Seen], known: WrittenObject?, _ reading: inout WindowReading
  ) throws(SurfaceError) -> WrittenObject? {
    guard let seen = path.last else { return nil }
    var object = WrittenObject(seen: seen)
    // Of more children than are looked at nobody knows what they show.
    guard seen.facts.childCount <= Self.mostChildren else { return nil }
    var words: [Int] = []
    for child in try children(of: seen, known: known, reading) {
      reading.count += 1
      guard reading.count < Self.mostObjects, !reading.deadline.hasPassed else { return nil }
      switch child {
      case .same(let known): object.children.append(known)
      case .seen(let child, let known):
        guard let written = try read(child, below: path, known: known, &reading) else { return nil }
        if child.mayHoldWords, written.isKnown {
          words.append(object.children.count)
        }
        object.children.append(written)
      }
    }
    let texts = try self.words(of: words.map { object.children[$0].seen }, until: reading.deadline)
    for (index, text) in zip(words, texts) { object.children[index].own.texts += text }
    return object
  }

  private enum Child {
    case same(WrittenObject)
    case seen(Seen, known: WrittenObject?)
  }

  /// The children of an object: those that show what they showed are taken over, the others asked again.
  private func children(
    of seen: Seen, known: WrittenObject?, _ reading: WindowReading
  ) throws(SurfaceError) -> [Child] {
    guard let known, !known.children.isEmpty else {
      return try children(of: seen, until: reading.deadline).map { .seen($0, known: nil) }
    }
    let answer = try ask(seen.facts.accessible.call("Accessible", "GetChildren"), until: reading.deadline)
    let names = (answer.first?.list ?? []).compactMap(\.accessible)
    let before = Dictionary(known.children.map { ($0.seen.facts.accessible, $0) }) { first, _ in first }
    let asked = names.filter { name in
      before[name].map { !$0.isKnown || reading.mayDiffer($0.seen.bounds) } ?? true
    }
    let facts = try facts(of: asked, until: reading.deadline)
    let now = Dictionary(zip(asked, facts)) { first, _ in first }
    return names.compactMap { name in
      if let facts = now[name] {
        return facts.map { .seen(Seen(facts: $0, shift: seen.shift.inside($0, of: seen.facts)), known: before[name]) }
      }
      return before[name].map { .same($0) }
    }
  }

  /// An object and what is in it; its words, where it may have some, are asked for with those of others.
  private func read(
    _ seen: Seen, below path: [Seen], known: WrittenObject?, _ reading: inout WindowReading
  ) throws(SurfaceError) -> WrittenObject? {
    var object = WrittenObject(seen: seen)
    guard seen.facts.states.contains(.showing) || seen.mayBeEditor else {
      object.isKnown = false
      return object
    }
    guard let bounds = seen.bounds else {
      // A page of a notebook is nowhere itself. Of a secret that is nowhere nobody knows where it is.
      if seen.facts.isSecret { return nil }
      guard var below = try read(below: path + [seen], known: known, &reading) else { return nil }
      below.isKnown = false
      return below
    }
    guard bounds.intersects(reading.area) else {
      object.isKnown = false
      return object
    }
    if seen.facts.isSecret {
      object.own.secrets = [bounds]
    } else if seen.facts.isTable {
      object.own.texts = try cells(of: path + [seen], known: known, reading)
    } else if seen.isField {
      guard let texts = try text(ofField: path + [seen], until: reading.deadline) else { return nil }
      object.own.texts = texts
    } else if seen.isUnreadable {
      object.own.texts = [DrawnText(nil, bounds: [bounds])]
    } else {
      if !seen.isClosed {
        let sameKnown = known?.seen.bounds == bounds ? known : nil
        guard let below = try read(below: path + [seen], known: sameKnown, &reading) else { return nil }
        object.children = below.children
      }
      if !seen.facts.name.isEmpty { object.own.texts = [DrawnText(seen.facts.name, bounds: [bounds])] }
    }
    return object
  }

  /// What stands in a field, called as the field is.
  private func text(ofField path: [Seen], until deadline: Deadline) throws(SurfaceError) -> [DrawnText]? {
    guard let seen = path.last, let bounds = seen.bounds else { return nil }
    guard let element = try described(path, until: deadline)?.element else { return nil }
    let label = element.surroundings.label.isEmpty ? element.name : element.surroundings.label
    return [DrawnText(element.value ?? element.name, label: label, bounds: [bounds])]
      + (element.name.isEmpty ? [] : [DrawnText(element.name, bounds: [bounds])])
  }

  /// What is written in objects.
  private func words(of all: [Seen], until deadline: Deadline) throws(SurfaceError) -> [[DrawnText]] {
    let answers = try ask(
      all.map { $0.facts.accessible.call("Text", "GetText", .int32(0), .int32(-1)) }, until: deadline)
    return zip(all, answers).map { seen, answer in
      guard let bounds = seen.bounds, let text = answer.first?.string, !text.isEmpty else { return [] }
      return [DrawnText(text, bounds: [bounds])]
    }
  }
}

// MARK: - Tables

extension AccessibilityBus {
  /// What stands in the cells of a table that can be seen, called as their columns are.
  private func cells(
    of path: [Seen], known: WrittenObject?, _ reading: WindowReading
  ) throws(SurfaceError) -> [DrawnText] {
    guard let table = path.last, let bounds = table.bounds else { return [] }
    let unreadable = [DrawnText(nil, bounds: [bounds])]
    guard table.facts.interfaces.contains("Table") else { return unreadable }
    var kept: [DrawnText] = []
    var wanted = bounds
    if let known, known.seen.bounds == bounds, let changed = reading.changed,
      !known.own.texts.contains(where: { $0.text == nil }),
      let area = changed.compactMap({ $0.intersection(bounds) }).reduce(nil, Bounds.union)
    {
      wanted = area
      kept = known.own.texts.filter { !$0.bounds.contains(where: area.intersects) }
    }
    guard let shown = try range(in: wanted, of: table, until: reading.deadline),
      let headers = try headers(
        CellRange(rows: 0..<0, columns: shown.columns), of: table, isSheet: Self.isSheet(path), until: reading.deadline)
    else { return unreadable }
    let addresses = shown.addresses
    let objects = try ask(
      addresses.map { Self.call(for: $0, of: table.facts.accessible) }, until: reading.deadline)
    var cells: [(address: CellAddress, accessible: Accessible)] = []
    for (address, answer) in zip(addresses, objects) {
      if answer.isLate { return unreadable }
      if let cell = answer.first?.accessible { cells.append((address, cell)) }
    }
    // A tree's cells have names, a sheet's are called by their addresses.
    let isSheet = Self.isSheet(path)
    let answers = try ask(
      cells.flatMap { cell in
        [
          cell.accessible.call("Component", "GetExtents", .uint32(0)),
          cell.accessible.call("Text", "GetText", .int32(0), .int32(-1)),
        ] + (isSheet ? [] : [cell.accessible.property("Accessible", "Name")])
      }, until: reading.deadline)
    guard !answers.contains(where: \.isLate) else { return unreadable }
    let count = isSheet ? 2 : 3
    return kept
      + cells.enumerated().flatMap { number, cell -> [DrawnText] in
        let own = answers[number * count..<(number + 1) * count]
        guard let said = AccessibleFacts.bounds(own.first?.first) else { return [] }
        let label = cell.address.row == 0 && isSheet ? "" : headers.columns[cell.address.column] ?? ""
        return own.dropFirst().compactMap { $0.first?.string }.filter { !$0.isEmpty }.map {
          DrawnText($0, label: label, bounds: [table.shift.onScreen(said)])
        }
      }
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
      && !isField && !facts.isTable && !facts.isSecret
  }
}
