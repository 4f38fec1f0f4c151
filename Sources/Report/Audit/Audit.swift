public import Distill
public import Trace

/// If a machine had watched, what would it have learned to do?
///
/// Day by day: what the days before taught is frozen, then tested on the day. Nothing of a day, and nothing of the days
/// after it, has a part in what is said about it.
///
/// ```swift
/// let audit = Audit.make(events: events, days: days, settings: AuditSettings(risk: 0.1), seed: 1)
/// print(audit.text())
/// ```
///
/// It is about work, never about a person's speed, idleness or worth, and it compares nobody with anybody. Definitions:
/// `Documentation/audit.md`.
public struct Audit: Sendable, Codable, Hashable {
  public var settings: AuditSettings
  public var seed: UInt64
  /// All days with work, in order. The first is only learned from.
  public var days: [WorkDay]
  /// The days that were tested: all but the first.
  public var tests: [DayAudit]
  /// Over all tested days.
  public var figures: Figures
  public var fates: [FateShare]
  /// In which range the share carried out right lies; nil for less than two tested days.
  public var interval: Interval?
  public var learnability: Learnability?
  public var curve: Curve
  public var novelty: Novelty
  /// The most frequent first.
  public var workflows: [WorkflowAudit]
  /// What would not be learned, the most time first.
  public var remainders: [Remainder]
  public var disclosure: Disclosure
  /// Every step, in order: what all evidence points at.
  public var steps: [AuditedStep]

  /// Makes the audit: pure, the same input gives the same bytes.
  ///
  /// - Parameters:
  ///   - events: everything recorded, in the order of the ids.
  ///   - days: the days, in order and without overlap; events outside of them are left out.
  ///   - distilling: how episodes and workflows are found, with the person's corrections.
  ///   - seed: for the drawing of days behind ``interval``.
  public static func make(
    events: [Event], days: [WorkDay], settings: AuditSettings = AuditSettings(), distilling: Settings = Settings(),
    seed: UInt64 = 1
  ) -> Audit {
    Auditor(
      events: events, days: days, settings: settings, distiller: Distiller(settings: distilling), seed: seed
    ).audit()
  }
}
