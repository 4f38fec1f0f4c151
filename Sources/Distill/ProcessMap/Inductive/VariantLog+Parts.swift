extension VariantLog {
  /// The logs of the groups of a cut: every sequence is taken apart as the cut's kind asks for.
  func parts(_ cut: Cut) -> [VariantLog] {
    var parts = Array(repeating: SequenceSet(), count: cut.count)
    for number in sequences.indices {
      let sequence = sequences[number]
      let weight = sequences.weights[number]
      switch cut.kind {
      case .choice: VariantLog.choose(sequence, weight, cut, &parts)
      case .sequence: VariantLog.split(sequence, weight, cut, &parts)
      case .parallel: VariantLog.project(sequence, weight, cut, &parts)
      case .loop: VariantLog.unroll(sequence, weight, cut, &parts)
      }
    }
    return parts.map { VariantLog($0, names: names) }
  }

  /// A sequence belongs to the group that has most of its events, the last of those that have as many.
  private static func choose(
    _ sequence: ArraySlice<UInt32>, _ weight: Int, _ cut: Cut, _ parts: inout [SequenceSet]
  ) {
    var counts = Array(repeating: 0, count: cut.count)
    for symbol in sequence { counts[cut.groups[Int(symbol)]] += 1 }
    let most = counts.max() ?? 0
    let chosen = counts.lastIndex(of: most) ?? 0
    for symbol in sequence where cut.groups[Int(symbol)] == chosen { parts[chosen].push(symbol) }
    parts[chosen].close(weight: weight)
  }

  /// Each group has every sequence's events of its own.
  private static func project(
    _ sequence: ArraySlice<UInt32>, _ weight: Int, _ cut: Cut, _ parts: inout [SequenceSet]
  ) {
    for symbol in sequence { parts[cut.groups[Int(symbol)]].push(symbol) }
    for group in parts.indices { parts[group].close(weight: weight) }
  }

  /// Each group has its stretch of every sequence: from where the last one ended to where it is cheapest to end, an
  /// event of a later group inside costing as much as one of its own outside.
  private static func split(
    _ sequence: ArraySlice<UInt32>, _ weight: Int, _ cut: Cut, _ parts: inout [SequenceSet]
  ) {
    var start = sequence.startIndex
    for group in parts.indices {
      var cost = 0
      var least = 0
      var end = start
      for index in start..<sequence.endIndex {
        let own = cut.groups[Int(sequence[index])]
        if own == group { cost -= 1 } else if own > group { cost += 1 }
        if cost < least {
          least = cost
          end = index + 1
        }
      }
      for index in start..<end where cut.groups[Int(sequence[index])] == group { parts[group].push(sequence[index]) }
      parts[group].close(weight: weight)
      start = end
    }
  }

  /// The stretches of the body and those of what is done in between; a sequence always ends with a body, if need be
  /// an empty one.
  private static func unroll(
    _ sequence: ArraySlice<UInt32>, _ weight: Int, _ cut: Cut, _ parts: inout [SequenceSet]
  ) {
    var current: Int?
    for symbol in sequence {
      let group = cut.groups[Int(symbol)]
      if let before = current, before != group { parts[before].close(weight: weight) }
      parts[group].push(symbol)
      current = group
    }
    if current == 1 { parts[1].close(weight: weight) }
    parts[0].close(weight: weight)
  }
}
