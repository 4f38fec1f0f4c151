import Trace

/// Grids of boxes, and groups that can be compared by a number.
extension SceneReading {
  /// The fewest rows and columns that make a grid: two by two boxes are a row that was broken.
  private static let leastSide = 3
  /// The most different contents that a grid of marks has; with more, its cells are told apart by what they say.
  private static let mostMarks = 4

  /// What a grid of boxes of one size holds, line by line: the rest of the row and the column through each cell, and of
  /// the diagonals that run from side to side.
  static func lines(_ nodes: [SceneNode], _ candidates: [Int]) -> [Int: [String]] {
    var bySize: [[Int]: [Int]] = [:]
    for index in candidates where nodes[index].bounds.width > 8 {
      bySize[[Int(nodes[index].bounds.width.rounded()), Int(nodes[index].bounds.height.rounded())], default: []].append(
        index)
    }
    func content(_ cell: Int) -> String {
      let classes = nodes[cell].classes.filter { !isPassing($0) }.joined(separator: ".")
      return (nodes[cell].text + classes).isEmpty ? "-" : nodes[cell].text + classes
    }
    var lines: [Int: [String]] = [:]
    for size in bySize.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let cells = bySize[size], cells.count >= leastSide * leastSide,
        Set(cells.map(content)).count <= mostMarks
      else { continue }
      let columns = Set(cells.map { Int(nodes[$0].bounds.x.rounded()) }).sorted()
      let rows = Set(cells.map { Int(nodes[$0].bounds.y.rounded()) }).sorted()
      guard min(rows.count, columns.count) >= leastSide, rows.count * columns.count == cells.count else { continue }
      var grid: [[Int]: Int] = [:]
      for cell in cells {
        guard let row = rows.firstIndex(of: Int(nodes[cell].bounds.y.rounded())),
          let column = columns.firstIndex(of: Int(nodes[cell].bounds.x.rounded()))
        else { continue }
        grid[[row, column]] = cell
      }
      for (place, cell) in grid {
        var through = [[0, 1], [1, 0], [1, 1], [1, -1]].map { line(through: place, step: $0, grid) }
        through.removeAll { $0.count < min(rows.count, columns.count) }
        let own = content(cell)
        lines[cell] =
          through.map { line in
            own + " among " + line.filter { $0 != cell }.map(content).sorted().joined(separator: " ")
          } + ["in \(through.count) lines"]
      }
    }
    return lines
  }

  /// The cells on the line that goes through a place in a direction, and back.
  private static func line(through place: [Int], step: [Int], _ grid: [[Int]: Int]) -> [Int] {
    func cells(_ direction: Int) -> [Int] {
      var (cells, row, column) = ([Int](), place[0], place[1])
      while let next = grid[[row + step[0] * direction, column + step[1] * direction]] {
        cells.append(next)
        row += step[0] * direction
        column += step[1] * direction
      }
      return cells
    }
    return cells(-1).reversed() + [grid[place]].compactMap { $0 } + cells(1)
  }

  /// A number as texts write amounts and durations: `$1,234`, `2h 15m`, `15`.
  static func amount(_ words: [String]) -> Double? {
    var sum: Double?
    for word in words {
      if let number = Wording.number(word) { return sum ?? number }
      let digits = word.prefix { $0.isNumber }
      if let number = Double(digits),
        let unit = ["d": 1440.0, "h": 60.0, "m": 1.0][String(word.dropFirst(digits.count))]
      {
        sum = (sum ?? 0) + number * unit
      }
    }
    return sum
  }

  /// Where each group stands among those of its kind, by each number that they all hold.
  mutating func rank() {
    var groups: [String: [Int]] = [:]
    for group in members.keys.sorted() {
      groups["\(nodes[group].parent ?? -1) \(kind[group])", default: []].append(group)
    }
    for key in groups.keys.sorted() {
      guard let alike = groups[key], alike.count > 1 else { continue }
      var amounts: [String: [(group: Int, amount: Double)]] = [:]
      for group in alike {
        var seen: Set<String> = []
        for member in members[group] ?? [] where !nodes[member].text.isEmpty {
          guard let amount = Self.amount(words[member]), seen.insert(kind[member]).inserted else { continue }
          amounts[kind[member], default: []].append((group, amount))
        }
      }
      for column in amounts.keys.sorted() {
        guard let all = amounts[column], all.count == alike.count else { continue }
        let values = all.map(\.amount)
        guard let low = values.min(), let high = values.max(), low < high else { continue }
        for (group, amount) in all {
          let rank = amount == low ? "lowest \(column)" : amount == high ? "highest \(column)" : "between \(column)"
          for member in members[group] ?? [] { ranks[member, default: []].append(rank) }
        }
      }
    }
  }
}
