import Trace

/// An episode with the kinds of its steps and its task.
struct FoundEpisode: Sendable {
  var episode: Episode
  /// The kind of each step.
  var kinds: [Int]
  /// Its task; nil for none.
  var task: Int?

  /// An end is taken as seen where it is no great surprise, in bits.
  static let surprise = 4.0

  /// The episodes of a reading, in the order in which they began.
  static func episodes(of steps: [Step], kinds: [Int], reading: WorkReading) -> [FoundEpisode] {
    var members = [[Int]](repeating: [], count: reading.tasks.count)
    for (position, episode) in reading.episodes.enumerated() { if let episode { members[episode].append(position) } }
    return members.enumerated().compactMap { number, positions in
      Episode(steps: positions.map { steps[$0] }, isComplete: reading.endings[number] <= surprise).map {
        FoundEpisode(episode: $0, kinds: positions.map { kinds[$0] }, task: reading.tasks[number])
      }
    }
  }
}

extension WorkReading {
  /// Makes an episode of no task of each run of steps that belong to none.
  mutating func numberAsides(breaks: [Int]) {
    let breaks = Set(breaks)
    var current: Int?
    for position in episodes.indices {
      if breaks.contains(position) { current = nil }
      if episodes[position] != nil {
        current = nil
        continue
      }
      if current == nil {
        current = tasks.count
        tasks.append(nil)
        endings.append(.infinity)
      }
      episodes[position] = current
    }
  }
}
