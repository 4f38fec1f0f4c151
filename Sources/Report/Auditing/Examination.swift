import Distill
import Learn
import Trace

/// What was learned until some moment, put to the test on the work that followed.
///
/// Everything in it is frozen: the workflows, how their episodes are cut and recognised, and the record of how often
/// going on was right.
struct Examination {
  let learned: Learned
  let record: TrackRecord
  /// The files that were opened, with the event that told of each.
  let tables: [OpenedTable]

  /// An episode under test: at each point what the past would have done.
  struct Episode {
    var recognised: RecognisedEpisode
    /// The points at which some workflow could have gone on alone, in order.
    var points: [Point] = []
    /// At every point, before each step: what the workflow that it was recognised as would have done.
    var outlooks: [Outlook?] = []
    /// Whether that would have been right, at each point.
    var isRight: [Bool] = []
    /// Every try of every workflow, for the record.
    var tries: [Try] = []

    var steps: [Step] { recognised.episode.steps }

    /// The past's chance to act in this episode.
    var chance: [RiskThreshold.Case] { points.map { .init(confidence: $0.confidence, isRight: $0.isRight) } }
  }

  /// A point in an episode at which a workflow could have gone on alone.
  struct Point {
    /// How many steps had been done.
    var done: Int
    var workflow: Workflow.ID
    var confidence: Double
    var isRight: Bool
  }

  /// One workflow's try from one point, right or wrong.
  struct Try {
    var point: TrackRecord.Point
    var isRight: Bool
  }

  /// Cuts and recognises what was recorded, and rehearses every episode from every point.
  func examine(_ events: [Event]) -> [Episode] {
    var latest: [Workflow.ID: Trace.Episode] = [:]
    return learned.recognise(events).map { recognised in
      let examined = examine(recognised, after: latest)
      if let workflow = recognised.workflow { latest[workflow] = recognised.episode }
      return examined
    }
  }

  /// The tries of every workflow on the episodes that it was learned from.
  func fit(latest count: Int = 200) -> [Try] {
    let owners = learned.workflows.flatMap { workflow in workflow.episodes.map { ($0, workflow.id) } }
    let owner = Dictionary(owners, uniquingKeysWith: { first, _ in first })
    var latest: [Workflow.ID: Trace.Episode] = [:]
    return learned.distillation.episodes.suffix(count).flatMap { episode in
      defer { if let workflow = owner[episode.id] { latest[workflow] = episode } }
      return learned.workflows.flatMap { workflow in
        attempts(of: workflow, on: episode, after: latest[workflow.id])
          .map { Try(point: $0.point, isRight: $0.isRight) }
      }
    }
  }

  private func examine(_ recognised: RecognisedEpisode, after latest: [Workflow.ID: Trace.Episode]) -> Episode {
    var examined = Episode(recognised: recognised)
    let steps = recognised.episode.steps
    var best: [Int: Point] = [:]
    for workflow in learned.workflows {
      for attempt in attempts(of: workflow, on: recognised.episode, after: latest[workflow.id]) {
        let confidence = record.confidence(at: attempt.point)
        examined.tries.append(Try(point: attempt.point, isRight: attempt.isRight))
        if confidence > best[attempt.done]?.confidence ?? 0 {
          best[attempt.done] = Point(
            done: attempt.done, workflow: workflow.id, confidence: confidence, isRight: attempt.isRight)
        }
      }
    }
    examined.points = best.values.sorted { $0.done < $1.done }
    guard let own = learned.workflows.first(where: { $0.id == recognised.workflow }) else { return examined }
    let rehearsal = Rehearsal(of: own, tables: opened(before: recognised.episode), after: latest[own.id])
    for (done, outlook) in rehearsal.outlooks(along: steps).enumerated() {
      examined.outlooks.append(outlook)
      examined.isRight.append(outlook.isDetermined && outlook.isCarriedOut(by: steps.dropFirst(done)))
    }
    return examined
  }

  private struct Attempt {
    var done: Int
    var point: TrackRecord.Point
    var isRight: Bool
  }

  /// From each point of an episode, right after a step of the workflow: would it go on alone, and would that be right?
  private func attempts(
    of workflow: Workflow, on episode: Trace.Episode, after previous: Trace.Episode?
  ) -> [Attempt] {
    let rehearsal = Rehearsal(of: workflow, tables: opened(before: episode), after: previous)
    var found: [Attempt] = []
    var strangers = 0
    for (done, outlook) in rehearsal.outlooks(along: episode.steps).enumerated().dropFirst() {
      let isOwnStep = outlook.strangers == strangers && outlook.last != nil
      strangers = outlook.strangers
      guard isOwnStep, outlook.isDetermined else { continue }
      let point = TrackRecord.Point(
        workflow: workflow.id, last: StepClass(episode.steps[done - 1]), hasStrangers: strangers > 0)
      found.append(
        Attempt(done: done, point: point, isRight: outlook.isCarriedOut(by: episode.steps.dropFirst(done))))
    }
    return found
  }

  private func opened(before episode: Trace.Episode) -> [Table] {
    tables.filter { $0.event < episode.id }.map(\.table)
  }
}
