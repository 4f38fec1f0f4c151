public import Trace

/// What was learned from the past, frozen: nothing that is recognised afterwards changes it.
public struct Learned: Sendable {
  /// The past itself: its steps, episodes and workflows.
  public private(set) var distillation: Distillation
  private let settings: Settings
  private let model: WorkModel
  /// Of each task, what the workflows look like that its episodes belong to: several where the person has split one.
  private let profiles: [Int: [WorkflowProfile]]

  /// The most frequent first.
  public var workflows: [Workflow] { distillation.workflows }

  init(reduction: Reduction, settings: Settings) {
    self.settings = settings
    let observations = StepObservations(longestPause: settings.longestPause).observe(reduction)
    let (model, reading) = WorkModel.learn(from: observations)
    self.model = model
    let kinds = model.vocabulary.symbols(of: observations)
    let found = FoundEpisode.episodes(of: reduction.steps, kinds: kinds, reading: reading)
    var groups: [WorkflowGroup] = []
    for task in Set(reading.tasks.compactMap { $0 }).sorted() {
      let whole = found.filter { $0.task == task && $0.episode.isComplete }
      guard whole.count >= settings.fewestEpisodes, TaskPurpose.isWork(whole.map(\.episode)) else { continue }
      groups.append(WorkflowGroup(found: whole))
    }
    groups = groups.corrected(by: settings.corrections)
    let names = WorkflowName.names(for: groups.map { $0.found.map(\.episode) }, given: groups.map(\.name))
    let ids = Distiller.identifiers(of: names)
    let workflows = zip(groups, zip(ids, names)).map { group, known in
      Generaliser(found: group.found, tables: reduction.tables).workflow(known.0, named: known.1)
    }
    var profiles: [Int: [WorkflowProfile]] = [:]
    for (group, workflow) in zip(groups, workflows) {
      let profile = WorkflowProfile(workflow: workflow.id, episodes: group.found.map(\.kinds))
      for task in Set(group.found.compactMap(\.task)) { profiles[task, default: []].append(profile) }
    }
    self.profiles = profiles
    distillation = Distillation(
      steps: reduction.steps, discards: reduction.discards, episodes: found.map(\.episode),
      workflows: workflows.sorted { ($1.episodes.count, $0.id) < ($0.episodes.count, $1.id) })
  }

  /// Cuts a new day into episodes and assigns each to a workflow of the past, or to none.
  ///
  /// Steps that fit no task of the past are episodes of no workflow, one for each run of them.
  public func recognise(_ events: [Event]) -> [RecognisedEpisode] {
    let reduction = Distiller(settings: settings).reduce(events)
    let steps = reduction.steps
    let observations = StepObservations(longestPause: settings.longestPause).observe(reduction)
    var reading = model.read(observations)
    reading.numberAsides(breaks: observations.breaks)
    let kinds = model.vocabulary.symbols(of: observations)
    return FoundEpisode.episodes(of: steps, kinds: kinds, reading: reading).map { found in
      let likely = (found.task.flatMap { profiles[$0] } ?? []).map { ($0, $0.likeness(to: found.kinds)) }
      // Of those as likely the first, so that the same day is always read in the same way.
      guard let best = likely.map(\.1).max(), let profile = likely.first(where: { $0.1 == best })?.0 else {
        return RecognisedEpisode(episode: found.episode, workflow: nil, likeness: 0)
      }
      return RecognisedEpisode(
        episode: found.episode, workflow: best >= settings.leastLikeness ? profile.workflow : nil, likeness: best)
    }
  }
}
