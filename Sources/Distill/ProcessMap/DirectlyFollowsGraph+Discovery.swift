extension DirectlyFollowsGraph {
  /// Counts who follows whom, in one pass, and puts the times of each edge next to each other for their median.
  public init(of sequences: ActivitySequences) {
    var nodes = sequences.activities.map { Node(name: $0, count: 0, starts: 0, ends: 0) }
    var numbering = EdgeNumbering(activities: nodes.count)
    // The edge by which each event was reached.
    var reached = [UInt32](repeating: .max, count: sequences.codes.count)
    for trace in 0..<sequences.count {
      let events = sequences.starts[trace]..<sequences.starts[trace + 1]
      guard let first = events.first, let last = events.last else { continue }
      var before = sequences.codes[first]
      nodes[Int(before)].starts += 1
      nodes[Int(before)].count += 1
      for event in events.dropFirst() {
        let activity = sequences.codes[event]
        nodes[Int(activity)].count += 1
        reached[event] = numbering.count(from: before, to: activity)
        before = activity
      }
      nodes[Int(sequences.codes[last])].ends += 1
    }
    let times = numbering.times(reached, sequences.times)
    let edges = numbering.edges.enumerated().map { number, edge in
      Edge(from: Int(edge.from), to: Int(edge.to), count: edge.count, time: times.isEmpty ? nil : times[number])
    }
    self.init(
      nodes: nodes,
      edges: edges.sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) })
  }
}

/// Gives edges numbers in the order in which they come up, and counts them.
private struct EdgeNumbering {
  private(set) var edges: [(from: UInt32, to: UInt32, count: Int)] = []
  private let activities: Int
  /// The number of each edge plus one, by its two ends, where the activities are few; 0 where it has none.
  private var table: [UInt32]
  /// The same where they are many.
  private var dictionary: [UInt64: UInt32] = [:]

  init(activities: Int) {
    self.activities = activities
    table = Array(repeating: 0, count: activities <= 2048 ? activities * activities : 0)
  }

  mutating func count(from: UInt32, to: UInt32) -> UInt32 {
    let number: UInt32
    if table.isEmpty {
      let key = UInt64(from) << 32 | UInt64(to)
      number = dictionary[key] ?? UInt32(edges.count)
      if number == edges.count { dictionary[key] = number }
    } else {
      let place = Int(from) * activities + Int(to)
      if table[place] == 0 { table[place] = UInt32(edges.count) + 1 }
      number = table[place] - 1
    }
    if number == edges.count { edges.append((from, to, 0)) }
    edges[Int(number)].count += 1
    return number
  }

  /// The times of each edge, given the edge by which each event was reached; empty where there are no times.
  func times(_ reached: [UInt32], _ microseconds: [Int64]) -> [DirectlyFollowsGraph.Times] {
    guard !microseconds.isEmpty else { return [] }
    var ends: [Int] = []
    var total = 0
    for edge in edges {
      ends.append(total)
      total += edge.count
    }
    // A counting sort: afterwards each entry of `ends` is where the edge's durations end.
    var durations = [Int64](repeating: 0, count: total)
    for event in reached.indices where reached[event] != .max {
      let edge = Int(reached[event])
      durations[ends[edge]] = microseconds[event] - microseconds[event - 1]
      ends[edge] += 1
    }
    return edges.indices.map { edge in
      DirectlyFollowsGraph.Times(&durations, ends[edge] - edges[edge].count..<ends[edge])
    }
  }
}

extension DirectlyFollowsGraph.Times {
  /// Figures of a stretch, not empty, of durations in microseconds, which are put in another order for them.
  fileprivate init(_ durations: inout [Int64], _ range: Range<Int>) {
    var sum = 0.0
    var least = Int64.max
    var greatest = Int64.min
    for index in range {
      sum += Double(durations[index])
      least = min(least, durations[index])
      greatest = max(greatest, durations[index])
    }
    let middle = range.lowerBound + range.count / 2
    let upper = durations.select(middle, in: range)
    // Everything before the middle is not larger than it.
    let lower = range.count % 2 == 1 ? upper : durations[range.lowerBound..<middle].max() ?? upper
    self.init(
      least: Double(least) / 1e6, median: (Double(lower) + Double(upper)) / 2e6,
      mean: sum / Double(range.count) / 1e6, greatest: Double(greatest) / 1e6)
  }
}

extension Array where Element == Int64 {
  /// Reorders a stretch so that the element that belongs at `index` in rising order is there, none before it is
  /// larger and none behind it smaller (Hoare's quickselect with the median of three as pivot); returns that element.
  fileprivate mutating func select(_ index: Int, in range: Range<Int>) -> Int64 {
    var low = range.lowerBound
    var high = range.upperBound - 1
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] < self[low] { swapAt(low, middle) }
      if self[high] < self[low] { swapAt(low, high) }
      if self[high] < self[middle] { swapAt(middle, high) }
      let pivot = self[middle]
      var left = low
      var right = high
      while left <= right {
        while self[left] < pivot { left += 1 }
        while self[right] > pivot { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if index <= right {
        high = right
      } else if index >= left {
        low = left
      } else {
        break
      }
    }
    return self[index]
  }
}
