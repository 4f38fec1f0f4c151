import Foundation

/// Predicts the next symbol of a sequence from how often each followed the last few.
///
/// Contexts of up to ``order`` symbols are counted. Every context that fits is an expert; their opinions are mixed with
/// weights that depend on how long the context is, how often it was seen and how much its successors agreed, and that
/// are learned while learning (the likelihood's gradient, one step a symbol), as in context mixing (Mahoney 2005) with
/// the states of prediction by partial matching (Cleary and Witten 1984). “Never seen before” is one more outcome: its
/// share comes from the empty context, half a count for each different symbol.
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
  private var nodes: [ContextNode] = [ContextNode()]
  private var weights: MixingWeights

  public init(order: Int = 6) {
    self.order = max(0, order)
    weights = MixingWeights(order: self.order)
  }

  /// Counts a sequence: everything in it, each symbol after those before it.
  public mutating func learn(_ sequence: some Sequence<Symbol>) {
    var past: [Int] = []
    for symbol in sequence {
      let number = number(of: symbol)
      learn(number, after: past)
      past.append(number)
      if past.count > order { past.removeFirst() }
    }
  }

  /// Counts one symbol after its history.
  public mutating func learn(_ symbol: Symbol, after history: some BidirectionalCollection<Symbol>) {
    let past = history.suffix(order).map { number(of: $0) }
    learn(number(of: symbol), after: past)
  }

  /// What is expected after `history`, whose last symbol is the latest.
  public func predict(after history: some BidirectionalCollection<Symbol>) -> Prediction<Symbol> {
    guard count > 0 else { return Prediction(ranked: [], unseen: 1) }
    let experts = contexts(of: knownEnd(of: history))
    let shares = weights.shares(of: experts.map { nodes[$0] })
    var probabilities = [Double](repeating: 0, count: symbols.count)
    for (place, expert) in experts.enumerated() {
      let node = nodes[expert]
      let total = node.total(isEmptyContext: place == 0)
      for (successor, times) in zip(node.successors, node.counts) {
        probabilities[successor] += shares[place] * Double(times) / total
      }
    }
    let unseen = shares[0] * nodes[0].unseen
    if weights.prefersLongest, let likeliest = likeliest(probabilities),
      let longest = experts.last.flatMap({ nodes[$0].mostFrequent })
    {
      probabilities.swapAt(likeliest, longest)
    }
    let ranked = symbols.indices.filter { probabilities[$0] > 0 }
      .map { Prediction<Symbol>.Candidate(symbol: symbols[$0], probability: probabilities[$0]) }
      .sorted { ($1.probability, $0.symbol) < ($0.probability, $1.symbol) }
    return Prediction(ranked: ranked, unseen: unseen)
  }

  /// How much each length of context counts, from none to ``order`` symbols, where all of them are settled; together 1.
  public var shares: [Double] { weights.settled }

  private mutating func number(of symbol: Symbol) -> Int {
    if let number = numbers[symbol] { return number }
    numbers[symbol] = symbols.count
    symbols.append(symbol)
    return symbols.count - 1
  }

  private mutating func learn(_ symbol: Int, after past: [Int]) {
    if count > 0 { adjust(to: symbol, experts: contexts(of: past[...])) }
    count += 1
    var node = 0
    nodes[node].count(symbol)
    for earlier in past.suffix(order).reversed() {
      if let next = nodes[node].context(after: earlier) {
        node = next
      } else {
        nodes.append(ContextNode())
        nodes[node].add(context: nodes.count - 1, after: earlier)
        node = nodes.count - 1
      }
      nodes[node].count(symbol)
    }
  }

  /// One step of the weights towards what would have predicted the symbol better.
  private mutating func adjust(to symbol: Int, experts: [Int]) {
    let states = experts.map { nodes[$0] }
    let isKnown = states[0].times(of: symbol) > 0
    let opinions = states.enumerated().map { place, node in
      isKnown
        ? Double(node.times(of: symbol)) / node.total(isEmptyContext: place == 0) : place == 0 ? node.unseen : 0
    }
    if let likeliest = mixedLikeliest(states), let longest = states.last?.mostFrequent {
      weights.note(symbol, likeliest: likeliest, longest: longest)
    }
    weights.adjust(states, opinions: opinions)
  }

  private func mixedLikeliest(_ states: [ContextNode]) -> Int? {
    let shares = weights.shares(of: states)
    var probabilities = [Double](repeating: 0, count: symbols.count)
    for (place, node) in states.enumerated() {
      let total = node.total(isEmptyContext: place == 0)
      for (successor, times) in zip(node.successors, node.counts) {
        probabilities[successor] += shares[place] * Double(times) / total
      }
    }
    return likeliest(probabilities)
  }

  private func likeliest(_ probabilities: [Double]) -> Int? {
    probabilities.indices.max {
      (probabilities[$0], symbols[$1]) < (probabilities[$1], symbols[$0])
    }
  }

  /// The numbers of the latest symbols, back to the first that is not known.
  private func knownEnd(of history: some BidirectionalCollection<Symbol>) -> ArraySlice<Int> {
    var known: [Int] = []
    for symbol in history.suffix(order).reversed() {
      guard let number = numbers[symbol] else { break }
      known.append(number)
    }
    return known.reversed()[...]
  }

  /// The contexts of a history that were seen, from the empty one to the longest.
  private func contexts(of history: ArraySlice<Int>) -> [Int] {
    var found = [0]
    for symbol in history.suffix(order).reversed() {
      guard let next = nodes[found[found.count - 1]].context(after: symbol) else { break }
      found.append(next)
    }
    return found
  }
}

extension CountModel: Codable {
  private enum CodingKeys: String, CodingKey {
    case order, symbols, count, nodes, weights
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    order = try container.decode(Int.self, forKey: .order)
    symbols = try container.decode([Symbol].self, forKey: .symbols)
    count = try container.decode(Int.self, forKey: .count)
    nodes = try container.decode([ContextNode].self, forKey: .nodes)
    weights = try container.decode(MixingWeights.self, forKey: .weights)
    numbers = Dictionary(zip(symbols, symbols.indices), uniquingKeysWith: { first, _ in first })
  }

  // The look-up table is left out: a dictionary has another order in every run.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(order, forKey: .order)
    try container.encode(symbols, forKey: .symbols)
    try container.encode(count, forKey: .count)
    try container.encode(nodes, forKey: .nodes)
    try container.encode(weights, forKey: .weights)
  }
}
