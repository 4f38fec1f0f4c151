/// Where an element stands among others: what a person would say to point it out.
public struct Surroundings: Sendable, Codable, Hashable {
  /// The text that labels it: a `<label>`, the text left of it or above it.
  public var label: String
  /// The nearest heading above it, or the legend of its group.
  public var heading: String
  /// The text of the first cell of its row (in a table), or of its list item.
  public var row: String
  /// The header of its column.
  public var column: String
  /// Its row or item number, from 0, header rows not counted; nil outside tables and lists.
  public var rowIndex: Int?
  /// Its column number, from 0.
  public var columnIndex: Int?
  /// How many rows or items there are.
  public var rowCount: Int?

  public init(
    label: String = "", heading: String = "", row: String = "", column: String = "", rowIndex: Int? = nil,
    columnIndex: Int? = nil, rowCount: Int? = nil
  ) {
    self.label = label
    self.heading = heading
    self.row = row
    self.column = column
    self.rowIndex = rowIndex
    self.columnIndex = columnIndex
    self.rowCount = rowCount
  }
}
