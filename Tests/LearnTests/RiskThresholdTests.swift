import Learn
import Testing

@Suite("A risk threshold")
struct RiskThresholdTests {
  private func cases(right: Int, wrong: Int, confidence: Double) -> [RiskThreshold.Case] {
    [RiskThreshold.Case](repeating: .init(confidence: confidence, isRight: true), count: right)
      + [RiskThreshold.Case](repeating: .init(confidence: confidence, isRight: false), count: wrong)
  }

  @Test("Too few cases promise nothing, however right they were")
  func floor() {
    #expect(RiskThreshold.casesNeeded(for: 0.1) == 9)
    #expect(
      RiskThreshold(risk: 0.1, cases: cases(right: 8, wrong: 0, confidence: 1)).verdict
        == .notEnoughEvidence(cases: 8, needed: 9))
    #expect(RiskThreshold(risk: 0.1, cases: cases(right: 9, wrong: 0, confidence: 1)).verdict == .actFrom(1))
    #expect(RiskThreshold(risk: 0, cases: cases(right: 99, wrong: 0, confidence: 1)).allows(1) == false)
  }

  @Test("It goes down as far as few enough were wrong")
  func levels() {
    let past =
      cases(right: 20, wrong: 0, confidence: 0.9) + cases(right: 18, wrong: 1, confidence: 0.6)
      + cases(right: 5, wrong: 15, confidence: 0.3)
    let threshold = RiskThreshold(risk: 0.1, cases: past)
    #expect(threshold.verdict == .actFrom(0.6))
    #expect(threshold.allows(0.6) && !threshold.allows(0.59))
  }

  @Test("Enough cases, too many of them wrong")
  func wrong() {
    #expect(
      RiskThreshold(risk: 0.1, cases: cases(right: 10, wrong: 10, confidence: 0.9)).verdict
        == .tooOftenWrong(cases: 20))
  }

  @Test(
    "At most the promised share of chances is acted on wrongly, whatever the confidence is worth",
    arguments: [
      { confidence in confidence * confidence * 0.3 + 0.7 }, { confidence in confidence < 0.5 ? 0.5 : 1 },
      { _ in 0.88 }, { _ in 0.5 }, { confidence in 1 - confidence },
    ] as [@Sendable (Double) -> Double])
  func promise(rightness: @Sendable (Double) -> Double) {
    var state: UInt64 = 7
    func chance() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(UInt64(1) << 53)
    }
    func draw() -> RiskThreshold.Case {
      let confidence = (chance() * 20).rounded() / 20
      return .init(confidence: confidence, isRight: chance() < rightness(confidence))
    }
    var (chances, wrong) = (0, 0)
    for round in 0..<400 {
      let threshold = RiskThreshold(risk: 0.1, cases: (0..<(round % 3 + 1) * 20).map { _ in draw() })
      for next in (0..<20).map({ _ in draw() }) {
        chances += 1
        if threshold.allows(next.confidence), !next.isRight { wrong += 1 }
      }
    }
    #expect(Double(wrong) / Double(chances) <= 0.1)
  }

  @Test("Errors lower the aim, and it comes back")
  func drift() {
    var risk = AdaptiveRisk(promised: 0.1)
    risk.note(error: 0.5)
    #expect(abs(risk.aim - 0.06) < 1e-12)
    risk.note(error: 0)
    #expect(abs(risk.aim - 0.07) < 1e-12)
  }
}
