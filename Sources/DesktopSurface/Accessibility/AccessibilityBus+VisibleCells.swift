import Surfaces
import Trace

extension AccessibilityBus {
  /// The most rows and columns of one table that are looked at.
  private static let mostRows = 200
  private static let mostColumns = 60
  /// How many rows are looked at from the one on that is wanted and cannot be seen: who goes over a sheet wants the
  /// next ones soon.
  private static let rowsAhead = 40

  /// The cells of a table that can be seen, row by row, and the rows from the cell on that resembles `wanted`, wherever
  /// that is.
  ///
  /// - Parameter path: The way down to the table.
  func visibleCells(
    _ path: [Seen], resembling wanted: Element?, until deadline: Deadline
  ) throws(SurfaceError) -> [SeenElement] {
    guard let table = path.last, let shown = try shownRange(of: table, until: deadline),
      let headers = try headers(shown, of: table, isSheet: Self.isSheet(path), until: deadline)
    else { return [] }
    var addresses = shown.addresses
    if Self.isSheet(path), let cell = wanted?.attributes["cell"].flatMap(CellAddress.init), !addresses.contains(cell) {
      let columns = shown.columns.contains(cell.column) ? shown.columns : cell.column..<cell.column + 1
      addresses = CellRange(rows: cell.row..<cell.row + Self.rowsAhead, columns: columns).addresses + addresses
    }
    let objects = try ask(addresses.map { Self.call(for: $0, of: table.facts.accessible) }, until: deadline)
    let known = zip(addresses, objects).compactMap { address, answer in answer.first?.accessible.map { (address, $0) } }
    let facts = try facts(of: known.map(\.1), until: deadline)
    let texts = try ask(known.map { $0.1.call("Text", "GetText", .int32(0), .int32(-1)) }, until: deadline)
    let ancestors = Self.ancestors(of: path + [table])
    return known.indices.compactMap { number in
      guard let facts = facts[number], !texts[number].isLate else { return nil }
      var element = Self.cell(Seen(facts: facts, shift: table.shift), texts[number], around: ancestors)
      Self.place(&element, at: known[number].0, facts, path, headers)
      return SeenElement(accessible: known[number].1, element: element)
    }
  }

  /// The rows and columns of a table that can be seen: from the cell in its upper left corner to that in its lower
  /// right one, or to its last one.
  private func shownRange(of table: Seen, until deadline: Deadline) throws(SurfaceError) -> CellRange? {
    guard let bounds = table.bounds else { return nil }
    return try range(in: bounds, of: table, until: deadline)
  }

  /// The rows and columns of a table within some bounds of the screen.
  func range(in bounds: Bounds, of table: Seen, until deadline: Deadline) throws(SurfaceError) -> CellRange? {
    let accessible = table.facts.accessible
    let last = Point(x: bounds.x + bounds.width - 2, y: bounds.y + bounds.height - 2)
    let answers = try ask(
      [
        table.call(at: Point(x: bounds.x + 2, y: bounds.y + 2)), table.call(at: last),
        accessible.property("Table", "NRows"), accessible.property("Table", "NColumns"),
      ], until: deadline)
    guard let rows = answers[2].first?.integer, let columns = answers[3].first?.integer, rows > 0, columns > 0 else {
      return nil
    }
    let corners = try [answers[0], answers[1]].map { (answer) throws(SurfaceError) -> CellAddress? in
      guard let cell = answer.first?.accessible, cell != accessible,
        let index = try ask(cell.call("Accessible", "GetIndexInParent"), until: deadline).first?.integer
      else { return nil }
      return try address(atIndex: index, of: accessible, until: deadline)
    }
    let first = corners[0] ?? CellAddress(row: 0, column: 0)
    let end = corners[1] ?? CellAddress(row: rows - 1, column: columns - 1)
    guard end.row >= first.row, end.column >= first.column else { return nil }
    return CellRange(
      rows: first.row..<min(end.row + 1, first.row + Self.mostRows, rows),
      columns: first.column..<min(end.column + 1, first.column + Self.mostColumns, columns))
  }
}
