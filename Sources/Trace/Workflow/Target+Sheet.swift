/// Cells of a sheet that a loop goes over, row by row.
extension Target {
  /// The row, from 0, in which a loop over a sheet goes to this cell first; nil for anything else.
  public var firstRow: Int? {
    guard variable?.part == .index, case .constant(let row)? = variable?.source, examples.first?.isSheetCell == true
    else { return nil }
    return Int(row)
  }

  /// What a person calls the column of that cell: `“Date”`, or `column C` where it has no name; nil for anything else.
  public var sheetColumn: String? {
    guard let firstRow, let cell = examples.first, let address = cell.attributes["cell"] else { return nil }
    // What stands over data that begin in the first row is data.
    let name = firstRow == 0 ? "" : cell.surroundings.column
    return name.isEmpty ? "column \(address.prefix { !$0.isNumber })" : "“\(name)”"
  }
}
