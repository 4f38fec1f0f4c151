import Surfaces
import Trace

extension AccessibilityBus {
  /// The cell at an address of a sheet; nil where there is none, or not in time.
  func cell(row: Int, column: Int, of sheet: Accessible) async -> SeenElement? {
    let deadline = Deadline.after(limit)
    do {
      guard let cell = try cellObject(CellAddress(row: row, column: column), of: sheet, until: deadline),
        let path = try path(upFrom: cell, until: deadline)
      else { return nil }
      return try described(path, until: deadline)
    } catch {
      // Whatever the reason: the cell is unknown.
      return nil
    }
  }

  func cellObject(
    _ address: CellAddress, of table: Accessible, until deadline: Deadline
  ) throws(SurfaceError) -> Accessible? {
    try ask(cellCall(address, of: table), until: deadline).first?.accessible
  }

  private func cellCall(_ address: CellAddress, of table: Accessible) -> BusCall {
    table.call(
      "Table", "GetAccessibleAt", .int32(Int32(clamping: address.row)), .int32(Int32(clamping: address.column)))
  }

  /// Adds what a person would say of a cell: its address, formula and sheet, and the headers of its column and row.
  ///
  /// False where the application did not tell in time.
  func describeCell(_ element: inout Element, _ path: [Seen], until deadline: Deadline) throws(SurfaceError) -> Bool {
    guard let seen = path.last, let table = path.dropLast().last(where: \.facts.isTable) else { return true }
    let isSheet = path.contains { $0.facts.role == "document spreadsheet" }
    guard let address = try address(of: seen, in: table, isSheet: isSheet, until: deadline) else {
      return !deadline.hasPassed
    }
    element.surroundings.rowIndex = address.row
    element.surroundings.columnIndex = address.column
    if isSheet {
      element.attributes["cell"] = address.description
      element.attributes["sheet"] = sheetName(path)
      if let formula = seen.facts.attributes["Formula"], !formula.isEmpty { element.attributes["formula"] = formula }
    }
    let headers = try headers(of: address, in: table.facts.accessible, isSheet: isSheet, until: deadline)
    element.surroundings.column = headers?.column ?? ""
    element.surroundings.row = headers?.row ?? ""
    return headers != nil
  }

  /// The name on the sheet's tab, in whatever language the application speaks.
  func sheetName(_ path: [Seen]) -> String? {
    path.last { $0.facts.role == "document spreadsheet" }?.facts.attributes["page-name"]
  }

  private func address(
    of seen: Seen, in table: Seen, isSheet: Bool, until deadline: Deadline
  ) throws(SurfaceError) -> CellAddress? {
    if isSheet, let address = CellAddress(seen.facts.name) { return address }
    let index = try ask(seen.facts.accessible.call("Accessible", "GetIndexInParent"), until: deadline)
    guard let index = index.first?.integer, index >= 0 else { return nil }
    let number = BusCall.Argument.int32(Int32(clamping: index))
    let answers = try ask(
      [
        table.facts.accessible.call("Table", "GetRowAtIndex", number),
        table.facts.accessible.call("Table", "GetColumnAtIndex", number),
      ], until: deadline)
    guard let row = answers[0].first?.integer, let column = answers[1].first?.integer, row >= 0, column >= 0 else {
      return nil
    }
    return CellAddress(row: row, column: column)
  }

  /// The texts of the first cell of the column and of the row: in a sheet the first row is the header's, other tables
  /// name their columns. Nil where they came late.
  private func headers(
    of address: CellAddress, in table: Accessible, isSheet: Bool, until deadline: Deadline
  ) throws(SurfaceError) -> (column: String, row: String)? {
    let top =
      isSheet
      ? cellCall(CellAddress(row: 0, column: address.column), of: table)
      : table.call("Table", "GetColumnDescription", .int32(Int32(clamping: address.column)))
    let answers = try ask([top, cellCall(CellAddress(row: address.row, column: 0), of: table)], until: deadline)
    guard !answers.contains(where: \.isLate) else { return nil }
    let column: String
    if isSheet, address.row > 0, let cell = answers[0].first?.accessible {
      column = try cellText(cell, until: deadline)
    } else {
      column = answers[0].first?.string ?? ""
    }
    guard address.column > 0, let first = answers[1].first?.accessible else { return (column, "") }
    return (column, try cellText(first, until: deadline))
  }

  private func cellText(_ cell: Accessible, until deadline: Deadline) throws(SurfaceError) -> String {
    if let text = try text(of: cell, until: deadline) { return text }
    return try ask(cell.property("Accessible", "Name"), until: deadline).first?.string ?? ""
  }
}
