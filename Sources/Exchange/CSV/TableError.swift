/// Why a file of rows could not be read.
public enum TableError: Error, Sendable, Hashable, CustomStringConvertible {
  case notText(file: String)
  case malformed(file: String, problem: String)
  case noHeader(file: String)
  case repeatedColumn(file: String, column: String)
  case longRow(file: String, row: Int, cells: Int, columns: Int)
  case missingColumn(file: String, column: String, columns: [String])
  case badTime(file: String, row: Int, column: String)

  public var description: String {
    switch self {
    case .notText(let file):
      "“\(file)” is not a text file in UTF-8. Save it as CSV in UTF-8 and try again."
    case .malformed(let file, let problem):
      "“\(file)” is not well-formed CSV (\(problem)). Check its quotation marks."
    case .noHeader(let file):
      "“\(file)” has no header. Its first line must name the columns."
    case .repeatedColumn(let file, let column):
      "“\(file)” has two columns called “\(column)”. Rename one of them."
    case .longRow(let file, let row, let cells, let columns):
      "Row \(row) of “\(file)” has \(cells) cells, but the header names \(columns) columns. "
        + "Put cells that hold the separator in quotation marks."
    case .missingColumn(let file, let column, let columns):
      "“\(file)” has no column called “\(column)”. It has “\(columns.joined(separator: "”, “"))”."
    case .badTime(let file, let row, let column):
      "Row \(row) of “\(file)” has no date such as 2026-11-23T09:00:00+01:00 in its column “\(column)”."
    }
  }
}
