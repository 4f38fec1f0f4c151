import Report
import Trace

/// A worker whose ten days are 60 % routine, 25 % judgement and 15 % new by time, and what the audit says of them.
///
/// The first three days are for learning; what is compared is what is found once there is something to go by. Half of
/// the check has no exceptions, so that all that is routine can be known; the other half has some that nobody could
/// foresee, so that what is carried out can turn out wrong.
public struct KnownMixture: Sendable {
  /// A share of the days' time, as the worker knows it and as the audit found it.
  public struct Share: Sendable {
    public var truth: Double
    public var found: Double
    public var error: Double { abs(found - truth) }
  }

  public var routine: Share
  public var judgement: Share
  public var new: Share
  /// With exceptions: in how many episodes it would have acted, and in how many of them something was wrong.
  public var acted: Int
  public var wrong: Int
  /// Whether a day's figures are the same without the days after it, and whatever is done on a later day.
  public var isWithoutLeak: Bool

  public var errorRate: Double { acted > 0 ? Double(wrong) / Double(acted) : 0 }

  private static let mixture: [(ScriptedWorker.Task, Int)] = [
    (.invoice, 10), (.address, 4), (.decision, 4), (.novel, 3),
  ]
  private static let learning = 3

  public init(seed: UInt64, days: Int = 10, risk: Double = 0.1) {
    let worker = ScriptedWorker(seed: seed, days: days, mixture: Self.mixture)
    let audit = Audit.make(events: worker.events, days: worker.days, settings: AuditSettings(risk: risk))
    let tests = audit.tests.dropFirst(Self.learning - 1)
    let all = tests.reduce(0) { $0 + $1.figures.new.of }
    let later = worker.truth.filter { $0.day >= Self.learning }
    let time = later.reduce(0) { $0 + $1.seconds }
    func share(_ tasks: Set<ScriptedWorker.Task>, _ fate: Fate) -> Share {
      Share(
        truth: later.filter { tasks.contains($0.task) }.reduce(0) { $0 + $1.seconds } / time,
        found: tests.flatMap(\.fates).filter { $0.fate == fate }.reduce(0) { $0 + $1.share.seconds } / all)
    }
    routine = share([.invoice, .address], .carriedOut)
    judgement = share([.decision], .judgement)
    new = share([.novel], .new)

    let exceptional = ScriptedWorker(
      seed: seed, days: days, mixture: Self.mixture, exceptions: 0.05 * Double(1 + seed % 3))
    let risky = Audit.make(
      events: exceptional.events, days: exceptional.days, settings: AuditSettings(risk: risk))
    (acted, wrong) = (risky.figures.acted, risky.figures.wrong)
    isWithoutLeak = Self.isWithoutLeak(exceptional, whole: risky, from: 2 + Int(seed) % (days - 2))
  }

  /// - Parameter day: the number of the day from which on the future is changed: left out, and turned round.
  private static func isWithoutLeak(_ worker: ScriptedWorker, whole: Audit, from day: Int) -> Bool {
    let start = worker.days[day].start
    let before = Audit.make(
      events: worker.events.filter { $0.time < start }, days: Array(worker.days.prefix(day)), settings: whole.settings)
    var mixed = worker.events
    let own = mixed.indices.filter { mixed[$0].time >= start }
    for (place, other) in zip(own, own.reversed()) {
      mixed[place].occurrence = worker.events[other].occurrence
      mixed[place].element = worker.events[other].element
      mixed[place].place = worker.events[other].place
    }
    let after = Audit.make(events: mixed, days: worker.days, settings: whole.settings)
    let expected = Array(whole.tests.prefix(day - 1))
    return before.tests == expected && Array(after.tests.prefix(day - 1)) == expected
  }
}
