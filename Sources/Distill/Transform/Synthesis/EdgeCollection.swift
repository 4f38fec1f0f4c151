import Trace

/// Gathers expressions; those that give the same for every example become variants of one edge.
struct EdgeCollection {
  private let rows: SearchRows
  private var numbers: [[[Unicode.Scalar]]: Int] = [:]
  private(set) var edges: [Edge] = []

  init(_ rows: SearchRows) {
    self.rows = rows
  }

  mutating func add(_ edge: Edge) {
    if let number = numbers[edge.values] {
      edges[number].variants += edge.variants
    } else {
      numbers[edge.values] = edges.count
      edges.append(edge)
    }
  }

  /// The edges with so many of their cheapest variants, one for each behaviour in a context.
  func edges(width: Int) -> [Edge] {
    edges.map { edge in
      let order = edge.variants.indices.sorted { (edge.variants[$0].cost, $0) < (edge.variants[$1].cost, $1) }
      var seen: Set<[UInt64]> = []
      var variants: [Edge.Variant] = []
      for index in order where variants.count < width {
        let variant = edge.variants[index]
        if rows.others.isEmpty || seen.insert([variant.behaviour.value, UInt64(variant.context)]).inserted {
          variants.append(variant)
        }
      }
      return Edge(values: edge.values, variants: variants)
    }
  }
}
