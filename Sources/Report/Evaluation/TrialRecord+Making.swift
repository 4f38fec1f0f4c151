public import Distill
public import Learn
public import Trace

extension TrialRecord {
  /// How the workflows of some past do on the parts of it that they are not learned from, each part in turn.
  ///
  /// - Parameters:
  ///   - learned: what the whole past taught.
  ///   - risk: the highest share of wrong ones among what a workflow does alone, 0…1.
  /// - Returns: One for each workflow that was met, by id.
  public static func records(
    of learned: Learned, from events: [Event], risk: Double, distilling: Settings, seed: UInt64
  ) -> [TrialRecord] {
    let auditor = Auditor(
      events: events, days: [], settings: AuditSettings(risk: risk), distiller: Distiller(settings: distilling),
      seed: seed)
    let calibration = Calibration(of: learned, from: events, auditor: auditor, risk: risk)
    return calibration.outcomes.sorted { $0.key < $1.key }.map { workflow, outcomes in
      let cases = outcomes.map { RiskThreshold.Case(confidence: 1, isRight: $0) }
      return TrialRecord(
        workflow: workflow, episodes: outcomes.count, right: outcomes.count { $0 },
        threshold: RiskThreshold(risk: risk, cases: cases))
    }
  }
}
