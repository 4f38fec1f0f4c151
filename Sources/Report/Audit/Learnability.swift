public import Trace

/// How well the next step could be predicted from the days before.
///
/// Unlike what is carried out it gives credit for every single step. Bits are a proper score: no model can look
/// better by claiming more or less than it knows.
public struct Learnability: Sendable, Codable, Hashable {
  /// The mean surprise of a step, in bits: 0 where everything was certain.
  public var bits: Double
  /// The same for a model that only knows how frequent each step is.
  public var frequencyBits: Double
  /// The share of steps that was the likeliest one, and that was among the three likeliest.
  public var top1: Double
  public var top3: Double
  /// The share of steps that two simple rules would have got right: the same step again, and what mostly follows the
  /// one step before.
  public var repeatTop1: Double
  public var pairTop1: Double
  /// The steps that were predicted.
  public var evidence: [EventID]

  /// How much of the surprise is gone compared with knowing frequencies only: 1 for everything, 0 for nothing,
  /// negative where the past misled. Nil where there was nothing to gain.
  public var learnability: Double? { frequencyBits > 0 ? 1 - bits / frequencyBits : nil }
}
