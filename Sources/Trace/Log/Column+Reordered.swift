extension Column {
  /// The column after its table's rows were put in another order: row `i` is then row `order[i]` of before.
  func reordered(by order: [Int], from count: Int) -> Column {
    var positions: [Int] = []
    var listed: [UInt32] = []
    for (row, source) in order.enumerated() {
      guard let position = position(of: source) else { continue }
      positions.append(position)
      listed.append(UInt32(row))
    }
    let isLeading = listed.last.map { Int($0) == listed.count - 1 } ?? true
    var moved: [Children] = []
    if !children.isEmpty {
      let bySource = Dictionary(uniqueKeysWithValues: children.map { ($0.row, $0.attributes) })
      moved = order.enumerated().compactMap { row, source in
        bySource[source].map { Children(row: row, attributes: $0) }
      }
    }
    return Column(
      key: key, rows: isLeading ? .first(listed.count) : .some(listed), values: values.picking(positions),
      children: moved)
  }
}

extension Column.Values {
  /// The values at these positions, in this order.
  func picking(_ positions: [Int]) -> Column.Values {
    switch self {
    case .string(let codes, let pool): .string(codes: positions.map { codes[$0] }, pool)
    case .id(let codes, let pool): .id(codes: positions.map { codes[$0] }, pool)
    case .date(let microseconds, let offsets):
      .date(microseconds: positions.map { microseconds[$0] }, offsets: positions.map { offsets[$0] })
    case .int(let numbers): .int(positions.map { numbers[$0] })
    case .float(let numbers): .float(positions.map { numbers[$0] })
    case .boolean(let flags): .boolean(positions.map { flags[$0] })
    case .list(let lists): .list(positions.map { lists[$0] })
    case .container: .container
    }
  }
}
