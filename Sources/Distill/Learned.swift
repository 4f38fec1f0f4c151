public import Trace

/// What was learned from the past, frozen: nothing that is recognised afterwards changes it.
public struct Learned: Sendable, Codable, Hashable {
  /// The past itself: its steps, episodes and workflows.
  public var distillation: Distillation
  var settings: Settings
  var profiles: [WorkflowProfile]

  /// The most frequent first.
  public var workflows: [Workflow] { distillation.workflows }

  init(reduction: Reduction, settings: Settings) {
    self.settings = settings
    let episodes = EpisodeCutter(settings: settings).cut(reduction.steps)
    let groups = Grouping(settings: settings).group(episodes)
    let workflows = groups.map { group in
      Generaliser(episodes: group.map { episodes[$0] }, tables: reduction.tables).workflow
    }
    distillation = Distillation(
      steps: reduction.steps, discards: reduction.discards, episodes: episodes,
      workflows: workflows.named().sorted { ($1.episodes.count, $0.id) < ($0.episodes.count, $1.id) })
    profiles = zip(workflows, groups).map { workflow, group in
      WorkflowProfile(workflow: workflow.id, episodes: group.map { episodes[$0] })
    }
  }

  /// Cuts a new day into episodes and assigns each to a workflow of the past, or to none.
  public func recognise(_ events: [Event]) -> [RecognisedEpisode] {
    let reduction = Distiller(settings: settings).reduce(events)
    return EpisodeCutter(settings: settings).cut(reduction.steps).map { episode in
      let best = profiles.map { ($0.workflow, $0.likeness(to: episode)) }.max { $0.1 < $1.1 }
      guard let best, best.1 >= 0.5 else { return RecognisedEpisode(episode: episode, workflow: nil, likeness: 0) }
      return RecognisedEpisode(episode: episode, workflow: best.0, likeness: best.1)
    }
  }
}
