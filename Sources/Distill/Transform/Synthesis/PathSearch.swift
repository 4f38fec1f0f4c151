import Trace

/// Finds the cheapest ways to make all outputs at once out of edges and constants, part by part.
///
/// A point of the search is a place in each output, with the context of the last part that had one. From each point
/// the cheapest ways on to the ends are found (k shortest paths in a graph without circles).
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
  }

  /// What each part that is no constant costs.
  private static let costOfPart = 1.0

  private let rows: SearchRows
  private let settings: SynthesisSettings
  private let edges: [Edge]
  /// The edges that fit at each place of the first output.
  private var starts: [[Int]]
  private var numbers: [Point: Int] = [:]
  private var ways: [[Way]] = []

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
      ways[number] = [Way(cost: 0, expression: nil, next: -1, rank: 0)]
      return number
    }
    guard number < settings.maximumStates, point.places[0] < rows.outputs[0].count else { return number }
    var found: [Way] = []
    for index in starts[point.places[0]] {
      let edge = edges[index]
      guard rows.outputs.indices.dropFirst().allSatisfy({ rows.outputs[$0].has(edge.values[$0], at: point.places[$0]) })
      else { continue }
      let places = point.places.indices.map { point.places[$0] + edge.values[$0].count }
      for variant in edge.variants {
        let isInContext = variant.context != 0 && variant.context == point.context
        let next = self.point(Point(places: places, context: variant.context == 0 ? point.context : variant.context))
        let cost = (isInContext ? variant.costInContext : variant.cost) + PathSearch.costOfPart
        add(&found, variant.expression, cost: cost, next: next)
      }
    }
    addConstants(at: point, to: &found)
    ways[number] = cheapest(found)
    return number
  }

  private mutating func addConstants(at point: Point, to found: inout [Way]) {
    let first = rows.outputs[0]
    var length = 0
    var constant: [Unicode.Scalar] = []
    while point.places[0] + length < first.count {
      let scalar = first[point.places[0] + length]
      let isCommon = rows.outputs.indices.allSatisfy { index in
        let place = point.places[index] + length
        return place < rows.outputs[index].count && rows.outputs[index][place] == scalar
      }
      guard isCommon else { break }
      length += 1
      constant.append(scalar)
      let next = self.point(Point(places: point.places.map { $0 + length }, context: point.context))
      let cost = TextPrior.cost(ofConstant: constant)
      add(&found, .constant(String(constant)), cost: cost, next: next)
    }
  }

  private func add(_ found: inout [Way], _ expression: TextExpression, cost: Double, next: Int) {
    for (rank, way) in ways[next].enumerated() {
      found.append(Way(cost: cost + way.cost, expression: expression, next: next, rank: rank))
    }
  }

  private func cheapest(_ found: [Way]) -> [Way] {
    let order = found.indices.sorted { (found[$0].cost, $0) < (found[$1].cost, $1) }
    return order.prefix(settings.width).map { found[$0] }
  }
}
