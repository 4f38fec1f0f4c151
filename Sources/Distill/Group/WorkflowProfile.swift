import Trace

/// What episodes of a workflow look like, to say how well another one fits.
struct WorkflowProfile: Sendable {
  var workflow: Workflow.ID
  /// In what share of the episodes each kind of step is.
  private var shares: [Int: Double]

  init(workflow: Workflow.ID, episodes: [[Int]]) {
    self.workflow = workflow
    var counts: [Int: Int] = [:]
    for kinds in episodes { for kind in Set(kinds) { counts[kind, default: 0] += 1 } }
    shares = counts.mapValues { Double($0) / Double(episodes.count) }
  }

  /// The weighted overlap of what was done with what the workflow does, 0…1.
  func likeness(to kinds: [Int]) -> Double {
    let present = Set(kinds)
    let common = present.sorted().reduce(0.0) { $0 + (shares[$1] ?? 0) }
    let own = shares.keys.sorted().reduce(0.0) { $0 + (shares[$1] ?? 0) }
    let foreign = Double(present.count { shares[$0] == nil })
    return common / max(own + foreign, 1e-9)
  }
}
