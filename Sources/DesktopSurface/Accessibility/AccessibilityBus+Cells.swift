import Surfaces
import Trace

extension AccessibilityBus {
  /// The cell at an address of a sheet, both numbers from 0; nil where there is none, or not in time.
  nonisolated func cell(row: Int, column: Int, of sheet: Accessible) async -> SeenElement? {
    let deadline = Deadline.after(limit)
    return await lookUp(CellAddress(row: row, column: column), of: sheet, until: deadline)
  }

  private func lookUp(_ address: CellAddress, of sheet: Accessible, until deadline: Deadline) -> SeenElement? {
    do {
      guard let cell = try ask(Self.call(for: address, of: sheet), until: deadline).first?.accessible,
        let path = try path(upFrom: cell, until: deadline)
      else { return nil }
      return try described(path, until: deadline)
    } catch {
      // Whatever the reason: the cell is unknown.
      return nil
    }
  }

  static func call(for address: CellAddress, of table: Accessible) -> BusCall {
    table.call(
      "Table", "GetAccessibleAt", .int32(Int32(clamping: address.row)), .int32(Int32(clamping: address.column)))
  }

  /// Whether a table on the way down is a spreadsheet's.
  static func isSheet(_ path: [Seen]) -> Bool { path.contains { $0.facts.role == "document spreadsheet" } }

  /// The cell that is the last of `path`, with what a person would say of it: its address, formula and sheet, and the
  /// headers of its column and row. Nil where the application did not tell in time.
  func describedCell(_ path: [Seen], until deadline: Deadline) throws(SurfaceError) -> SeenElement? {
    guard let seen = path.last else { return nil }
    let text = try ask(seen.facts.accessible.call("Text", "GetText", .int32(0), .int32(-1)), until: deadline)
    var element = Self.cell(seen, text, around: Self.ancestors(of: path))
    if let table = path.dropLast().last(where: \.facts.isTable),
      let address = try address(of: seen, in: table, isSheet: Self.isSheet(path), until: deadline)
    {
      let range = CellRange(rows: address.row..<address.row + 1, columns: address.column..<address.column + 1)
      guard let headers = try headers(range, of: table, isSheet: Self.isSheet(path), until: deadline) else {
        return nil
      }
      Self.place(&element, at: address, seen.facts, path, headers)
    }
    if element.attributes["formula"] == "=", element.states.contains(.focused) {
      element.attributes["formula"] = try inputLine(path, until: deadline) ?? "="
    }
    return text.isLate || deadline.hasPassed ? nil : SeenElement(accessible: seen.facts.accessible, element: element)
  }

  /// A cell before it is known where in its table it is.
  static func cell(_ seen: Seen, _ text: BusAnswer, around ancestors: [Ancestor]) -> Element {
    var element = Element(
      role: AccessibleRole.role(seen.facts), name: seen.facts.name, value: text.first?.string ?? seen.facts.name,
      states: states(of: seen.facts), attributes: attributes(of: seen.facts), ancestors: ancestors,
      bounds: seen.bounds)
    element.surroundings.heading = ancestors.first { $0.role == "group" }?.name ?? ""
    return element
  }

  /// Writes into a cell's element where in its table it is.
  static func place(
    _ element: inout Element, at address: CellAddress, _ facts: AccessibleFacts, _ path: [Seen], _ headers: TableHeaders
  ) {
    element.surroundings.rowIndex = address.row
    element.surroundings.columnIndex = address.column
    element.surroundings.column = headers.columns[address.column] ?? ""
    element.surroundings.row = address.column > 0 ? headers.rows[address.row] ?? "" : ""
    guard let sheet = path.last(where: { $0.facts.role == "document spreadsheet" }) else { return }
    if address.row == 0 { element.surroundings.column = "" }
    element.attributes["cell"] = address.description
    // The name on the sheet's tab, in whatever language the application speaks.
    element.attributes["sheet"] = sheet.facts.attributes["page-name"]
    // LibreOffice tells its formulas only up to the first colon, `of\`: all it says is that there is one.
    if let formula = facts.attributes["Formula"], !formula.isEmpty {
      element.attributes["formula"] = formula.hasSuffix("\\") ? "=" : formula
    }
  }

  /// What stands in Calc's input line: the formula of the cell at the cursor, as a person wrote it.
  private func inputLine(_ path: [Seen], until deadline: Deadline) throws(SurfaceError) -> String? {
    guard let pane = path.first(where: { $0.facts.role == "root pane" }) else { return nil }
    let around: Set = ["panel", "filler", "scroll pane", "viewport", "tool bar"]
    var level = [pane]
    for _ in 0..<12 where !level.isEmpty && !deadline.hasPassed {
      let below = try children(ofAll: level, until: deadline).flatMap { $0 }
      if let line = below.first(where: \.mayBeEditor),
        let text = try value(of: line, characters: nil, number: nil, until: deadline)
      {
        return text.hasPrefix("=") ? text : nil
      }
      // The bar with the line has few buttons; the others have many.
      level = below.filter { around.contains($0.facts.role) && $0.facts.childCount <= 10 }
    }
    return nil
  }

  private func address(
    of seen: Seen, in table: Seen, isSheet: Bool, until deadline: Deadline
  ) throws(SurfaceError) -> CellAddress? {
    if isSheet, let address = CellAddress(seen.facts.name) { return address }
    let index = try ask(seen.facts.accessible.call("Accessible", "GetIndexInParent"), until: deadline)
    guard let index = index.first?.integer, index >= 0 else { return nil }
    return try address(atIndex: index, of: table.facts.accessible, until: deadline)
  }

  /// Where the child of this number stands in its table.
  func address(atIndex index: Int, of table: Accessible, until deadline: Deadline) throws(SurfaceError) -> CellAddress?
  {
    let number = BusCall.Argument.int32(Int32(clamping: index))
    let answers = try ask(
      [table.call("Table", "GetRowAtIndex", number), table.call("Table", "GetColumnAtIndex", number)], until: deadline)
    guard let row = answers[0].first?.integer, let column = answers[1].first?.integer, row >= 0, column >= 0 else {
      return nil
    }
    return CellAddress(row: row, column: column)
  }

  /// What names the rows and columns of a range: in a sheet its first row and column, other tables name their columns
  /// themselves. Nil where that came late.
  func headers(
    _ range: CellRange, of table: Seen, isSheet: Bool, until deadline: Deadline
  ) throws(SurfaceError) -> TableHeaders? {
    let accessible = table.facts.accessible
    var calls = range.rows.map { Self.call(for: CellAddress(row: $0, column: 0), of: accessible) }
    calls += range.columns.map { column in
      isSheet
        ? Self.call(for: CellAddress(row: 0, column: column), of: accessible)
        : accessible.call("Table", "GetColumnDescription", .int32(Int32(clamping: column)))
    }
    let answers = try ask(calls, until: deadline)
    let cells = answers.compactMap { $0.first?.accessible }
    let texts = try ask(cells.map { $0.call("Text", "GetText", .int32(0), .int32(-1)) }, until: deadline)
    let untold = zip(cells, texts).filter { $1.first?.string == nil }.map(\.0)
    let untoldNames = try ask(untold.map { $0.property("Accessible", "Name") }, until: deadline)
    guard !(answers + texts + untoldNames).contains(where: \.isLate) else { return nil }
    let known = Dictionary(
      zip(cells + untold, texts + untoldNames).map { ($0, $1.first?.string) }
    ) { first, second in first ?? second }
    let names = answers.map { answer in
      (answer.first?.accessible).map { known[$0].flatMap { $0 } ?? "" } ?? answer.first?.string ?? ""
    }
    return TableHeaders(
      columns: Dictionary(zip(range.columns, names.dropFirst(range.rows.count))) { first, _ in first },
      rows: Dictionary(zip(range.rows, names)) { first, _ in first })
  }
}
