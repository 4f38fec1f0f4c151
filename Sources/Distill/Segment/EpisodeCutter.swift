import Trace

/// Cuts a stream of steps into episodes.
struct EpisodeCutter: Sendable {
  var settings: Settings

  func cut(_ steps: [Step]) -> [Episode] {
    var episodes: [Episode] = []
    var current: [Step] = []
    func close(complete: Bool) {
      if let episode = Episode(steps: current, isComplete: complete) { episodes.append(episode) }
      current = []
    }
    for step in steps {
      if let last = current.last,
        last.id.session != step.id.session || step.time.seconds(since: last.end) > settings.longestPause
      {
        close(complete: false)
      }
      current.append(step)
      if step.signals.contains(.submitted) { close(complete: true) }
    }
    close(complete: false)
    return episodes
  }
}
