import Trace

/// Which row of an opened file an episode worked from.
struct RowMatch: Sendable, Hashable {
  var table: Int
  var row: Int

  /// For each episode the row that explains the most of its values, where one does.
  ///
  /// A row needs two of the values, or one that no other row of the file has. More values come before rarer ones: in
  /// another file two of three values may be rarer than all three are in the right one.
  static func find(values: [[String]], tables: [Table]) -> [RowMatch?] {
    let cells = tables.map { table in
      var rows: [String: [Int]] = [:]
      for (index, row) in table.rows.enumerated() {
        for cell in Set(row.map(\.trimmed)) where !cell.isEmpty { rows[cell, default: []].append(index) }
      }
      return rows
    }
    return values.map { values in
      var best: (match: RowMatch, weight: Double, count: Int)?
      for (table, index) in cells.enumerated() {
        var weights: [Int: (weight: Double, count: Int)] = [:]
        for value in Set(values.map(\.trimmed)).sorted() {
          guard let rows = index[value] else { continue }
          for row in rows {
            let old = weights[row] ?? (0, 0)
            weights[row] = (old.weight + 1 / Double(rows.count), old.count + 1)
          }
        }
        for row in weights.keys.sorted() {
          guard let (weight, count) = weights[row], count >= 2 || weight == 1 else { continue }
          if (count, weight) > (best?.count ?? 0, best?.weight ?? 0) {
            best = (RowMatch(table: table, row: row), weight, count)
          }
        }
      }
      return best?.match
    }
  }
}
