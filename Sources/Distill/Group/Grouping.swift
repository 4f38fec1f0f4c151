import Trace

/// Puts episodes of the same task together.
struct Grouping: Sendable {
  var settings: Settings

  /// The indices of the episodes of each group, in the order of their first episodes; what has no second of its
  /// kind is in no group.
  func group(_ episodes: [Episode]) -> [[Int]] {
    var groups: [(profile: Set<StepClass>, members: [Int])] = []
    for (index, episode) in episodes.enumerated() where episode.isComplete {
      let classes = Set(episode.steps.map(StepClass.init))
      let best = groups.indices.max { likeness(groups[$0].profile, classes) < likeness(groups[$1].profile, classes) }
      if let best, likeness(groups[best].profile, classes) >= 0.5 {
        groups[best].members.append(index)
      } else {
        groups.append((classes, [index]))
      }
    }
    return groups.map(\.members).filter { $0.count >= settings.fewestEpisodes }
  }

  private func likeness(_ left: Set<StepClass>, _ right: Set<StepClass>) -> Double {
    let both = left.intersection(right).count
    return Double(both) / Double(max(1, left.count + right.count - both))
  }
}
