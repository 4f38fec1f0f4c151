import Distill
import Learn
import Trace

/// Puts an audit together from its tested days.
struct Composition {
  let auditor: Auditor
  /// All days, with how long each step counts.
  let slices: [DaySlice]
  let tests: [TestedDay]
  /// Everything, as it is found when all days are over.
  let last: Learned

  var audit: Audit {
    let tallies = tests.map { Tally(day: $0) }
    let all = Tally(joining: tallies)
    return Audit(
      settings: auditor.settings, seed: auditor.seed, days: slices.map(\.day),
      tests: zip(tests, tallies).map { day, tally in
        DayAudit(
          day: day.slice.day, daysBefore: day.number, figures: tally.figures, fates: tally.fates,
          learnability: day.learnability, threshold: day.threshold)
      },
      figures: all.figures, fates: all.fates, interval: Interval(of: tallies.map(\.figures), seed: auditor.seed),
      learnability: Learnability(pooling: tests.compactMap(\.learnability)),
      curve: Curve(tests: tests, figures: tallies.map(\.figures)), novelty: Novelty(last.distillation),
      workflows: workflows, remainders: Remainders(tests: tests).all, disclosure: disclosure, steps: steps)
  }

  private var workflows: [WorkflowAudit] {
    let seconds = allSeconds
    var steps: [EventID: [Step]] = [:]
    for episode in last.distillation.episodes { steps[episode.id] = episode.steps }
    return last.workflows.map { workflow in
      let own = tests.map { Tally(day: $0, only: workflow.id) }.filter { $0.figures.episodes > 0 }
      let all = own.isEmpty ? nil : Tally(joining: own)
      return WorkflowAudit(
        id: workflow.id, name: workflow.name, episodes: workflow.episodes.count,
        seconds: workflow.episodes.reduce(0) { sum, episode in
          (steps[episode] ?? []).reduce(sum) { $0 + (seconds[$1.id] ?? 0) }
        },
        parameters: workflow.parameters.map(\.name), variants: workflow.variants.count,
        program: workflow.program.steps.map(\.summary), figures: all?.figures, fates: all?.fates ?? [],
        evidence: workflow.episodes)
    }
  }

  private var allSeconds: [EventID: Double] {
    slices.reduce(into: [:]) { $0.merge($1.seconds) { first, _ in first } }
  }

  private var disclosure: Disclosure {
    Disclosure(
      steps: slices.flatMap(\.steps),
      tables: auditor.tables.filter { opened in slices.contains { $0.events.contains { $0.id == opened.event } }
      })
  }

  private var steps: [AuditedStep] {
    var fates: [EventID: Fate] = [:]
    var episodes: [EventID: (episode: EventID, workflow: Workflow.ID?)] = [:]
    let owners = last.workflows.flatMap { workflow in workflow.episodes.map { ($0, workflow.id) } }
    let owner = Dictionary(owners, uniquingKeysWith: { first, _ in first })
    for episode in last.distillation.episodes {
      for step in episode.steps { episodes[step.id] = (episode.id, owner[episode.id]) }
    }
    for day in tests {
      for step in day.slice.steps { fates[step.id] = .aside }
      for (examined, verdict) in zip(day.episodes, day.verdicts) {
        for (step, fate) in zip(examined.steps, verdict.fates) {
          fates[step.id] = fate
          episodes[step.id] = (examined.recognised.id, verdict.workflow)
        }
      }
    }
    return slices.enumerated().flatMap { number, slice in
      slice.steps.map { step in
        var frame = step.frame
        frame?.pixels = nil
        return AuditedStep(
          id: step.id, day: number, time: step.time, seconds: slice.seconds[step.id] ?? 0, summary: step.words,
          place: step.place.words, episode: episodes[step.id]?.episode, workflow: episodes[step.id]?.workflow,
          fate: fates[step.id], frame: frame, bounds: step.element?.bounds)
      }
    }
  }
}
