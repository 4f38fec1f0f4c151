import Foundation

/// How much each context's opinion counts, learned from how right such contexts were.
///
/// Contexts share a weight where they are equally long, were seen about equally often, and their successors agree about
/// equally well.
struct MixingWeights: Sendable, Codable, Hashable {
  private var weights: [Double]
  /// How often the longest context's favourite was right where the mixture's was another one, and the other way round.
  private var longestRight = 0
  private var mixtureRight = 0

  private static let frequencies = 7
  private static let agreements = 4
  /// How far one symbol moves a weight.
  private static let rate = 0.2
  /// At first, a context of one symbol more counts for e to this power more.
  private static let advance = 0.7

  init(order: Int) {
    weights = (0...order).flatMap { length in
      [Double](repeating: Double(length) * Self.advance, count: Self.frequencies * Self.agreements)
    }
  }

  /// Whether the longest context's favourite should come first.
  var prefersLongest: Bool { longestRight > mixtureRight }

  /// The share of each context, from the empty one to the longest; together 1.
  func shares(of contexts: [ContextNode]) -> [Double] {
    let logarithms = contexts.enumerated().map { weights[Self.place(length: $0, $1)] }
    let highest = logarithms.max() ?? 0
    let powers = logarithms.map { exp($0 - highest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// The share of each length of context, from none to the longest, where every one of them was seen eight times and always
  /// went on in the same way.
  var settled: [Double] {
    var context = ContextNode()
    for _ in 0..<8 { context.count(0) }
    return shares(of: [ContextNode](repeating: context, count: weights.count / (Self.frequencies * Self.agreements)))
  }

  /// Moves the weights towards the contexts that held the symbol likelier than the mixture did.
  mutating func adjust(_ contexts: [ContextNode], opinions: [Double]) {
    let shares = shares(of: contexts)
    let mixed = zip(shares, opinions).reduce(1e-12) { $0 + $1.0 * $1.1 }
    for (length, context) in contexts.enumerated() {
      weights[Self.place(length: length, context)] += Self.rate * shares[length] * (opinions[length] / mixed - 1)
    }
  }

  /// Takes note of which favourite was right where they differed.
  mutating func note(_ symbol: Int, likeliest: Int, longest: Int) {
    guard likeliest != longest else { return }
    if symbol == longest { longestRight += 1 }
    if symbol == likeliest { mixtureRight += 1 }
  }

  private static func place(length: Int, _ context: ContextNode) -> Int {
    let frequency = min(frequencies - 1, Int.bitWidth - 1 - max(1, context.seen).leadingZeroBitCount)
    let agreement =
      if context.successors.count <= 1 {
        0
      } else if context.highest * 10 > context.seen * 9 {
        1
      } else if context.highest * 10 > context.seen * 6 { 2 } else { 3 }
    return (length * frequencies + frequency) * agreements + agreement
  }
}
