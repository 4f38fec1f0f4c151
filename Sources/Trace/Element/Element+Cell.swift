/// Cells of a spreadsheet: unlike the items of a list they have an address, whether they can be seen or not.
extension Element {
  /// Whether it is a cell of a spreadsheet.
  public var isSheetCell: Bool { attributes["cell"] != nil && surroundings.rowIndex != nil }

  /// The cell in another row of the same column, both numbers from 0, as far as it is known without looking at it:
  /// where it stands, and nothing of what it holds.
  ///
  ///     B2 “05.03.2026” of “Date”   →   row 31: B32 of “Date”
  public func cell(inRow row: Int) -> Element {
    var cell = Element(
      role: role, attributes: attributes.filter { ["sheet", "toolkit"].contains($0.key) }, ancestors: ancestors,
      surroundings: Surroundings(
        heading: surroundings.heading, column: surroundings.column, rowIndex: row, columnIndex: surroundings.columnIndex
      ))
    let letters = (attributes["cell"] ?? "").prefix { !$0.isNumber }
    cell.attributes["cell"] = letters + String(row + 1)
    cell.name = name == attributes["cell"] ? letters + String(row + 1) : ""
    return cell
  }
}
