/// Which activity directly follows which in a log, with which traces begin and with which they end.
struct FollowsRelation {
  /// Whether the second activity directly follows the first.
  var follows: BitMatrix
  var starts: [Bool]
  var ends: [Bool]

  var count: Int { starts.count }
  var indices: Range<Int> { starts.indices }

  init(of log: VariantLog) { self.init(of: log, without: nil) }

  /// - Parameter left: an activity that is taken out of every sequence before.
  init(of log: VariantLog, without left: UInt32?) {
    follows = BitMatrix(count: log.names.count)
    starts = Array(repeating: false, count: log.names.count)
    ends = starts
    for number in log.sequences.indices {
      var before: UInt32?
      for symbol in log.sequences[number] where symbol != left {
        if let before { follows.insert(Int(before), Int(symbol)) } else { starts[Int(symbol)] = true }
        before = symbol
      }
      if let before { ends[Int(before)] = true }
    }
  }

  /// The relation without what is rare: an edge whose count is at most that share of the most frequent way on from
  /// its activity (another edge or the end), and beginnings below that share of the most frequent one.
  func filtered(_ noise: Double, of log: VariantLog) -> FollowsRelation {
    var edges: [Int: Int] = [:]
    var starting = Array(repeating: 0, count: count)
    var ending = starting
    for number in log.sequences.indices {
      let sequence = log.sequences[number]
      let weight = log.sequences.weights[number]
      guard let first = sequence.first, let last = sequence.last else { continue }
      starting[Int(first)] += weight
      ending[Int(last)] += weight
      for (before, after) in zip(sequence, sequence.dropFirst()) {
        edges[Int(before) * count + Int(after), default: 0] += weight
      }
    }
    var greatest = ending
    for (edge, weight) in edges { greatest[edge / count] = max(greatest[edge / count], weight) }
    var result = self
    for (edge, weight) in edges where Double(weight) <= noise * Double(greatest[edge / count]) {
      result.follows.remove(edge / count, edge % count)
    }
    let mostStarting = Double(starting.max() ?? 0)
    result.starts = indices.map { starts[$0] && Double(starting[$0]) >= noise * mostStarting }
    return result
  }
}
