import Trace

/// Grids of boxes, and groups that can be compared by a number.
extension SceneReading {
  /// The rows, columns and diagonals of a square grid of boxes of one size.
  static func lines(_ nodes: [SceneNode], _ candidates: [Int]) -> [Int: [String]] {
    var bySize: [[Int]: [Int]] = [:]
    for index in candidates where nodes[index].bounds.width > 8 {
      bySize[[Int(nodes[index].bounds.width.rounded()), Int(nodes[index].bounds.height.rounded())], default: []].append(
        index)
    }
    guard
      let cells = bySize.values.filter({ [9, 16, 25].contains($0.count) }).max(by: {
        ($0.count, $1[0]) < ($1.count, $0[0])
      })
    else {
      return [:]
    }
    let side = Int(Double(cells.count).squareRoot())
    let columns = Set(cells.map { Int(nodes[$0].bounds.x.rounded()) }).sorted()
    let rows = Set(cells.map { Int(nodes[$0].bounds.y.rounded()) }).sorted()
    guard columns.count == side, rows.count == side else { return [:] }
    var grid: [[Int]: Int] = [:]
    for cell in cells {
      grid[[
        rows.firstIndex(of: Int(nodes[cell].bounds.y.rounded())) ?? 0,
        columns.firstIndex(of: Int(nodes[cell].bounds.x.rounded())) ?? 0,
      ]] = cell
    }
    func content(_ cell: Int) -> String {
      let node = nodes[cell]
      return (node.text + node.classes.filter { !isPassing($0) }.joined(separator: ".")).isEmpty
        ? "-" : node.text + node.classes.filter { !isPassing($0) }.joined(separator: ".")
    }
    var lines: [Int: [String]] = [:]
    for (place, cell) in grid {
      var through = [(0..<side).map { [place[0], $0] }, (0..<side).map { [$0, place[1]] }]
      if place[0] == place[1] { through.append((0..<side).map { [$0, $0] }) }
      if place[0] + place[1] == side - 1 { through.append((0..<side).map { [$0, side - 1 - $0] }) }
      let own = content(cell)
      lines[cell] =
        through.map { line in
          own + " among "
            + line.filter { $0 != place }.compactMap { grid[$0] }.map(content).sorted().joined(separator: " ")
        } + ["in \(through.count) lines"]
    }
    return lines
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
