import Trace

/// Adds up the fates of steps.
struct Tally {
  private var total = 0.0
  private var all: [EventID] = []
  private var fateSums: [Fate: Share] = [:]
  private var known = Share(seconds: 0, of: 0)
  private var recognised = Share(seconds: 0, of: 0)
  private var predicted = Share(seconds: 0, of: 0)
  private var episodes = 0
  private var acted = 0
  private var wrong = 0

  /// Of a day, or of one workflow on it.
  init(day: TestedDay, only workflow: Workflow.ID? = nil) {
    var inEpisode: Set<EventID> = []
    for (examined, verdict) in zip(day.episodes, day.verdicts) {
      inEpisode.formUnion(examined.steps.map(\.id))
      if workflow == nil || verdict.workflow == workflow { add(examined, verdict, of: day) }
    }
    guard workflow == nil else { return }
    for step in day.slice.steps where !inEpisode.contains(step.id) {
      add(step.id, seconds: day.slice.seconds[step.id] ?? 0, fate: .aside)
      if day.oldSteps.contains(step.id) { known.add(step.id, day.slice.seconds[step.id] ?? 0) }
    }
  }

  init(joining tallies: [Tally]) {
    for tally in tallies {
      total += tally.total
      all += tally.all
      for (fate, share) in tally.fateSums { fateSums[fate, default: Share(seconds: 0, of: 0)].add(share) }
      known.add(tally.known)
      recognised.add(tally.recognised)
      predicted.add(tally.predicted)
      episodes += tally.episodes
      acted += tally.acted
      wrong += tally.wrong
    }
    for fate in fateSums.keys { fateSums[fate]?.evidence.sort() }
  }

  private mutating func add(_ examined: Examination.Episode, _ verdict: Verdict, of day: TestedDay) {
    episodes += 1
    if verdict.takeover != nil {
      acted += 1
      if verdict.fates.contains(.carriedOutWrong) { wrong += 1 }
    }
    for (place, step) in examined.steps.enumerated() {
      let seconds = day.slice.seconds[step.id] ?? 0
      let isRecognised = verdict.workflow != nil
      add(step.id, seconds: seconds, fate: verdict.fates[place])
      if isRecognised || day.oldSteps.contains(step.id) { known.add(step.id, seconds) }
      if isRecognised { recognised.add(step.id, seconds) }
      if verdict.known.contains(place) { predicted.add(step.id, seconds) }
    }
  }

  private mutating func add(_ step: EventID, seconds: Double, fate: Fate) {
    total += seconds
    all.append(step)
    fateSums[fate, default: Share(seconds: 0, of: 0)].add(step, seconds)
  }

  var figures: Figures {
    let knownSteps = Set(known.evidence)
    let news = Share(
      seconds: max(0, total - known.seconds), of: total, evidence: all.filter { !knownSteps.contains($0) })
    return Figures(
      new: news, known: known.outOf(total), recognised: recognised.outOf(total), predicted: predicted.outOf(total),
      carriedOut: share(of: .carriedOut), carriedOutWrong: share(of: .carriedOutWrong), episodes: episodes,
      acted: acted, wrong: wrong)
  }

  /// Every fate that was met, in the order of the fates.
  var fates: [FateShare] {
    Fate.allCases.filter { fateSums[$0] != nil }.map { FateShare(fate: $0, share: share(of: $0)) }
  }

  private func share(of fate: Fate) -> Share {
    (fateSums[fate] ?? Share(seconds: 0, of: 0)).outOf(total)
  }
}

extension Share {
  mutating func add(_ step: EventID, _ seconds: Double) {
    self.seconds += seconds
    evidence.append(step)
  }

  mutating func add(_ other: Share) {
    seconds += other.seconds
    evidence += other.evidence
  }

  func outOf(_ total: Double) -> Share {
    Share(seconds: seconds, of: total, evidence: evidence)
  }
}
