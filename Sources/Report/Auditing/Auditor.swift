import Distill
import Learn
import Trace

/// Goes through the days: learns from those before, tests on the next, and puts together what came out.
struct Auditor {
  let settings: AuditSettings
  let seed: UInt64
  let distiller = Distiller()
  let slices: [DaySlice]
  /// The files that were opened, with the event that told of each.
  let tables: [OpenedTable]

  init(events: [Event], days: [WorkDay], settings: AuditSettings, seed: UInt64) {
    self.settings = settings
    self.seed = seed
    let own = events.filter { $0.agent == .person }
    slices = DaySlice.slices(of: own, at: days, distiller: distiller)
    tables = own.compactMap { event in
      if case .signal(.opened(let table)) = event.occurrence { OpenedTable(event: event.id, table: table) } else { nil }
    }
  }

  func audit() -> Audit {
    let tests = testedDays()
    let last = learn(before: slices.count)
    var counted = tests.map(\.slice)
    if var first = slices.first {
      first.count(beginnings: Set(learn(before: 1).distillation.episodes.map(\.id)), settings: settings)
      counted.insert(first, at: 0)
    }
    return Composition(auditor: self, slices: counted, tests: tests, last: last).audit
  }

  /// What the days before day `number` teach.
  private func learn(before number: Int) -> Learned {
    distiller.learn(from: slices.prefix(number).flatMap(\.events))
  }

  /// Each day but the first, tested with what was frozen the evening before.
  private func testedDays() -> [TestedDay] {
    guard slices.count > 1 else { return [] }
    var calibration = Calibration(promised: settings.risk)
    var learned = learn(before: 1)
    calibration.chances = chancesOnFirstDay(learned)
    var tests: [TestedDay] = []
    for number in slices.indices.dropFirst() {
      var slice = slices[number]
      let threshold = RiskThreshold(risk: calibration.risk.aim, chances: calibration.chances)
      let episodes = calibration.examine(slice.events, learned: learned, tables: tables)
      slice.count(beginnings: Set(episodes.map(\.recognised.id)), settings: settings)
      let after = learn(before: number + 1)
      let old = oldSteps(in: after, ofDay: number)
      let verdicts = episodes.map { examined in
        Verdict(examined, threshold: threshold, wasDoneBefore: examined.steps.contains { old.contains($0.id) })
      }
      let acted = zip(episodes, verdicts).filter { $1.takeover != nil }
      if !acted.isEmpty {
        let wrong = acted.count { $1.fates.contains(.carriedOutWrong) }
        calibration.risk.note(error: Double(wrong) / Double(acted.count))
      }
      tests.append(
        TestedDay(
          number: number, slice: slice, threshold: threshold, episodes: episodes, verdicts: verdicts, oldSteps: old,
          learnability: NextStepTest(past: slices.prefix(number).map(\.steps), order: settings.order).test(slice.steps),
          names: Dictionary(learned.workflows.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })))
      learned = after
    }
    return tests
  }

  /// What the second day has to go by: each part of the first day's episodes, tested with what the others teach.
  private func chancesOnFirstDay(_ learned: Learned) -> [[RiskThreshold.Case]] {
    let events = slices[0].events
    let episodes = learned.distillation.episodes
    let folds = min(settings.folds, episodes.count)
    guard folds > 1 else { return [] }
    return (0..<folds).flatMap { fold in
      let held = episodes.enumerated().filter { $0.offset % folds == fold }.map(\.element)
      let heldEvents = Set(held.flatMap(\.steps).flatMap(\.events))
      let others = distiller.learn(from: events.filter { !heldEvents.contains($0.id) })
      var calibration = Calibration(promised: settings.risk)
      let examined = calibration.examine(events, learned: others, tables: tables)
      let heldSteps = Set(held.flatMap(\.steps).map(\.id))
      return examined.filter { heldSteps.contains($0.recognised.id) }.map(\.chance)
    }
  }

  /// The steps of a day that are of work which had been done before it, as found when the day is over.
  private func oldSteps(in learned: Learned, ofDay number: Int) -> Set<EventID> {
    guard let first = slices[number].steps.first?.id else { return [] }
    let today = Set(slices[number].steps.map(\.id))
    var steps: [EventID: [EventID]] = [:]
    for episode in learned.distillation.episodes { steps[episode.id] = episode.steps.map(\.id) }
    var old: Set<EventID> = []
    for workflow in learned.workflows where workflow.episodes.contains(where: { $0 < first && !today.contains($0) }) {
      for episode in workflow.episodes { old.formUnion((steps[episode] ?? []).filter(today.contains)) }
    }
    return old
  }
}

/// A day, what became of it, and what it was tested with.
struct TestedDay {
  var number: Int
  var slice: DaySlice
  var threshold: RiskThreshold
  var episodes: [Examination.Episode]
  var verdicts: [Verdict]
  /// Steps of work that had been done before.
  var oldSteps: Set<EventID>
  var learnability: Learnability?
  /// What the workflows were called by then.
  var names: [Workflow.ID: String]
}

/// What past tests have taught about when to act.
struct Calibration {
  var risk: AdaptiveRisk
  var record = TrackRecord()
  var chances: [[RiskThreshold.Case]] = []

  init(promised: Double) {
    risk = AdaptiveRisk(promised: promised)
  }

  /// Tests what was learned on new events, with the record as it was before them; takes note of the outcome after.
  mutating func examine(_ events: [Event], learned: Learned, tables: [OpenedTable]) -> [Examination.Episode] {
    record.begin()
    for attempt in Examination(learned: learned, record: record, tables: tables).fit() {
      record.noteFit(attempt.isRight, at: attempt.point)
    }
    let episodes = Examination(learned: learned, record: record, tables: tables).examine(events)
    for episode in episodes {
      for attempt in episode.tries { record.note(attempt.isRight, at: attempt.point) }
      if !episode.chance.isEmpty { chances.append(episode.chance) }
    }
    return episodes
  }
}
