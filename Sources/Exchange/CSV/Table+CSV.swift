public import Foundation
internal import SwiftCSV
public import Trace

extension Table {
  /// Reads comma-, semicolon- or tab-separated values (RFC 4180) with a header line, in UTF-8.
  ///
  /// Rows that are shorter than the header are filled with empty cells, since spreadsheets leave trailing empty
  /// cells out; blank lines are left out; a longer row is an error, since its cells would have no column.
  ///
  /// ```swift
  /// let table = try Table(csv: Data("name,amount\nAnna,12.50\n".utf8), named: "invoices.csv")
  /// table.columns  // ["name", "amount"]
  /// ```
  public init(csv data: Data, named name: String) throws(TableError) {
    guard let text = String(data: data, encoding: .utf8) else {
      throw .notText(file: name)
    }
    let parsed: EnumeratedCSV
    do {
      parsed = try EnumeratedCSV(string: text, loadColumns: false)
    } catch {
      throw .malformed(file: name, problem: "\(error)")
    }
    let columns = parsed.header.map { $0.trimmingCharacters(in: .whitespaces) }
    guard columns.contains(where: { !$0.isEmpty }) else {
      throw .noHeader(file: name)
    }
    if let repeated = columns.first(where: { column in columns.count(where: { $0 == column }) > 1 }) {
      throw .repeatedColumn(file: name, column: repeated)
    }
    var rows: [[String]] = []
    for (index, cells) in parsed.rows.enumerated() where cells.contains(where: { !$0.isEmpty }) {
      guard cells.count <= columns.count else {
        throw .longRow(file: name, row: index + 1, cells: cells.count, columns: columns.count)
      }
      rows.append(cells + Array(repeating: "", count: columns.count - cells.count))
    }
    self.init(name: name, columns: columns, rows: rows)
  }
}

extension Table {
  /// The rows by column name.
  public var records: [[String: String]] {
    rows.map { row in
      Dictionary(zip(columns, row), uniquingKeysWith: { first, _ in first })
    }
  }
}
