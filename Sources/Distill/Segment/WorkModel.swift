/// What was learned of a person's work from a stream of observations: which kinds of step there are, which tasks, and
/// how they are begun, gone on with, left, and ended. Frozen: reading another stream changes nothing.
///
/// Steps of a person's week and rows of a log are both observations; it is the same code that finds the episodes of
/// both.
package struct WorkModel: Sendable {
  /// How often the threads are followed and the tasks learned anew from them.
  static let rounds = 3
  /// How much a whole contrast between neighbours speaks for a cut, in bits: no more than breaks a tie.
  static let contrastWeight = 0.02
  package private(set) var vocabulary: Vocabulary
  private var models: TaskModels
  private var habits: WorkHabits

  /// Learns from a stream, and says how it was read.
  package static func learn(from given: Observations) -> (model: WorkModel, reading: WorkReading) {
    let (kept, positions) = given.withoutAsides()
    var observations = kept
    let (vocabulary, symbols) = Vocabulary.learn(from: observations)
    let kinds = vocabulary.kinds
    if observations.endings.isEmpty {
      // Where nothing is known of endings, of two places that cut the stream equally well it is the one where the
      // neighbours differ more.
      let contrasts = vocabulary.contrasts(in: observations)
      let usual = contrasts.reduce(0, +) / Double(max(1, contrasts.count))
      observations.endings = contrasts.map { contrastWeight * ($0 - usual) }
    }
    let clustering = TaskClustering(kinds: kinds)
    var reading = firstReading(symbols, observations, kinds: kinds)
    var model = WorkModel(
      vocabulary: vocabulary, models: TaskModels([], tasks: 0, kinds: kinds), habits: WorkHabits(kinds: kinds))
    for round in 0...rounds {
      let pieces = pieces(of: reading, symbols, observations)
      let tasks = clustering.cluster(pieces)
      model.models = TaskModels(
        zip(tasks, pieces).compactMap { task, piece in task.map { ($0, piece.symbols) } },
        tasks: (tasks.compactMap { $0 }.max() ?? -1) + 1, kinds: kinds)
      reading.tasks = tasks
      if round == rounds { break }
      let before = reading.episodes
      reading = model.read(symbols, observations)
      if reading.episodes == before {
        reading.tasks = tasks
        break
      }
      model.habits.learn(
        symbols: symbols, aside: reading.episodes.map { $0 == nil }, kinds: kinds,
        interruptions: reading.interruptions)
    }
    reading.splitAtChanceNeighbours(observations.results, things: observations.things)
    return (model, reading.spread(to: positions, of: given.count))
  }

  /// Reads another stream in the light of what was learned.
  package func read(_ given: Observations) -> WorkReading {
    let (observations, positions) = given.withoutAsides()
    return read(vocabulary.symbols(of: observations), observations).spread(to: positions, of: given.count)
  }

  private func read(_ symbols: [Int], _ observations: Observations) -> WorkReading {
    var reading = WorkReading()
    let tracker = ThreadTracker(models: models, habits: habits)
    for range in observations.streams {
      let things = observations.things.isEmpty ? [] : Array(observations.things[range])
      let tracks = tracker.track(Array(symbols[range]), things: things)
      let offset = reading.tasks.count
      reading.episodes += tracks.threads.map { $0.map { $0 + offset } }
      reading.tasks += tracks.tasks
      reading.endings += tracks.endings
      reading.interruptions += tracks.interruptions
    }
    reading.splitAtRepeatedResults(observations.results)
    return reading
  }

  private static func pieces(
    of reading: WorkReading, _ symbols: [Int], _ observations: Observations
  ) -> [TaskClustering.Piece] {
    var pieces = [TaskClustering.Piece](repeating: TaskClustering.Piece(), count: reading.tasks.count)
    for (position, episode) in reading.episodes.enumerated() {
      guard let episode else { continue }
      pieces[episode].symbols.append(symbols[position])
      if !observations.results.isEmpty, observations.results[position] != 0 {
        pieces[episode].results.insert(observations.results[position])
      }
    }
    return pieces
  }

  /// Cuts the streams by what follows what, before anything is known of tasks; and where a piece would leave the same
  /// thing behind once more.
  private static func firstReading(_ symbols: [Int], _ observations: Observations, kinds: Int) -> WorkReading {
    let streams = observations.streams
    let endings = observations.endings.isEmpty ? [] : streams.map { Array(observations.endings[$0]) }
    var search = BoundarySearch(PairCounts(streams.map { Array(symbols[$0]) }, endings: endings, kinds: kinds))
    search.run()
    var reading = WorkReading()
    for stream in streams {
      for position in stream {
        let isCut =
          position == stream.lowerBound
          || symbols[position] != symbols[position - 1]
            && (search.begins[symbols[position]] || search.ends[symbols[position - 1]])
        if isCut { reading.begin() }
        reading.episodes.append(reading.tasks.count - 1)
      }
    }
    reading.splitAtRepeatedResults(observations.results)
    return reading
  }
}

/// How a stream was read.
package struct WorkReading: Sendable {
  /// The episode of each observation, numbered in the order of their beginnings; nil for what belongs to none.
  package var episodes: [Int?] = []
  /// The task of each episode; nil for none.
  package var tasks: [Int?] = []
  /// How surprising it is that an episode was over after its last step, in bits.
  package var endings: [Double] = []
  /// How often an episode was left for another one before its end.
  package var interruptions = 0

  package init() {}

  /// The same reading of a longer stream, in which these positions were read.
  func spread(to positions: [Int], of count: Int) -> WorkReading {
    guard positions.count < count else { return self }
    var result = self
    result.episodes = [Int?](repeating: nil, count: count)
    for (position, episode) in zip(positions, episodes) { result.episodes[position] = episode }
    return result
  }

  /// Begins an episode of which nothing is known yet.
  mutating func begin() {
    tasks.append(nil)
    endings.append(0)
  }

  /// Ends an episode where it left something behind, when it leaves the same thing behind once more later.
  mutating func splitAtRepeatedResults(_ results: [UInt64]) {
    guard !results.isEmpty else { return }
    var last: [Int: (position: Int, results: Set<UInt64>)] = [:]
    for position in results.indices where results[position] != 0 {
      guard let episode = episodes[position] else { continue }
      guard let before = last[episode], before.results.contains(results[position]) else {
        last[episode] = (position, (last[episode]?.results ?? []).union([results[position]]))
        continue
      }
      begin()
      let new = tasks.count - 1
      tasks[new] = tasks[episode]
      endings[new] = endings[episode]
      endings[episode] = 0
      for later in (before.position + 1)..<episodes.count where episodes[later] == episode { episodes[later] = new }
      last[new] = (position, [results[position]])
    }
    renumber()
  }

  /// Ends an episode where it left something behind and goes on to something else, when no other one leaves these two
  /// things behind one after the other, and what comes after is about nothing that came before: work that was done
  /// once only and happened to follow on another one.
  mutating func splitAtChanceNeighbours(_ results: [UInt64], things about: [[UInt64]]) {
    guard !results.isEmpty else { return }
    var left: [[(position: Int, result: UInt64)]] = Array(repeating: [], count: tasks.count)
    for position in results.indices where results[position] != 0 {
      if let episode = episodes[position] { left[episode].append((position, results[position])) }
    }
    var spread: [[UInt64]: Int] = [:]
    for things in left {
      for pair in Set(zip(things, things.dropFirst()).map { [$0.result, $1.result] }) { spread[pair, default: 0] += 1 }
    }
    // What an episode leaves behind that others of its task leave too.
    var usual: [Int: [UInt64: Int]] = [:]
    for (episode, things) in left.enumerated() {
      guard let task = tasks[episode] else { continue }
      for result in Set(things.map(\.result)) { usual[task, default: [:]][result, default: 0] += 1 }
    }
    for (episode, things) in left.enumerated() {
      let cuts = zip(things, things.dropFirst())
        .filter { $0.result != $1.result && spread[[$0.result, $1.result]] == 1 }.map(\.0.position)
        .filter { !isAboutTheSame(episode, before: $0, about) }
      guard !cuts.isEmpty else { continue }
      let task = tasks[episode]
      var current = episode
      for position in results.indices where episodes[position] == episode {
        episodes[position] = current
        guard cuts.contains(position) else { continue }
        begin()
        endings[tasks.count - 1] = endings[current]
        endings[current] = 0
        current = tasks.count - 1
      }
      let parts = [episode] + Array(tasks.indices.suffix(cuts.count))
      for (number, part) in parts.enumerated() {
        let from = number == 0 ? Int.min : cuts[number - 1]
        let until = number < cuts.count ? cuts[number] : Int.max
        let isUsual = things.contains {
          $0.position > from && $0.position <= until && task.map { task in usual[task] ?? [:] }?[$0.result] ?? 0 > 1
        }
        tasks[part] = isUsual ? task : nil
      }
    }
    renumber()
  }

  /// Whether the steps of an episode after a position are about something that those up to it are about.
  private func isAboutTheSame(_ episode: Int, before position: Int, _ things: [[UInt64]]) -> Bool {
    guard !things.isEmpty else { return false }
    let own = things.indices.filter { episodes[$0] == episode }
    let before = Set(own.filter { $0 <= position }.flatMap { things[$0] })
    return own.contains { $0 > position && !before.isDisjoint(with: things[$0]) }
  }

  /// Numbers the episodes in the order of their beginnings.
  private mutating func renumber() {
    var numbers: [Int: Int] = [:]
    var order: [Int] = []
    for position in episodes.indices {
      guard let episode = episodes[position] else { continue }
      if numbers[episode] == nil {
        numbers[episode] = order.count
        order.append(episode)
      }
      episodes[position] = numbers[episode]
    }
    tasks = order.map { tasks[$0] }
    endings = order.map { endings[$0] }
  }
}
