/// From which confidence on to act, so that at most a given share of what is done turns out wrong.
///
/// The past gives cases: how sure it was, and whether it was right. Levels are tried from the highest down (fixed
/// sequence, as in Learn then Test, Angelopoulos et al. 2021); a level holds where, with one more wrong case added for
/// the one to come, the share of wrong ones among the cases at or above it is at most the risk (as in conformal risk
/// control, Angelopoulos et al. 2022). The lowest level that holds, with all levels above it that have enough cases,
/// is the threshold.
///
/// What is guaranteed, where the cases to come are like those of the past, is that acting wrongly happens in at most
/// that share of all chances to act. The share of wrong ones among the acts alone is what the levels aim at; it is
/// measured afterwards and reported beside, for no rule can promise it when hardly anything qualifies.
///
/// With `n` cases no risk below `1 / (n + 1)` can be promised, however right they all were: then there is no threshold,
/// and ``Verdict/notEnoughEvidence(cases:needed:)`` says so instead of a number.
public struct RiskThreshold: Sendable, Codable, Hashable {
  /// A past chance to act.
  public struct Case: Sendable, Codable, Hashable {
    /// How sure it was, 0…1.
    public var confidence: Double
    public var isRight: Bool

    public init(confidence: Double, isRight: Bool) {
      self.confidence = confidence
      self.isRight = isRight
    }
  }

  /// What the past says about acting at a risk.
  public enum Verdict: Sendable, Codable, Hashable {
    /// Act where the confidence is at least this.
    case actFrom(Double)
    /// There are too few cases for this risk.
    case notEnoughEvidence(cases: Int, needed: Int)
    /// There are enough cases, and at no level were few enough wrong.
    case tooOftenWrong(cases: Int)
  }

  /// The highest share of wrong ones among what is done, 0…1.
  public let risk: Double
  /// How many cases it was made from.
  public let cases: Int
  public let verdict: Verdict

  /// From independent cases.
  public init(risk: Double, cases: [Case]) {
    self.init(risk: risk, chances: cases.map { [$0] })
  }

  /// From chances to act that came up at several points, in their order: it acts at the first point whose confidence
  /// reaches the level. A chance that was wrong at a level counts as wrong at all lower ones.
  public init(risk: Double, chances: [[Case]]) {
    self.risk = risk
    let chances = chances.filter { !$0.isEmpty }
    cases = chances.count
    let needed = RiskThreshold.casesNeeded(for: risk)
    guard chances.count >= needed else {
      verdict = .notEnoughEvidence(cases: chances.count, needed: needed)
      return
    }
    var lowest: Double?
    var wrong: Set<Int> = []
    for level in Set(chances.joined().map(\.confidence)).sorted(by: >) {
      var count = 0
      for (number, chance) in chances.enumerated() {
        guard let act = chance.first(where: { $0.confidence >= level }) else { continue }
        count += 1
        if !act.isRight { wrong.insert(number) }
      }
      guard count >= needed else { continue }
      guard Double(wrong.count + 1) <= risk * Double(count + 1) + 1e-12 else { break }
      lowest = level
    }
    verdict = lowest.map { .actFrom($0) } ?? .tooOftenWrong(cases: chances.count)
  }

  /// Whether to act at this confidence.
  public func allows(_ confidence: Double) -> Bool {
    if case .actFrom(let level) = verdict { confidence >= level } else { false }
  }

  /// The fewest cases, all right, from which a risk can be promised.
  public static func casesNeeded(for risk: Double) -> Int {
    guard risk > 0 else { return Int.max }
    return max(0, Int((1 / risk - 1 - 1e-9).rounded(.up)))
  }
}
