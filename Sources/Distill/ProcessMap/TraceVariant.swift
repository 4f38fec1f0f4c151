/// One distinct sequence of activities, and the traces that took it.
public struct TraceVariant: Sendable, Codable, Hashable {
  /// The numbers of the activities, in order; empty for traces without events.
  public var activities: [UInt32]
  /// The numbers of the traces, rising.
  public var traces: [Int]

  public init(activities: [UInt32], traces: [Int]) {
    self.activities = activities
    self.traces = traces
  }

  /// How many traces took it.
  public var count: Int { traces.count }

  /// The variants of a log: the most frequent first, those alike in the order in which they first came up.
  public static func variants(of sequences: ActivitySequences) -> [TraceVariant] {
    var set = SequenceSet()
    let numbers = (0..<sequences.count).map { trace in
      for event in sequences.starts[trace]..<sequences.starts[trace + 1] { set.push(sequences.codes[event]) }
      return set.close(weight: 1)
    }
    let order = set.indices.sorted { (set.weights[$1], $0) < (set.weights[$0], $1) }
    var places = Array(repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[number] = place }
    var variants = order.map { number in
      var variant = TraceVariant(activities: Array(set[number]), traces: [])
      variant.traces.reserveCapacity(set.weights[number])
      return variant
    }
    for (trace, number) in numbers.enumerated() { variants[places[number]].traces.append(trace) }
    return variants
  }
}
