/// Some rows and columns of a table, numbered from 0.
struct CellRange: Sendable, Hashable {
  var rows: Range<Int>
  var columns: Range<Int>

  /// Row by row.
  var addresses: [CellAddress] {
    rows.flatMap { row in columns.map { CellAddress(row: row, column: $0) } }
  }
}
