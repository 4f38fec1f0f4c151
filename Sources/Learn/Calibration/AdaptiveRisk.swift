/// Keeps the promised risk when work drifts: after days with more errors than promised it aims lower, after days with
/// fewer it comes back (adaptive conformal inference, Gibbs and Candès 2021).
///
/// Whatever the days bring, after `T` of them the mean error differs from the risk by at most
/// `(max(risk, 1 - risk) + rate) / (rate · T)`.
public struct AdaptiveRisk: Sendable, Codable, Hashable {
  /// What is promised, 0…1.
  public let promised: Double
  /// How quickly it follows.
  public let rate: Double
  /// What to aim at next; kept within 0…1.
  public private(set) var aim: Double

  public init(promised: Double, rate: Double = 0.1) {
    self.promised = promised
    self.rate = rate
    aim = promised
  }

  /// Takes note of a day on which this share of what was done turned out wrong.
  public mutating func note(error: Double) {
    aim = min(1, max(0, aim + rate * (promised - error)))
  }
}
