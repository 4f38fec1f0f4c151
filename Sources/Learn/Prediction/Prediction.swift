import Foundation

/// What is expected next: how likely each known symbol is, and how likely something never seen before.
public struct Prediction<Symbol: Hashable & Sendable>: Sendable {
  /// The known symbols, the likeliest first; equally likely ones in the order of the symbols.
  public var ranked: [Candidate]
  /// The probability of something never seen before. With ``ranked`` it sums up to 1.
  public var unseen: Double

  /// A symbol and how likely it is.
  public struct Candidate: Sendable {
    public var symbol: Symbol
    public var probability: Double

    public init(symbol: Symbol, probability: Double) {
      self.symbol = symbol
      self.probability = probability
    }
  }

  public init(ranked: [Candidate], unseen: Double) {
    self.ranked = ranked
    self.unseen = unseen
  }

  /// The likeliest symbols, at most `count`.
  public func top(_ count: Int) -> [Symbol] {
    ranked.prefix(count).map(\.symbol)
  }

  /// How sure the likeliest is, 0…1.
  public var confidence: Double { ranked.first?.probability ?? 0 }

  /// The probability of `symbol`; for one never seen before, ``unseen``.
  public func probability(of symbol: Symbol) -> Double {
    ranked.first { $0.symbol == symbol }?.probability ?? unseen
  }

  /// The surprise of `symbol` in bits: 0 for what was certain.
  public func bits(of symbol: Symbol) -> Double {
    -log2(probability(of: symbol))
  }

  /// The fewest symbols whose probabilities sum up to at least `share`: a prediction set.
  public func set(covering share: Double) -> [Symbol] {
    var sum = 0.0
    var result: [Symbol] = []
    for candidate in ranked where sum < share {
      result.append(candidate.symbol)
      sum += candidate.probability
    }
    return result
  }
}
