import Trace

/// What episodes of a workflow look like, to tell whether another one is of it.
struct WorkflowProfile: Sendable, Codable, Hashable {
  var workflow: Workflow.ID
  /// How many episodes of the workflow have a step of the class, as a share.
  var shares: [StepClass: Double]

  init(workflow: Workflow.ID, episodes: [Episode]) {
    self.workflow = workflow
    var counts: [StepClass: Int] = [:]
    for episode in episodes {
      for kind in Set(episode.steps.map(StepClass.init)) { counts[kind, default: 0] += 1 }
    }
    shares = counts.mapValues { Double($0) / Double(episodes.count) }
  }

  /// The weighted overlap of what was done with what the workflow does, 0…1.
  func likeness(to episode: Episode) -> Double {
    let classes = Set(episode.steps.map(StepClass.init))
    let common = classes.sorted().reduce(0.0) { $0 + (shares[$1] ?? 0) }
    let own = shares.keys.sorted().reduce(0.0) { $0 + (shares[$1] ?? 0) }
    let foreign = Double(classes.count { shares[$0] == nil })
    return common / max(own + foreign, 1e-9)
  }
}
