import Distill
import Learn
import Trace

/// Goes through the days: learns from those before, tests on the next, and puts together what came out.
struct Auditor {
  let settings: AuditSettings
  let seed: UInt64
  let distiller: Distiller
  let slices: [DaySlice]
  /// The files that were opened, with the event that told of each.
  let tables: [OpenedTable]

  init(events: [Event], days: [WorkDay], settings: AuditSettings, distiller: Distiller, seed: UInt64) {
    self.settings = settings
    self.seed = seed
    self.distiller = distiller
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
  func testedDays() -> [TestedDay] {
    guard slices.count > 1 else { return [] }
    var risk = AdaptiveRisk(promised: settings.risk)
    var learned = learn(before: 1)
    var tests: [TestedDay] = []
    for number in slices.indices.dropFirst() {
      var slice = slices[number]
      let evening = Calibration(
        of: learned, from: slices.prefix(number).flatMap(\.events), auditor: self, risk: risk.aim)
      let episodes = Examination(learned: learned, record: evening.record, tables: tables).examine(slice.events)
      slice.count(beginnings: Set(episodes.map(\.recognised.id)), settings: settings)
      let after = learn(before: number + 1)
      let old = oldSteps(in: after, ofDay: number)
      let verdicts = episodes.map { examined in
        Verdict(
          examined, threshold: evening.threshold, wasDoneBefore: examined.steps.contains { old.contains($0.id) })
      }
      let acted = verdicts.filter { $0.takeover != nil }
      if !acted.isEmpty {
        let wrong = acted.count { $0.fates.contains(.carriedOutWrong) }
        risk.note(error: Double(wrong) / Double(acted.count))
      }
      tests.append(
        TestedDay(
          number: number, slice: slice, threshold: evening.threshold, episodes: episodes, verdicts: verdicts,
          oldSteps: old,
          learnability: NextStepTest(past: slices.prefix(number).map(\.steps), order: settings.order).test(slice.steps),
          names: Dictionary(learned.workflows.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })))
      learned = after
    }
    return tests
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
