import Trace

/// Episodes that make a workflow, before its program is written.
struct WorkflowGroup: Sendable {
  var found: [FoundEpisode]
  /// What the person called it.
  var name: String?

  /// How many of these episodes it holds.
  fileprivate func count(of episodes: Set<EventID>) -> Int { found.count { episodes.contains($0.episode.id) } }
}

extension [WorkflowGroup] {
  /// The groups as the person corrected them, one correction after the other.
  func corrected(by corrections: [Correction]) -> [WorkflowGroup] {
    corrections.reduce(into: self) { $0.apply($1) }
  }

  private mutating func apply(_ correction: Correction) {
    switch correction {
    case .rename(let episodes, let name):
      if let place = place(of: episodes) { self[place].name = name }
    case .ignore(let episodes):
      if let place = place(of: episodes) { remove(at: place) }
    case .merge(let episodes, let others):
      guard let place = place(of: episodes), let other = self.place(of: others), other != place else { return }
      self[place].found = (self[place].found + self[other].found).sorted { $0.episode.start < $1.episode.start }
      remove(at: other)
    case .split(let episodes, let rest, let name):
      guard let place = place(of: episodes + rest) else { return }
      let (part, remainder) = self[place].split(off: Set(episodes), from: Set(rest))
      guard !part.isEmpty, !remainder.isEmpty else { return }
      self[place].found = remainder
      append(WorkflowGroup(found: part, name: name))
    }
  }

  /// The group that has most of these episodes, if that is most of those that are in any.
  private func place(of episodes: [EventID]) -> Int? {
    let wanted = Set(episodes)
    let counts = map { $0.count(of: wanted) }
    guard let most = counts.max(), 2 * most > counts.reduce(0, +) else { return nil }
    return counts.firstIndex(of: most)
  }
}

extension WorkflowGroup {
  /// The episodes that go, and those that stay; one that was not known then goes where it fits better.
  fileprivate func split(
    off episodes: Set<EventID>, from rest: Set<EventID>
  ) -> (part: [FoundEpisode], remainder: [FoundEpisode]) {
    func profile(of ids: Set<EventID>) -> WorkflowProfile {
      WorkflowProfile(workflow: "", episodes: found.filter { ids.contains($0.episode.id) }.map(\.kinds))
    }
    let (own, other) = (profile(of: episodes), profile(of: rest))
    var (part, remainder): ([FoundEpisode], [FoundEpisode]) = ([], [])
    for episode in found {
      let goes =
        episodes.contains(episode.episode.id)
        || !rest.contains(episode.episode.id) && own.likeness(to: episode.kinds) > other.likeness(to: episode.kinds)
      if goes { part.append(episode) } else { remainder.append(episode) }
    }
    return (part, remainder)
  }
}
