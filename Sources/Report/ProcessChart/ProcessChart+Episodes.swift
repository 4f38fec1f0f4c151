import Distill
public import Trace

extension ProcessChart {
  /// The picture of what was done in these episodes, one activity for each kind of step.
  ///
  /// - Parameter share: see ``init(_:showing:)``.
  public init(of episodes: [Episode], showing share: Double = 0.9) {
    self.init(DirectlyFollowsGraph(of: ActivitySequences(of: EventLog(episodes: episodes))), showing: share)
  }
}
