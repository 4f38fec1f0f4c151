import Distill
import Learn
import Trace

/// What an evening's past says about how sure to be, and from when on to act.
///
/// The past is cut into stretches. Each is tested as a day to come is, with what the others teach: so every episode of
/// the past is evidence of how work that was not learned from turns out, with nearly as much learned as there is now.
struct Calibration {
  private(set) var record = TrackRecord()
  /// Of each workflow, for every episode that was tried: whether going on after its first step was right.
  private(set) var outcomes: [Workflow.ID: [Bool]] = [:]
  let threshold: RiskThreshold

  init(of learned: Learned, from past: [Event], auditor: Auditor, risk: Double) {
    var tried: [[Examination.Point]] = []
    for stretch in Calibration.stretches(of: learned, in: past, count: auditor.settings.folds) {
      let held = Set(past[stretch].map(\.id))
      // What files held stays known: it is no work.
      let others = auditor.distiller.learn(from: past.filter { !held.contains($0.id) || $0.tellsOfTable })
      let counterparts = Calibration.counterparts(of: others.workflows, in: learned.workflows)
      let episodes = Examination(learned: others, record: TrackRecord(), tables: auditor.tables)
        .examine(Array(past[stretch]))
      for episode in episodes {
        tried.append(
          episode.points.compactMap { point in
            guard let workflow = counterparts[point.kind.workflow] else { return nil }
            var point = point
            point.kind.workflow = workflow
            return point
          })
      }
    }
    for point in tried.joined() { record.note(point.isRight, at: point.kind) }
    for first in tried.compactMap(\.first) { outcomes[first.kind.workflow, default: []].append(first.isRight) }
    let record = record
    let chances = tried.map { points in
      var others = record
      for point in points { others.forget(point.isRight, at: point.kind) }
      return points.map { RiskThreshold.Case(confidence: others.confidence(at: $0.kind), isRight: $0.isRight) }
    }
    threshold = RiskThreshold(risk: risk, chances: chances)
  }

  /// The past cut where episodes begin, with about as many of them in each stretch.
  private static func stretches(of learned: Learned, in past: [Event], count: Int) -> [Range<Int>] {
    let beginnings = Set(learned.distillation.episodes.map(\.id))
    let places = past.indices.filter { beginnings.contains(past[$0].id) }
    let count = min(count, places.count)
    guard count > 1 else { return [] }
    let cuts = [0] + (1..<count).map { places[$0 * places.count / count] } + [past.count]
    return zip(cuts, cuts.dropFirst()).map { $0..<$1 }
  }

  /// For each workflow the one with most of its episodes among others.
  private static func counterparts(of some: [Workflow], in others: [Workflow]) -> [Workflow.ID: Workflow.ID] {
    var owners: [EventID: Workflow.ID] = [:]
    for workflow in others { for episode in workflow.episodes { owners[episode] = workflow.id } }
    var found: [Workflow.ID: Workflow.ID] = [:]
    for workflow in some {
      var counts: [Workflow.ID: Int] = [:]
      for episode in workflow.episodes { if let owner = owners[episode] { counts[owner, default: 0] += 1 } }
      found[workflow.id] = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }
    return found
  }
}

extension Event {
  /// Whether it tells what an opened file holds.
  fileprivate var tellsOfTable: Bool {
    if case .signal(.opened) = occurrence { true } else { false }
  }
}
