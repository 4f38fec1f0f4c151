import Foundation

/// How often a person turns aside from a task or leaves it for another one, in bits for each way to go on.
struct WorkHabits: Sendable {
  /// From a task to a step that belongs to none, and from there to another one, back, or not aside at all.
  private(set) var turnAside = 0.0
  private(set) var goOnAside = 0.0
  private(set) var turnBack = 0.0
  private(set) var stay = 0.0
  /// Leaving a task before its end.
  private(set) var leave = 0.0
  /// A step that belongs to no task, by its symbol.
  private(set) var asideCosts: [Double]

  /// What may be expected before anything is known: every hundredth step aside, two in a row as a rule, an
  /// interruption every five hundred steps.
  init(kinds: Int) {
    asideCosts = []
    learn(symbols: [], aside: [], kinds: kinds, interruptions: 0)
  }

  /// Learns from where steps belong to a task and where they do not.
  mutating func learn(symbols: [Int], aside: [Bool], kinds: Int, interruptions: Int) {
    var (turns, asides, length) = (5.0, 10.0, 500.0 + Double(symbols.count))
    var counts = [Double](repeating: 0.5, count: kinds)
    var before = false
    for (symbol, isAside) in zip(symbols, aside) {
      if isAside {
        asides += 1
        counts[symbol] += 1
        if !before { turns += 1 }
      }
      before = isAside
    }
    length -= asides
    let (turn, back) = (turns / max(length, 2 * turns), turns / asides)
    turnAside = -log2(turn)
    stay = -log2(1 - turn)
    turnBack = -log2(back)
    goOnAside = -log2(max(0.05, 1 - back))
    leave = -log2((1 + Double(interruptions)) / (500 + Double(symbols.count)))
    let sum = counts.reduce(0, +)
    asideCosts = counts.map { -log2($0 / sum) }
  }
}
