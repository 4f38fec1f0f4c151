public import Distill
import Learn
public import Trace

/// How well what was learned does on work that it was not learned from: each day but the first, with what the days before
/// taught.
///
/// ```swift
/// let evaluation = Evaluation.make(events: events, days: days, risk: 0.1)
/// evaluation.whole.action       // of the steps of work, how often the same action would have come next
/// evaluation.whole.overreach    // in how many episodes it would have gone on where the person was done
/// ```
///
/// It is the workflows that are tested, on paper: nothing is performed, and nothing about the person is measured.
public struct Evaluation: Sendable, Codable, Hashable {
  /// How often what it says about itself is right.
  public struct Reliability: Sendable, Codable, Hashable {
    /// How sure it said it was, 0…1: from, and below.
    public var from: Double
    public var below: Double
    /// The mean of what it said.
    public var said: Double
    public var right: Int
    public var points: Int
  }

  /// At what risk of acting wrongly it was tested.
  public var risk: Double
  /// The days that were tested.
  public var days: [WorkDay]
  /// All of it.
  public var whole: Score
  /// By workflow, those with most steps first.
  public var workflows: [Score]
  /// The episodes of no workflow that was known by then.
  public var unrecognised: Int
  public var reliability: [Reliability]

  /// - Parameters:
  ///   - events: as read from the journal, in order.
  ///   - days: when the days begin and end; those without work are left out.
  ///   - distilling: how the work is distilled, with the person's corrections.
  ///   - seed: of whatever is drawn by lot.
  ///   - risk: the highest share of wrong ones among what it does alone, 0…1.
  public static func make(
    events: [Event], days: [WorkDay], risk: Double = 0.1, distilling: Settings = Settings(), seed: UInt64 = 1
  ) -> Evaluation {
    let tests = Auditor(
      events: events, days: days, settings: AuditSettings(risk: risk), distiller: Distiller(settings: distilling),
      seed: seed
    ).testedDays()
    var whole = Score(name: "All")
    var scores: [Workflow.ID: Score] = [:]
    var unrecognised = 0
    var points: [Examination.Point] = []
    for test in tests {
      for (examined, verdict) in zip(test.episodes, test.verdicts) {
        guard let workflow = examined.recognised.workflow, let trial = examined.trial else {
          unrecognised += 1
          continue
        }
        let score = Score(of: trial, steps: examined.steps, verdict: verdict)
        whole.add(score)
        scores[workflow, default: Score(name: test.names[workflow] ?? workflow)].add(score)
        points += examined.points
      }
    }
    return Evaluation(
      risk: risk, days: tests.map(\.slice.day), whole: whole,
      workflows: scores.sorted { ($1.value.steps, $0.key) < ($0.value.steps, $1.key) }.map(\.value),
      unrecognised: unrecognised, reliability: reliability(of: points))
  }

  /// What was said and what came out, in five bands of what was said.
  private static func reliability(of points: [Examination.Point]) -> [Reliability] {
    (0..<5).compactMap { band in
      let (from, below) = (Double(band) / 5, Double(band + 1) / 5)
      let here = points.filter { $0.confidence >= from && ($0.confidence < below || band == 4) }
      guard !here.isEmpty else { return nil }
      return Reliability(
        from: from, below: below, said: here.map(\.confidence).reduce(0, +) / Double(here.count),
        right: here.count(where: \.isRight), points: here.count)
    }
  }
}
