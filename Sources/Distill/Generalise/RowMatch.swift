import Trace

/// Which row of an opened file an episode worked from.
struct RowMatch: Sendable, Hashable {
  var table: Int
  var row: Int

  /// For each episode the row that explains the most of its values, where one does.
  ///
  /// A row needs two of the values, or one that no other row of the file has. More values come before rarer ones: in
  /// another file two of three values may be rarer than all three are in the right one. Where no value is a cell,
  /// cells that stand in the values count.
  static func find(values: [[String]], tables: [Table]) -> [RowMatch?] {
    let cells = tables.map { table in
      var rows: [String: [Int]] = [:]
      for (index, row) in table.rows.enumerated() {
        for cell in Set(row.map(\.trimmed)) where !cell.isEmpty { rows[cell, default: []].append(index) }
      }
      return rows
    }
    return values.map { values in
      let texts = Set(values.map(\.trimmed))
      return best(of: texts, cells) ?? best(of: Set(texts.flatMap(\.phrases)), cells)
    }
  }

  private static func best(of texts: Set<String>, _ cells: [[String: [Int]]]) -> RowMatch? {
    var best: (match: RowMatch, weight: Double, count: Int)?
    for (table, index) in cells.enumerated() {
      var weights: [Int: (weight: Double, count: Int)] = [:]
      for text in texts.sorted() {
        guard let rows = index[text] else { continue }
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

extension String {
  /// The shortest phrase that says something, in characters, and the longest, in words and what stands between them.
  private static let phraseLengths = (shortest: 3, longest: 24)

  /// The runs of words in it: `Minutes of Sales` holds `Minutes`, `of Sales`, `Sales` and so on.
  fileprivate var phrases: [String] {
    let scalars = Array(unicodeScalars)
    var edges: [Int] = []
    for index in 0...scalars.count {
      let before = index > 0 && scalars[index - 1].isWordly
      let after = index < scalars.count && scalars[index].isWordly
      if before != after || index == 0 || index == scalars.count || !before && !after { edges.append(index) }
    }
    var found: [String] = []
    for (number, start) in edges.enumerated() {
      for end in edges[(number + 1)...].prefix(String.phraseLengths.longest)
      where end - start >= String.phraseLengths.shortest {
        var phrase = UnicodeScalarView()
        phrase.append(contentsOf: scalars[start..<end])
        found.append(String(phrase))
      }
    }
    return found
  }
}
