/// Sets of what comes next that hold it as often as is claimed, whatever the model's probabilities are worth and however
/// the work drifts (adaptive conformal inference, Gibbs and Candès 2021).
///
/// ```swift
/// var sets = PredictionSets(coverage: 0.9)
/// let set = sets.set(from: prediction)
/// sets.note(set.contains(actual))
/// ```
///
/// A set takes the likeliest symbols until their probabilities reach a level; the level goes up after a miss and down
/// after a hit. After `n` predictions the share of hits differs from the coverage by at most
/// `(max(coverage, 1 - coverage) + rate) / (rate · n)`.
public struct PredictionSets: Sendable, Codable, Hashable {
  /// The share of predictions whose set is to hold what comes.
  public let coverage: Double
  /// How quickly it follows.
  public let rate: Double
  private var level: Double

  public init(coverage: Double, rate: Double = 0.05) {
    self.coverage = coverage
    self.rate = rate
    level = coverage
  }

  /// The set for a prediction; empty where the level was driven to nothing by too many hits.
  public func set<Symbol>(from prediction: Prediction<Symbol>) -> [Symbol] {
    prediction.set(covering: level)
  }

  /// Takes note of whether the set held what came.
  public mutating func note(_ isHit: Bool) {
    level += rate * (coverage - (isHit ? 1 : 0))
  }
}
