/// A context of a count model: its successors with their counts, and the contexts one symbol further back.
struct ContextNode: Sendable, Codable, Hashable {
  /// Parallel lists, in the order of first appearance.
  private(set) var successors: [Int] = []
  private(set) var counts: [Int] = []
  /// All counts together, and the highest.
  private(set) var seen = 0
  private(set) var highest = 0
  /// Parallel lists, by symbol.
  private var earlier: [Int] = []
  private var contexts: [Int] = []

  mutating func count(_ symbol: Int) {
    seen += 1
    if let place = successors.firstIndex(of: symbol) {
      counts[place] += 1
      highest = max(highest, counts[place])
    } else {
      successors.append(symbol)
      counts.append(1)
      highest = max(highest, 1)
    }
  }

  func times(of symbol: Int) -> Int {
    successors.firstIndex(of: symbol).map { counts[$0] } ?? 0
  }

  /// The successor with the highest count; of several the one that was seen first.
  var mostFrequent: Int? {
    counts.firstIndex(of: highest).map { successors[$0] }
  }

  /// What counts are divided by; only the empty context leaves room for what was never seen.
  func total(isEmptyContext: Bool) -> Double {
    Double(seen) + (isEmptyContext ? Double(successors.count) / 2 : 0)
  }

  /// The empty context's share for what was never seen.
  var unseen: Double { Double(successors.count) / 2 / total(isEmptyContext: true) }

  /// Where `symbol` stands among the earlier ones, or would stand.
  private func place(of symbol: Int) -> Int {
    var (low, high) = (0, earlier.count)
    while low < high {
      let middle = (low + high) / 2
      if earlier[middle] < symbol { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The context one symbol further back.
  func context(after symbol: Int) -> Int? {
    let place = place(of: symbol)
    return place < earlier.count && earlier[place] == symbol ? contexts[place] : nil
  }

  mutating func add(context: Int, after symbol: Int) {
    let place = place(of: symbol)
    earlier.insert(symbol, at: place)
    contexts.insert(context, at: place)
  }
}
