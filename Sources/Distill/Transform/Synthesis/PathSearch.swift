import Trace

/// Finds the cheapest ways to make all outputs at once out of edges and constants, part by part.
///
/// A point of the search is a place in each output, with the context of the last part that had one. From each point
/// the cheapest ways on to the ends are found (k shortest paths in a graph without circles), of those that do the
/// same on the other inputs only the cheapest.
struct PathSearch {
  struct Path {
    var parts: [TextExpression]
    var cost: Double
  }

  private struct Point: Hashable {
    var places: [Int]
    var context: Int
  }

  private struct Way {
    var cost: Double
    var expression: TextExpression?
    var next: Int
    var rank: Int
    var behaviour: Fingerprint
  }

  /// What each part that is no constant costs.
  private static let costOfPart = 1.0
  /// What it costs to write down what could be copied.
  private static let costOfRetyping = 3.0

  private let rows: SearchRows
  private let settings: SynthesisSettings
  private let edges: [Edge]
  /// The edges that fit at each place of the first output.
  private var starts: [[Int]]
  private var numbers: [Point: Int] = [:]
  private var ways: [[Way]] = []
  private var steps = 0

  init(_ rows: SearchRows, edges: [Edge], settings: SynthesisSettings) {
    self.rows = rows
    self.settings = settings
    self.edges = edges
    starts = Array(repeating: [], count: rows.outputs[0].count + 1)
    for (index, edge) in edges.enumerated() {
      for place in rows.outputs[0].indices where rows.outputs[0].has(edge.values[0], at: place) {
        starts[place].append(index)
      }
    }
  }

  mutating func paths() -> [Path] {
    let start = point(Point(places: rows.outputs.map { _ in 0 }, context: 0))
    return ways[start].indices.map { rank in
      var parts: [TextExpression] = []
      var current = (point: start, rank: rank)
      while current.point >= 0, !ways[current.point].isEmpty {
        let way = ways[current.point][current.rank]
        guard let expression = way.expression else { break }
        parts.append(expression)
        current = (way.next, way.rank)
      }
      return Path(parts: parts, cost: ways[start][rank].cost)
    }
  }

  /// The number of the point, with the ways on from it found.
  private mutating func point(_ point: Point) -> Int {
    if let number = numbers[point] { return number }
    let number = ways.count
    numbers[point] = number
    ways.append([])
    if zip(point.places, rows.outputs).allSatisfy({ $0 == $1.count }) {
      ways[number] = [Way(cost: 0, expression: nil, next: -1, rank: 0, behaviour: Fingerprint())]
      return number
    }
    guard number < settings.maximumStates, steps < settings.maximumSteps,
      point.places[0] < rows.outputs[0].count
    else { return number }
    var found: [Way] = []
    for index in starts[point.places[0]] {
      steps += 1
      let edge = edges[index]
      guard rows.outputs.indices.dropFirst().allSatisfy({ rows.outputs[$0].has(edge.values[$0], at: point.places[$0]) })
      else { continue }
      let places = point.places.indices.map { point.places[$0] + edge.values[$0].count }
      for variant in edge.variants {
        let isInContext = variant.context != 0 && variant.context == point.context
        let next = self.point(Point(places: places, context: variant.context == 0 ? point.context : variant.context))
        let cost = (isInContext ? variant.costInContext : variant.cost) + PathSearch.costOfPart
        add(&found, variant.expression, behaviour: variant.behaviour, cost: cost, next: next)
      }
    }
    addConstants(at: point, to: &found)
    ways[number] = found
    return number
  }

  private mutating func addConstants(at point: Point, to found: inout [Way]) {
    let first = rows.outputs[0]
    var constant: [Unicode.Scalar] = []
    while point.places[0] + constant.count < first.count {
      let scalar = first[point.places[0] + constant.count]
      let isCommon = rows.outputs.indices.allSatisfy { index in
        let place = point.places[index] + constant.count
        return place < rows.outputs[index].count && rows.outputs[index][place] == scalar
      }
      guard isCommon else { break }
      constant.append(scalar)
      let next = self.point(Point(places: point.places.map { $0 + constant.count }, context: point.context))
      var cost = TextPrior.cost(ofConstant: constant)
      if rows.couldBeCopied(constant) { cost += PathSearch.costOfRetyping }
      var behaviour = Fingerprint()
      behaviour.add(constant)
      add(&found, .constant(String(constant)), behaviour: behaviour, cost: cost, next: next)
    }
  }

  /// Puts the ways that begin with the expression among the cheapest found so far, which stay sorted.
  private func add(
    _ found: inout [Way], _ expression: TextExpression, behaviour: Fingerprint, cost: Double, next: Int
  ) {
    for (rank, rest) in ways[next].enumerated() {
      let total = cost + rest.cost
      if found.count >= settings.width, let last = found.last, total >= last.cost { return }
      var whole = rest.behaviour
      whole.add(behaviour.value)
      if !rows.others.isEmpty, let known = found.firstIndex(where: { $0.behaviour == whole }) {
        if found[known].cost <= total { continue }
        found.remove(at: known)
      }
      let place = found.firstIndex { $0.cost > total } ?? found.count
      found.insert(
        Way(cost: total, expression: expression, next: next, rank: rank, behaviour: whole), at: place)
      if found.count > settings.width { found.removeLast() }
    }
  }
}

extension SearchRows {
  /// Whether the text has letters or digits and stands in the inputs of every example.
  fileprivate func couldBeCopied(_ text: [Unicode.Scalar]) -> Bool {
    let words = text.trimmed
    guard !words.isEmpty else { return false }
    return inputs.allSatisfy { row in row.contains { $0.scalars.contains(subsequence: words) } }
  }
}

extension [Unicode.Scalar] {
  /// From the first to the last letter or digit.
  fileprivate var trimmed: [Unicode.Scalar] {
    let isWord = { (scalar: Unicode.Scalar) in CharacterClasses(of: scalar).contains(.alphanumeric) }
    guard let first = firstIndex(where: isWord), let last = lastIndex(where: isWord) else { return [] }
    return Array(self[first...last])
  }
}
