/// Rows of a file that a person works from, for example a CSV.
public struct Table: Sendable, Codable, Hashable {
  /// The file's name, without its folder.
  public var name: String
  public var columns: [String]
  /// Each row has as many cells as there are columns.
  public var rows: [[String]]

  public init(name: String, columns: [String], rows: [[String]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}
