public import Trace

extension Workflow {
  /// Of some workflows the one that holds most of these episodes; nil where none holds any.
  public static func holding(_ episodes: [EventID], among workflows: [Workflow]) -> Workflow? {
    let own = Set(episodes)
    let best = workflows.max { own.intersection($0.episodes).count < own.intersection($1.episodes).count }
    return best.flatMap { own.isDisjoint(with: $0.episodes) ? nil : $0 }
  }
}
