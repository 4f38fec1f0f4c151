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

  /// An episode under test: what the workflow that it is one of would have made of it.
  struct Episode {
    var recognised: RecognisedEpisode
    /// Nil for an episode of no workflow.
    var trial: Trial?
    /// The points at which the workflow could have taken over, in order.
    var points: [Point] = []

    var steps: [Step] { recognised.episode.steps }
  }

  /// A point in an episode at which the workflow could have taken over.
  struct Point {
    /// How many steps had been done.
    var done: Int
    var confidence: Double
    var isRight: Bool
    /// What past points like it are found by.
    var kind: TrackRecord.Point
  }

  /// Cuts and recognises what was recorded, and tries the workflow of every episode on it.
  func examine(_ events: [Event]) -> [Episode] {
    let workflows = Dictionary(learned.workflows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var latest: [Workflow.ID: Trace.Episode] = [:]
    return learned.recognise(events).map { recognised in
      var examined = Episode(recognised: recognised)
      guard let workflow = recognised.workflow.flatMap({ workflows[$0] }) else { return examined }
      let trial = trial(of: workflow, on: recognised.episode, after: latest[workflow.id])
      examined.trial = trial
      examined.points = points(of: trial, workflow: workflow.id, steps: examined.steps)
      latest[workflow.id] = recognised.episode
      return examined
    }
  }

  private func trial(of workflow: Workflow, on episode: Trace.Episode, after previous: Trace.Episode?) -> Trial {
    let opened = tables.filter { $0.event < episode.id }.map(\.table)
    return Rehearsal(of: workflow, tables: opened, after: previous).trial(along: episode.steps)
  }

  /// Every point right after a step of the workflow at which there is something left to do.
  private func points(of trial: Trial, workflow: Workflow.ID, steps: [Step]) -> [Point] {
    trial.steps.indices.dropFirst().compactMap { done in
      let (before, here) = (trial.steps[done - 1], trial.steps[done])
      guard here.last != nil, here.strangers == before.strangers, here.hasPlan else { return nil }
      let point = TrackRecord.Point(
        workflow: workflow, last: StepClass(steps[done - 1]), hasStrangers: here.strangers > 0)
      return Point(
        done: done, confidence: record.confidence(at: point), isRight: trial.isRight(from: done), kind: point)
    }
  }
}
