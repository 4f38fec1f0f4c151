/// What names the columns and rows of a table: the texts of the first row's and the first column's cells.
struct TableHeaders: Sendable, Hashable {
  var columns: [Int: String] = [:]
  var rows: [Int: String] = [:]
}
