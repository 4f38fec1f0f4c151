import Foundation

/// What is known of each task: how its episodes begin, what follows what in them, and where they end.
struct TaskModels: Sendable {
  /// How many tasks there are.
  let tasks: Int
  let kinds: Int
  /// How likely an episode is of each task, in bits.
  private(set) var choice: [Double]
  private var counts: CountTable
  private var totals: [Int32]
  private var distinct: [Int32]
  /// How often each task has each symbol; the last is the end.
  private var shares: [Double]
  /// The weight of what a task does in general against what it does after one symbol.
  static let backOff = 0.5
  /// How much less each pair counts: once is no habit.
  static let discount = 0.9
  /// The share of a task's steps kept for symbols it never showed.
  static let unseen = 0.02

  /// In what share of a task's episodes a symbol must be, and in how many of them at least.
  static let rareShare = 0.04

  /// How many of a task's episodes must have a habit.
  static func fewest(of episodes: Int) -> Int {
    switch episodes {
    case ...4: 1
    case ...9: 2
    default: max(3, Int(rareShare * Double(episodes)))
    }
  }

  /// Learns from episodes, each with its task. What hardly any episode of a task has is no habit of it, and left out.
  init(_ given: [(task: Int, symbols: [Int])], tasks: Int, kinds: Int) {
    let episodes = TaskModels.habitual(given, tasks: tasks)
    self.tasks = tasks
    self.kinds = kinds
    counts = CountTable(capacity: 4096)
    totals = [Int32](repeating: 0, count: tasks * (kinds + 1))
    distinct = totals
    var seen = [Double](repeating: 0, count: tasks * (kinds + 1))
    var sums = [Double](repeating: 0, count: tasks)
    var episodesOf = [Double](repeating: 0, count: tasks)
    for (task, symbols) in episodes {
      episodesOf[task] += 1
      var previous = kinds
      for symbol in symbols where symbol != previous {
        if counts.add(TaskModels.key(task, previous, symbol)) == 0 { distinct[task * (kinds + 1) + previous] += 1 }
        totals[task * (kinds + 1) + previous] += 1
        seen[task * (kinds + 1) + symbol] += 1
        previous = symbol
      }
      if counts.add(TaskModels.key(task, previous, kinds)) == 0 { distinct[task * (kinds + 1) + previous] += 1 }
      totals[task * (kinds + 1) + previous] += 1
      seen[task * (kinds + 1) + kinds] += 1
      sums[task] += Double(symbols.count + 1)
    }
    shares = seen.indices.map { index in
      let sum = sums[index / (kinds + 1)]
      return (1 - TaskModels.unseen) * (sum > 0 ? seen[index] / sum : 0) + TaskModels.unseen / Double(kinds + 1)
    }
    let all = episodesOf.reduce(0, +)
    choice = episodesOf.map { -log2(($0 + 0.5) / (all + 0.5 * Double(tasks))) }
  }

  /// The episodes without what is rare in their task.
  private static func habitual(_ episodes: [(task: Int, symbols: [Int])], tasks: Int) -> [(task: Int, symbols: [Int])] {
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

  /// The cost in bits of `symbol` (or the end: `kinds`) after `previous` (or at the beginning: `kinds`).
  @inline(__always)
  func cost(of symbol: Int, after previous: Int, in task: Int) -> Double {
    let row = task * (kinds + 1)
    let count = Double(counts[TaskModels.key(task, previous, symbol)])
    let total = Double(totals[row + previous])
    let kept = max(0, count - TaskModels.discount)
    let rest = Double(distinct[row + previous]) * TaskModels.discount + TaskModels.backOff
    return -log2((kept + rest * shares[row + symbol]) / (total + TaskModels.backOff))
  }

  @inline(__always)
  private static func key(_ task: Int, _ left: Int, _ right: Int) -> UInt64 {
    UInt64(task) << 44 | UInt64(left) << 22 | UInt64(right)
  }
}
