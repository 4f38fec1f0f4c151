import Foundation

/// A choice among candidates, each described by sparse features: the softmax of the sums of their weights.
///
/// Learned by stochastic gradient ascent on the likelihood of the chosen ones (of any, where several would have done),
/// with AdaGrad's step sizes and a pull towards zero. Same examples in the same order, same weights.
struct ConditionalLogit: Sendable, Codable, Hashable {
  /// The features by their number.
  private(set) var names: [String] = []
  private(set) var weights: [Double] = []
  /// How much each feature counts where it is there.
  private(set) var values: [Double] = []
  private var numbers: [String: Int] = [:]

  private enum CodingKeys: CodingKey { case names, weights, values }

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    names = try container.decode([String].self, forKey: .names)
    weights = try container.decode([Double].self, forKey: .weights)
    values = try container.decode([Double].self, forKey: .values)
    guard names.count == weights.count, names.count == values.count else {
      throw DecodingError.dataCorruptedError(
        forKey: .weights, in: container,
        debugDescription:
          "The model has \(names.count) features, \(weights.count) weights and \(values.count) values. Learn it anew.")
    }
    guard (weights + values).allSatisfy(\.isFinite) else {
      throw DecodingError.dataCorruptedError(
        forKey: .weights, in: container, debugDescription: "The model has a weight that is no number. Learn it anew.")
    }
    numbers = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  struct Example {
    var candidates: [[String]]
    var chosen: [Int]
    /// The demonstration it is from.
    var source: Int
  }

  /// The mark of a feature that tells one page from another rather than what things have in common: it counts less.
  static let particular: Character = "~"
  /// The mark of a feature that says that the request speaks of a candidate: expected to count before anything is
  /// learned.
  static let expected: Character = "+"

  // How much features count was set while the policy was made, on the tasks it was made on; none was searched for.

  /// How much a particular feature counts beside one that is not.
  private static let particularValue = 0.25
  /// How much a feature counts that was seen in a single demonstration, of at least ``fewSources``.
  private static let singleSourceValue = 0.4
  /// From so many demonstrations on it says something that a feature is in one only.
  private static let fewSources = 4
  /// AdaGrad's first step.
  private static let step = 0.3

  private static func expectation(_ name: String) -> Double { name.first == expected ? 1 : 0 }

  static func learn(from examples: [Example], rounds: Int = 40, pull: Double = 0.002) -> ConditionalLogit {
    var model = ConditionalLogit()
    var rows: [(candidates: [[Int32]], chosen: Set<Int>)] = []
    var sources: [Set<Int>] = []
    for example in examples where !example.chosen.isEmpty && example.candidates.count > 1 {
      let candidates = example.candidates.map { features in
        features.map { name in
          let number = model.numbers[name] ?? model.names.count
          if number == model.names.count {
            model.numbers[name] = number
            model.names.append(name)
            sources.append([])
          }
          sources[number].insert(example.source)
          return Int32(number)
        }
      }
      rows.append((candidates, Set(example.chosen)))
    }
    // What was seen in a single demonstration says little about the next.
    let isMany = Set(examples.map(\.source)).count >= fewSources
    let values = zip(model.names, sources).map { name, sources in
      (name.first == particular ? particularValue : 1) * (isMany && sources.count == 1 ? singleSourceValue : 1)
    }
    let expectations = model.names.map(expectation)
    var weights = expectations
    var squares = [Double](repeating: 1e-3, count: model.names.count)
    var gradient = [Double](repeating: 0, count: model.names.count)
    for _ in 0..<rounds {
      for row in rows {
        var scores = row.candidates.map { $0.reduce(0.0) { $0 + weights[Int($1)] * values[Int($1)] } }
        let highest = scores.max() ?? 0
        var total = 0.0
        var right = 0.0
        for index in scores.indices {
          scores[index] = exp(scores[index] - highest)
          total += scores[index]
          if row.chosen.contains(index) { right += scores[index] }
        }
        var touched: [Int32] = []
        for (index, features) in row.candidates.enumerated() {
          let share = scores[index] / total
          let wanted = row.chosen.contains(index) ? scores[index] / max(right, 1e-300) : 0
          let error = (wanted - share)
          if abs(error) < 1e-6 { continue }
          for feature in features {
            if gradient[Int(feature)] == 0 { touched.append(feature) }
            gradient[Int(feature)] += error * values[Int(feature)]
          }
        }
        for feature in touched {
          let number = Int(feature)
          let slope = gradient[number] - pull * (weights[number] - expectations[number])
          gradient[number] = 0
          squares[number] += slope * slope
          weights[number] += step * slope / squares[number].squareRoot()
        }
      }
    }
    model.weights = weights
    model.values = values
    return model
  }

  /// The sum of the weights of a candidate's features.
  func score(_ features: [String]) -> Double {
    features.reduce(0) { sum, name in sum + (numbers[name].map { weights[$0] * values[$0] } ?? Self.expectation(name)) }
  }

  /// Each candidate's probability.
  func probabilities(_ candidates: [[String]]) -> [Double] {
    let scores = candidates.map(score)
    let highest = scores.max() ?? 0
    let powers = scores.map { exp($0 - highest) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }

  /// What speaks most for and against a candidate.
  func reasons(_ features: [String], _ count: Int) -> [(name: String, weight: Double)] {
    let effects: [(name: String, weight: Double)] = features.compactMap { name in
      numbers[name].map { (name, weights[$0] * values[$0]) }
    }
    return Array(effects.sorted { Self.isHeavier($0, $1) }.prefix(count))
  }

  private static func isHeavier(_ left: (name: String, weight: Double), _ right: (name: String, weight: Double)) -> Bool
  {
    let (own, other) = (abs(left.weight), abs(right.weight))
    return own == other ? left.name < right.name : own > other
  }

  /// The features that weigh most, heaviest first.
  func heaviest(_ count: Int) -> [(name: String, weight: Double)] {
    let effects: [(name: String, weight: Double)] = names.indices.map { (names[$0], weights[$0] * values[$0]) }
    return Array(effects.sorted { Self.isHeavier($0, $1) }.prefix(count))
  }
}
