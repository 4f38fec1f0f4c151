public import Trace

/// What was learned from the past, frozen: nothing that is recognised afterwards changes it.
public struct Learned: Sendable {
  /// The past itself: its steps, episodes and workflows.
  public private(set) var distillation: Distillation
  private let settings: Settings
  private let model: WorkModel
  private let profiles: [Int: WorkflowProfile]

  /// The most frequent first.
  public var workflows: [Workflow] { distillation.workflows }

  init(reduction: Reduction, settings: Settings) {
    self.settings = settings
    let observations = StepObservations(longestPause: settings.longestPause).observe(reduction)
    let (model, reading) = WorkModel.learn(from: observations)
    self.model = model
    let kinds = model.vocabulary.symbols(of: observations)
    let found = FoundEpisode.episodes(of: reduction.steps, kinds: kinds, reading: reading)
    var tasks: [(task: Int, episodes: [FoundEpisode])] = []
    for task in Set(reading.tasks.compactMap { $0 }).sorted() {
      let whole = found.filter { $0.task == task && $0.episode.isComplete }
      guard whole.count >= settings.fewestEpisodes, TaskPurpose.isWork(whole.map(\.episode)) else { continue }
      tasks.append((task, whole))
    }
    let names = WorkflowName.names(for: tasks.map { $0.episodes.map(\.episode) })
    let workflows = zip(tasks, names).map { task, name in
      Generaliser(found: task.episodes, tables: reduction.tables).workflow(named: name)
    }
    profiles = Dictionary(
      uniqueKeysWithValues: zip(tasks, workflows).map { task, workflow in
        (task.task, WorkflowProfile(workflow: workflow.id, episodes: task.episodes.map(\.kinds)))
      })
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
      guard let profile = found.task.flatMap({ profiles[$0] }) else {
        return RecognisedEpisode(episode: found.episode, workflow: nil, likeness: 0)
      }
      let likeness = profile.likeness(to: found.kinds)
      return RecognisedEpisode(
        episode: found.episode, workflow: likeness >= settings.leastLikeness ? profile.workflow : nil,
        likeness: likeness)
    }
  }
}
