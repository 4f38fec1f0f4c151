/// Places for the nodes of a directed graph, in layers from top to bottom, so that most edges point downwards and few
/// cross (K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual Understanding of Hierarchical System Structures", 1981).
///
/// Edges against the stream are turned round while layers are found; an edge over several layers gets a bend in each
/// one between, which keeps its place among the nodes there.
struct LayeredLayout {
  struct Point: Hashable {
    var x: Double
    var y: Double
  }

  /// The middle of each node.
  private(set) var nodes: [Point] = []
  /// For each edge, the points it goes through, from the middle of one node to that of the other; none for an edge
  /// from a node to itself.
  private(set) var paths: [[Point]] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// - Parameters:
  ///   - widths: of the nodes.
  ///   - edges: pairs of nodes, the more important ones first: they point downwards where not all can.
  ///   - layerHeight: from the middle of one layer to that of the next.
  ///   - gap: between neighbours of a layer.
  init(widths: [Double], edges: [(from: Int, to: Int)], layerHeight: Double, gap: Double) {
    let forward = LayeredLayout.forward(edges, nodes: widths.count)
    let layers = LayeredLayout.layers(forward.map(\.edge), nodes: widths.count)
    var grid = LayerGrid(layers: layers, widths: widths)
    let chains = forward.map { grid.addChain($0.edge.from, $0.edge.to) }
    grid.order()
    let places = grid.places(gap: gap)
    width = places.width
    height = Double(grid.count) * layerHeight
    func point(_ item: Int) -> Point { Point(x: places.x[item], y: (Double(grid.layer(of: item)) + 0.5) * layerHeight) }
    nodes = widths.indices.map(point)
    paths = zip(forward, chains).map { edge, chain in
      let points = chain.map(point)
      return edge.isTurned ? points.reversed() : points
    }
  }

  /// The edges, each turned round if it would close a circle with those before it.
  private static func forward(
    _ edges: [(from: Int, to: Int)], nodes: Int
  ) -> [(edge: (from: Int, to: Int), isTurned: Bool)] {
    var successors = Array(repeating: [Int](), count: nodes)
    func reaches(_ start: Int, _ goal: Int) -> Bool {
      var seen: Set<Int> = [start]
      var open = [start]
      while let node = open.popLast() {
        if node == goal { return true }
        for next in successors[node] where seen.insert(next).inserted { open.append(next) }
      }
      return false
    }
    return edges.map { edge in
      guard edge.from != edge.to else { return (edge, false) }
      let isTurned = reaches(edge.to, edge.from)
      let kept = isTurned ? (from: edge.to, to: edge.from) : edge
      successors[kept.from].append(kept.to)
      return (kept, isTurned)
    }
  }

  /// For each node the length of the longest way to it.
  private static func layers(_ edges: [(from: Int, to: Int)], nodes: Int) -> [Int] {
    var layers = Array(repeating: 0, count: nodes)
    var isSettled = false
    while !isSettled {
      isSettled = true
      for edge in edges where edge.from != edge.to && layers[edge.to] <= layers[edge.from] {
        layers[edge.to] = layers[edge.from] + 1
        isSettled = false
      }
    }
    return layers
  }
}
