/// Predicts the next symbol of a sequence from how often each followed the last few: a back-off count model.
///
/// Contexts of up to ``order`` symbols are counted. A prediction starts from the longest context that was seen and
/// escapes to shorter ones, in the end to “never seen before”; the escape's share is that of prediction by partial
/// matching, method C (Moffat 1990): as many escapes as the context had different successors, with what a longer
/// context has ruled on left out of the shorter ones (exclusion).
///
/// ```swift
/// var model = CountModel<String>(order: 6)
/// model.learn(["open", "fill", "save"])
/// model.predict(after: ["open"]).top(1)  // ["fill"]
/// ```
///
/// Deterministic: the same sequences in the same order give the same predictions, and equal models encode equally.
public struct CountModel<Symbol: Hashable & Comparable & Codable & Sendable>: Sendable, Hashable {
  /// The longest context that is counted.
  public let order: Int
  /// Every symbol that was seen, in the order of its first appearance.
  public private(set) var symbols: [Symbol] = []
  /// How many symbols were learned from in all.
  public private(set) var count = 0
  private var numbers: [Symbol: Int] = [:]
  private var nodes: [Node] = [Node()]

  /// A context: its successors with their counts, and the contexts one symbol further back.
  private struct Node: Sendable, Codable, Hashable {
    /// Parallel lists, in the order of first appearance.
    var successors: [Int] = []
    var counts: [Int] = []
    /// Parallel lists, by symbol.
    var earlier: [Int] = []
    var contexts: [Int] = []

    /// Where `symbol` stands among the earlier ones, or would stand.
    func place(of symbol: Int) -> Int {
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

    mutating func count(_ symbol: Int) {
      if let place = successors.firstIndex(of: symbol) {
        counts[place] += 1
      } else {
        successors.append(symbol)
        counts.append(1)
      }
    }
  }

  public init(order: Int = 6) {
    self.order = max(0, order)
  }

  /// Counts a sequence: everything in it, each symbol after those before it.
  public mutating func learn(_ sequence: some Sequence<Symbol>) {
    var past: [Int] = []
    for symbol in sequence {
      let number = number(of: symbol)
      learn(number, after: past)
      past.append(number)
    }
  }

  /// Counts one symbol after its history.
  public mutating func learn(_ symbol: Symbol, after history: some BidirectionalCollection<Symbol>) {
    let past = history.suffix(order).map { number(of: $0) }
    learn(number(of: symbol), after: past)
  }

  /// What is expected after `history`, whose last symbol is the latest.
  public func predict(after history: some BidirectionalCollection<Symbol>) -> Prediction<Symbol> {
    var probabilities = [Double](repeating: 0, count: symbols.count)
    var isRuledOn = [Bool](repeating: false, count: symbols.count)
    var mass = 1.0
    for node in contexts(of: history).reversed() {
      let open = node.successors.indices.filter { !isRuledOn[node.successors[$0]] }
      guard !open.isEmpty else { continue }
      let seen = open.reduce(0) { $0 + node.counts[$1] }
      let total = Double(seen + open.count)
      for place in open {
        probabilities[node.successors[place]] = mass * Double(node.counts[place]) / total
        isRuledOn[node.successors[place]] = true
      }
      mass *= Double(open.count) / total
    }
    let ranked = symbols.indices
      .map { Prediction<Symbol>.Candidate(symbol: symbols[$0], probability: probabilities[$0]) }
      .sorted { ($1.probability, $0.symbol) < ($0.probability, $1.symbol) }
    return Prediction(ranked: ranked, unseen: mass)
  }

  private mutating func number(of symbol: Symbol) -> Int {
    if let number = numbers[symbol] { return number }
    numbers[symbol] = symbols.count
    symbols.append(symbol)
    return symbols.count - 1
  }

  private mutating func learn(_ symbol: Int, after past: [Int]) {
    count += 1
    var node = 0
    nodes[node].count(symbol)
    for earlier in past.suffix(order).reversed() {
      if let next = nodes[node].context(after: earlier) {
        node = next
      } else {
        nodes.append(Node())
        let place = nodes[node].place(of: earlier)
        nodes[node].earlier.insert(earlier, at: place)
        nodes[node].contexts.insert(nodes.count - 1, at: place)
        node = nodes.count - 1
      }
      nodes[node].count(symbol)
    }
  }

  /// The contexts of a history that were seen, from the empty one to the longest.
  private func contexts(of history: some BidirectionalCollection<Symbol>) -> [Node] {
    var found = [nodes[0]]
    var node = 0
    for symbol in history.suffix(order).reversed() {
      guard let number = numbers[symbol], let next = nodes[node].context(after: number) else { break }
      node = next
      found.append(nodes[node])
    }
    return found
  }
}

extension CountModel: Codable {
  private enum CodingKeys: String, CodingKey {
    case order, symbols, count, nodes
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    order = try container.decode(Int.self, forKey: .order)
    symbols = try container.decode([Symbol].self, forKey: .symbols)
    count = try container.decode(Int.self, forKey: .count)
    nodes = try container.decode([Node].self, forKey: .nodes)
    numbers = Dictionary(zip(symbols, symbols.indices), uniquingKeysWith: { first, _ in first })
  }

  // The look-up table is left out: a dictionary has another order in every run.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(order, forKey: .order)
    try container.encode(symbols, forKey: .symbols)
    try container.encode(count, forKey: .count)
    try container.encode(nodes, forKey: .nodes)
  }
}
