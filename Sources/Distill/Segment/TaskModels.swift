import Foundation

/// What is known of each task: how its episodes begin, what follows what in them, and where they end; all in bits.
///
/// Pairs of symbols are counted, each a little less than it was seen (absolute discounting); what that leaves goes to
/// what the task does in general.
struct TaskModels: Sendable {
  /// The weight of what a task does in general against what it does after one symbol.
  static let backOff = 0.5
  /// How much less each pair counts: once is no habit.
  static let discount = 0.9
  /// The share of a task's steps kept for symbols it never showed.
  static let unseen = 0.02
  /// In what share of a task's episodes a symbol must be, at least.
  static let rareShare = 0.04

  /// In how many of a task's episodes a symbol must be to be a habit.
  static func fewest(of episodes: Int) -> Int {
    switch episodes {
    case ...4: 1
    case ...9: 2
    default: max(3, Int(rareShare * Double(episodes)))
    }
  }

  /// How many tasks there are.
  let tasks: Int
  let kinds: Int
  /// A beginning of an episode: of which task, and what it costs.
  struct Start: Sendable {
    var task: Int32
    var cost: Double
  }

  /// What pairs cost that were seen.
  private var seenCosts: CostTable
  /// What it costs that something follows that was not seen to, for each task and symbol before it …
  private var leavingCosts: [Double]
  /// … and what the symbol itself costs then.
  private var symbolCosts: [Double]
  /// What the end costs after each symbol, for each task.
  private var endCosts: [Double]
  /// The two tasks that each symbol begins best.
  private var starts: [[Start]]

  /// Learns from episodes, each with its task. What hardly any episode of a task has is no habit of it, and left out.
  init(_ given: [(task: Int, symbols: [Int])], tasks: Int, kinds: Int) {
    self.tasks = tasks
    self.kinds = kinds
    let width = kinds + 1
    var pairs = NumberTable(capacity: 1024)
    var keys: [UInt64] = []
    var counts: [Double] = []
    var totals = [Double](repeating: 0, count: tasks * width)
    var distinct = totals
    var seen = totals
    var sums = [Double](repeating: 0, count: tasks)
    var sizes = sums
    func count(_ task: Int, _ previous: Int, _ symbol: Int) {
      let key = TaskModels.key(task, previous, symbol)
      let number = pairs.number(of: key)
      if number == keys.count {
        keys.append(key)
        counts.append(0)
        distinct[task * width + previous] += 1
      }
      counts[number] += 1
      totals[task * width + previous] += 1
      seen[task * width + symbol] += 1
      sums[task] += 1
    }
    for (task, symbols) in TaskModels.habitual(given, tasks: tasks) {
      sizes[task] += 1
      var previous = kinds
      for symbol in symbols where symbol != previous {
        count(task, previous, symbol)
        previous = symbol
      }
      count(task, previous, kinds)
    }
    let shares = seen.indices.map { index in
      let sum = sums[index / width]
      return (1 - TaskModels.unseen) * (sum > 0 ? seen[index] / sum : 0) + TaskModels.unseen / Double(width)
    }
    let rests = distinct.map { $0 * TaskModels.discount + TaskModels.backOff }
    symbolCosts = shares.map { -log2($0) }
    leavingCosts = totals.indices.map { -log2(rests[$0] / (totals[$0] + TaskModels.backOff)) }
    seenCosts = CostTable(capacity: keys.count)
    for (key, count) in zip(keys, counts) {
      let (task, previous, symbol) = TaskModels.parts(of: key)
      let row = task * width + previous
      let kept = max(0, count - TaskModels.discount) + rests[row] * shares[task * width + symbol]
      seenCosts.set(key, to: -log2(kept / (totals[row] + TaskModels.backOff)))
    }
    endCosts = []
    starts = []
    let all = sizes.reduce(0, +)
    let choice = sizes.map { -log2(($0 + 0.5) / (all + 0.5 * Double(tasks))) }
    for task in 0..<tasks { for previous in 0...kinds { endCosts.append(cost(of: kinds, after: previous, in: task)) } }
    for symbol in 0..<kinds {
      let costs = (0..<tasks).map {
        Start(task: Int32($0), cost: choice[$0] + cost(of: symbol, after: kinds, in: $0))
      }
      starts.append(Array(costs.sorted { ($0.cost, $0.task) < ($1.cost, $1.task) }.prefix(2)))
    }
  }

  /// The cost of `symbol` after `previous` (or at the beginning: `kinds`).
  @inline(__always)
  func cost(of symbol: Int, after previous: Int, in task: Int) -> Double {
    if let seen = seenCosts[TaskModels.key(task, previous, symbol)] { return seen }
    return leavingCosts[task * (kinds + 1) + previous] + symbolCosts[task * (kinds + 1) + symbol]
  }

  /// The cost of an end after `last`.
  @inline(__always)
  func costOfEnd(after last: Int, in task: Int) -> Double { endCosts[task * (kinds + 1) + last] }

  /// The tasks that `symbol` begins best.
  func bestStarts(of symbol: Int) -> [Start] { starts[symbol] }

  /// The episodes without what is rare in their task.
  private static func habitual(
    _ episodes: [(task: Int, symbols: [Int])], tasks: Int
  ) -> [(task: Int, symbols: [Int])] {
    var sizes = [Int](repeating: 0, count: tasks)
    var presence = [[Int: Int]](repeating: [:], count: tasks)
    for (task, symbols) in episodes {
      sizes[task] += 1
      for symbol in Set(symbols) { presence[task][symbol, default: 0] += 1 }
    }
    return episodes.map { task, symbols in
      let needed = fewest(of: sizes[task])
      return (task, symbols.filter { presence[task][$0] ?? 0 >= needed })
    }
  }

  @inline(__always)
  private static func key(_ task: Int, _ left: Int, _ right: Int) -> UInt64 {
    UInt64(task) << 44 | UInt64(left) << 22 | UInt64(right)
  }

  private static func parts(of key: UInt64) -> (task: Int, left: Int, right: Int) {
    (Int(key >> 44), Int(key >> 22 & 0x3F_FFFF), Int(key & 0x3F_FFFF))
  }
}

/// Costs by key: an open hash table that is written once.
struct CostTable: Sendable {
  private var keys: [UInt64]
  private var costs: [Double]
  private let mask: Int

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: .max, count: size)
    costs = [Double](repeating: 0, count: size)
    mask = size - 1
  }

  @inline(__always)
  subscript(key: UInt64) -> Double? {
    let slot = slot(of: key)
    return keys[slot] == key ? costs[slot] : nil
  }

  /// Sets the cost of `key`, of which there are no more than the capacity.
  mutating func set(_ key: UInt64, to cost: Double) {
    let slot = slot(of: key)
    keys[slot] = key
    costs[slot] = cost
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while keys[slot] != key, keys[slot] != .max { slot = (slot + 1) & mask }
    return slot
  }
}
