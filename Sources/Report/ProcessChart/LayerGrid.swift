/// The layers of a drawing, and the order of what stands in each: nodes, and bends of edges that pass through.
///
/// An item is a node's number, or a number from the count of nodes on for a bend.
struct LayerGrid {
  private var layers: [[Int]]
  private var layerOf: [Int]
  private var widths: [Double]
  private var above: [[Int]]
  private var below: [[Int]]

  init(layers layerOf: [Int], widths: [Double]) {
    self.layerOf = layerOf
    self.widths = widths
    layers = Array(repeating: [], count: (layerOf.max() ?? -1) + 1)
    for (node, layer) in layerOf.enumerated() { layers[layer].append(node) }
    above = Array(repeating: [], count: layerOf.count)
    below = above
  }

  /// How many layers there are.
  var count: Int { layers.count }

  func layer(of item: Int) -> Int { layerOf[item] }

  /// Takes in an edge to a lower layer, with a bend in each layer between; returns all it goes through.
  mutating func addChain(_ from: Int, _ to: Int) -> [Int] {
    guard from != to else { return [] }
    var chain = [from]
    for layer in (layerOf[from] + 1)..<max(layerOf[from] + 1, layerOf[to]) {
      let bend = layerOf.count
      layerOf.append(layer)
      widths.append(8)
      above.append([])
      below.append([])
      layers[layer].append(bend)
      chain.append(bend)
    }
    chain.append(to)
    for (upper, lower) in zip(chain, chain.dropFirst()) {
      below[upper].append(lower)
      above[lower].append(upper)
    }
    return chain
  }

  /// Puts each layer in the order of the middles of its neighbours, downwards and upwards in turn, and keeps the best
  /// of the orders that were tried.
  mutating func order() {
    var best = layers
    var fewest = crossings
    for round in 0..<12 where fewest > 0 {
      let isDownwards = round % 2 == 0
      for layer in isDownwards ? Array(layers.indices) : layers.indices.reversed() {
        let neighbours = isDownwards ? above : below
        let places = self.places
        let middles = layers[layer].map { item -> Double in
          let own = neighbours[item]
          return own.isEmpty ? places[item] : own.reduce(0) { $0 + places[$1] } / Double(own.count)
        }
        layers[layer] = zip(layers[layer], middles).enumerated()
          .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
      }
      if crossings < fewest {
        fewest = crossings
        best = layers
      }
    }
    layers = best
  }

  /// Where each item stands in its layer, as a share of the layer.
  private var places: [Double] {
    var places = Array(repeating: 0.0, count: layerOf.count)
    for layer in layers {
      for (place, item) in layer.enumerated() { places[item] = (Double(place) + 0.5) / Double(layer.count) }
    }
    return places
  }

  /// How often edges between neighbouring layers cross.
  private var crossings: Int {
    let places = places
    return layers.dropLast().reduce(0) { total, layer in
      let lines = layer.flatMap { upper in below[upper].map { (places[upper], places[$0]) } }
      return total
        + lines.indices.reduce(0) { count, index in
          count
            + lines[(index + 1)...].count { ($0.0 - lines[index].0) * ($0.1 - lines[index].1) < 0 }
        }
    }
  }

  /// The middle of each item from left to right, and the width of all: near the middle of its neighbours where there
  /// is room.
  func places(gap: Double) -> (x: [Double], width: Double) {
    var x = Array(repeating: 0.0, count: layerOf.count)
    for layer in layers {
      let total = layer.reduce(0) { $0 + widths[$1] } + gap * Double(max(0, layer.count - 1))
      var left = -total / 2
      for item in layer {
        x[item] = left + widths[item] / 2
        left += widths[item] + gap
      }
    }
    for round in 0..<16 {
      for layer in round % 2 == 0 ? layers : layers.reversed() {
        let wished = layer.map { item -> Double in
          let own = above[item] + below[item]
          return own.isEmpty ? x[item] : own.reduce(0) { $0 + x[$1] } / Double(own.count)
        }
        settle(layer, at: wished, gap: gap, &x)
      }
    }
    let left = layerOf.indices.map { x[$0] - widths[$0] / 2 }.min() ?? 0
    let right = layerOf.indices.map { x[$0] + widths[$0] / 2 }.max() ?? 0
    return (x.map { $0 - left }, right - left)
  }

  /// Puts the items of a layer as near as can be to where they wish to be, without changing their order: neighbours
  /// that would overlap form a block, which stands where its members wish on average.
  private func settle(_ layer: [Int], at wished: [Double], gap: Double, _ x: inout [Double]) {
    // An item's offset from the left end of the layer if all stood side by side.
    var offsets: [Double] = []
    var next = 0.0
    for item in layer {
      offsets.append(next + widths[item] / 2)
      next += widths[item] + gap
    }
    var blocks: [(sum: Double, count: Int)] = []
    for index in layer.indices {
      blocks.append((wished[index] - offsets[index], 1))
      while blocks.count > 1,
        blocks[blocks.count - 2].sum * Double(blocks[blocks.count - 1].count)
          >= blocks[blocks.count - 1].sum * Double(blocks[blocks.count - 2].count)
      {
        let last = blocks.removeLast()
        blocks[blocks.count - 1].sum += last.sum
        blocks[blocks.count - 1].count += last.count
      }
    }
    var index = 0
    for block in blocks {
      for _ in 0..<block.count {
        x[layer[index]] = block.sum / Double(block.count) + offsets[index]
        index += 1
      }
    }
  }
}
