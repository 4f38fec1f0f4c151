/// Follows the threads of work through a stream: each step goes on with the task at hand, takes up one that was left,
/// begins a new one, or belongs to none.
///
///     steps    a1 a2 b1 x b2 b3 a3 a4
///     threads  A  A  B  – B  B  A  A
///
/// The way with the shortest description is looked for, many ways at a time (a beam); ways that differ only in how
/// they came to the same open threads are one.
struct ThreadTracker: Sendable {
  var models: TaskModels
  var habits: WorkHabits

  /// How many ways are followed at a time, and how many bits worse than the best one they may be.
  let beam = 24
  let margin = 28.0
  /// How long a task stays open that was left, in steps.
  let patience: Int32 = 400
  /// What it costs, in bits, that a step does not belong to the open task that shares a thing with it.
  let strangeness = 3.0

  fileprivate struct Thread {
    var task: Int32
    var last: Int32
    /// The node where it began.
    var id: Int32
    var position: Int32
    /// What it has been about.
    var things = ThingSet()
  }

  fileprivate struct Way {
    var cost: Double
    var node: Int32
    /// The task at hand, and those that were left: at most two.
    var current: Thread?
    var first: Thread?
    var second: Thread?
    /// What the task was about that ended last.
    var past = ThingSet()
    /// Whether the step before belonged to no task.
    var isAside: Bool
  }

  private struct Node {
    var parent: Int32
    /// The node where the step's thread began; negative for no thread.
    var thread: Int32
    var task: Int32
    var isInterruption: Bool
  }

  /// The ways on from one step to the next.
  private struct Frontier {
    var next: [Way] = []
    var nodes: [Node] = []
    var best = Double.infinity
    let margin: Double
    /// Where the way stands that leads to the same open threads, by a short hash; valid in the round it is marked with.
    private var slots = [(key: UInt64, round: Int32, index: Int32)](repeating: (0, -1, 0), count: 1024)
    private var round: Int32 = 0

    init(margin: Double) { self.margin = margin }

    mutating func begin() {
      next.removeAll(keepingCapacity: true)
      best = .infinity
      round += 1
    }

    /// Whether a way of this cost can still count.
    @inline(__always)
    func allows(_ cost: Double) -> Bool { cost <= best + margin }

    /// Takes in a way to go on, unless a shorter one leads to the same open threads.
    mutating func offer(_ way: Way, from parent: Int32, thread: Int32?, task: Int32, isInterruption: Bool = false) {
      guard allows(way.cost) else { return }
      let key = way.key
      var slot = Int(truncatingIfNeeded: key >> 20) & 1023
      while slots[slot].round == round, slots[slot].key != key { slot = (slot + 1) & 1023 }
      let isKnown = slots[slot].round == round
      if isKnown, next[Int(slots[slot].index)].cost <= way.cost { return }
      if !isKnown, next.count > 700 { return }
      best = min(best, way.cost)
      var way = way
      way.node = Int32(nodes.count)
      nodes.append(Node(parent: parent, thread: thread ?? way.node, task: task, isInterruption: isInterruption))
      if thread == nil { way.current?.id = way.node }
      if isKnown {
        next[Int(slots[slot].index)] = way
      } else {
        slots[slot] = (key, round, Int32(next.count))
        next.append(way)
      }
    }
  }

  /// Follows the threads of one stream. `things` is empty, or holds for each step what it is about.
  func track(_ symbols: [Int], things: [[UInt64]]) -> Tracks {
    var frontier = Frontier(margin: margin)
    frontier.nodes.reserveCapacity(symbols.count * 16)
    var ways = [Way(cost: 0, node: -1, isAside: false)]
    for (place, symbol) in symbols.enumerated() {
      frontier.begin()
      let step = StepAtHand(
        symbol: symbol, position: Int32(place), about: things.isEmpty ? ThingSet() : ThingSet(things[place]),
        starts: models.bestStarts(of: symbol))
      for way in ways { goOn(way, step, &frontier) }
      ways = prune(frontier.next, at: step.position)
    }
    for index in ways.indices {
      for thread in [ways[index].current, ways[index].first, ways[index].second].compactMap({ $0 }) {
        ways[index].cost += models.costOfEnd(after: Int(thread.last), in: Int(thread.task))
      }
    }
    guard let best = ways.min(by: { ($0.cost, $0.node) < ($1.cost, $1.node) }) else { return Tracks() }
    return read(best, frontier.nodes, symbols)
  }

  private struct StepAtHand {
    var symbol: Int
    var position: Int32
    var about: ThingSet
    var starts: [TaskModels.Start]
  }

  private func goOn(_ way: Way, _ step: StepAtHand, _ frontier: inout Frontier) {
    var back = way
    back.cost += way.isAside ? habits.turnBack : habits.stay
    back.isAside = false
    if let current = way.current {
      var going = back
      going.cost += cost(of: step.symbol, in: current) + estrangement(step.about, from: way, for: current)
      going.current = current.going(to: step.symbol, at: step.position, about: step.about)
      frontier.offer(going, from: way.node, thread: current.id, task: current.task)

      var ended = back
      ended.cost += models.costOfEnd(after: Int(current.last), in: Int(current.task))
      ended.current = nil
      ended.past = current.things
      begin(ended, step, &frontier, isInterruption: false)
      if way.second == nil, frontier.allows(back.cost + habits.leave) {
        var left = back
        left.cost += habits.leave
        left.second = left.first
        left.first = current
        left.current = nil
        begin(left, step, &frontier, isInterruption: true)
      }
    } else {
      begin(back, step, &frontier, isInterruption: false)
    }
    var aside = way
    aside.cost += (way.isAside ? habits.goOnAside : habits.turnAside) + habits.asideCosts[step.symbol]
    aside.isAside = true
    frontier.offer(aside, from: way.node, thread: -1, task: -1)
  }

  /// Begins a new task, or takes up one that was left, now that the one at hand is over or left itself.
  private func begin(_ way: Way, _ step: StepAtHand, _ frontier: inout Frontier, isInterruption: Bool) {
    guard frontier.allows(way.cost) else { return }
    let choice = way.first == nil ? 0.0 : 1.0
    let strange = estrangement(step.about, from: way, for: nil)
    for start in step.starts {
      var new = way
      new.cost += choice + start.cost + strange
      guard frontier.allows(new.cost) else { continue }
      new.current = Thread(
        task: start.task, last: Int32(step.symbol), id: -1, position: step.position, things: step.about)
      frontier.offer(new, from: way.node, thread: nil, task: start.task, isInterruption: isInterruption)
    }
    // The one that was left this instant is `first`: it is not taken up at once.
    if let thread = way.first, !isInterruption {
      var resumed = resume(thread, way, step, cost: choice + (way.second == nil ? 0 : 1))
      resumed.first = way.second
      resumed.second = nil
      frontier.offer(resumed, from: way.node, thread: thread.id, task: thread.task)
    }
    if let thread = way.second {
      var resumed = resume(thread, way, step, cost: choice + 1)
      resumed.second = nil
      frontier.offer(resumed, from: way.node, thread: thread.id, task: thread.task, isInterruption: isInterruption)
    }
  }

  private func resume(_ thread: Thread, _ way: Way, _ step: StepAtHand, cost: Double) -> Way {
    var resumed = way
    resumed.cost += cost + self.cost(of: step.symbol, in: thread) + estrangement(step.about, from: way, for: thread)
    resumed.current = thread.going(to: step.symbol, at: step.position, about: step.about)
    return resumed
  }

  @inline(__always)
  private func cost(of symbol: Int, in thread: Thread) -> Double {
    // The same once more costs nothing, but for what was never seen: that need not be the same.
    Int(thread.last) == symbol && symbol != models.kinds - 1
      ? 0 : models.cost(of: symbol, after: Int(thread.last), in: Int(thread.task))
  }

  /// What it costs that a step is not of the open thread that shares a thing with it, or begins a new one that shares a
  /// thing with the one that has just ended.
  @inline(__always)
  private func estrangement(_ about: ThingSet, from way: Way, for own: Thread?) -> Double {
    guard !about.isEmpty else { return 0 }
    if let own, own.things.shares(with: about) { return 0 }
    if own == nil, way.past.shares(with: about) { return strangeness }
    if let other = way.current, other.id != own?.id, other.things.shares(with: about) { return strangeness }
    if let other = way.first, other.id != own?.id, other.things.shares(with: about) { return strangeness }
    if let other = way.second, other.id != own?.id, other.things.shares(with: about) { return strangeness }
    return 0
  }

  /// The best ways; what was left too long ago is over.
  private func prune(_ ways: [Way], at position: Int32) -> [Way] {
    let limit = (ways.map(\.cost).min() ?? 0) + margin
    var kept = ways.filter { $0.cost <= limit }
    kept.sort { ($0.cost, $0.node) < ($1.cost, $1.node) }
    if kept.count > beam { kept.removeLast(kept.count - beam) }
    for index in kept.indices {
      if let old = kept[index].second, position - old.position > patience {
        kept[index].cost += models.costOfEnd(after: Int(old.last), in: Int(old.task))
        kept[index].second = nil
      }
      if let old = kept[index].first, position - old.position > patience {
        kept[index].cost += models.costOfEnd(after: Int(old.last), in: Int(old.task))
        kept[index].first = kept[index].second
        kept[index].second = nil
      }
    }
    return kept
  }

  private func read(_ best: Way, _ nodes: [Node], _ symbols: [Int]) -> Tracks {
    var path: [Node] = []
    var index = best.node
    while index >= 0 {
      path.append(nodes[Int(index)])
      index = nodes[Int(index)].parent
    }
    var numbers: [Int32: Int] = [:]
    var tracks = Tracks()
    for node in path.reversed() {
      if node.isInterruption { tracks.interruptions += 1 }
      guard node.thread >= 0 else {
        tracks.threads.append(nil)
        continue
      }
      if let number = numbers[node.thread] {
        tracks.threads.append(number)
      } else {
        numbers[node.thread] = numbers.count
        tracks.threads.append(numbers.count - 1)
        tracks.tasks.append(Int(node.task))
      }
    }
    var last = [Int](repeating: 0, count: tracks.tasks.count)
    for (symbol, thread) in zip(symbols, tracks.threads) { if let thread { last[thread] = symbol } }
    tracks.endings = last.indices.map { models.costOfEnd(after: last[$0], in: tracks.tasks[$0]) }
    return tracks
  }
}

extension ThreadTracker.Way {
  /// A hash of the open threads: what decides how the way can go on.
  @inline(__always)
  fileprivate var key: UInt64 {
    var key: UInt64 = isAside ? 1 : 2
    key = key &* 0x9E37_79B9_7F4A_7C15 ^ current.state
    key = key &* 0x9E37_79B9_7F4A_7C15 ^ first.state
    return (key &* 0x9E37_79B9_7F4A_7C15 ^ second.state) &* 0x9E37_79B9_7F4A_7C15
  }
}

extension ThreadTracker.Thread? {
  /// Its task and last symbol as one number.
  @inline(__always)
  fileprivate var state: UInt64 { map { UInt64($0.task + 1) << 32 | UInt64($0.last) } ?? 7 }
}

extension ThreadTracker.Thread {
  /// The thread one step on.
  @inline(__always)
  fileprivate func going(to symbol: Int, at position: Int32, about: ThingSet) -> Self {
    var next = self
    next.last = Int32(symbol)
    next.position = position
    next.things.formUnion(about)
    return next
  }
}

/// Which thread each step belongs to.
struct Tracks: Sendable {
  /// The thread of each step, numbered in the order of their beginnings; nil for none.
  var threads: [Int?] = []
  /// The task of each thread.
  var tasks: [Int] = []
  /// How surprising it is that each thread ended after its last step, in bits.
  var endings: [Double] = []
  /// How often a task was left before its end.
  var interruptions = 0
}
