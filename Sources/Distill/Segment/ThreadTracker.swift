import Foundation

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
  let beam = 32
  let margin = 40.0
  /// How long a task stays open that was left, in steps.
  let patience: Int32 = 400
  /// How many tasks may be left open at a time.
  let openTasks = 2

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

  private struct Way {
    var cost: Double
    var node: Int32
    var current: Thread?
    var first: Thread?
    var second: Thread?
    /// What the task was about that ended last.
    var past = ThingSet()
    /// Whether the step before belonged to no task.
    var isAside: Bool
    var key: UInt64 = 0
  }

  private struct Node {
    var parent: Int32
    /// The node where the step's thread began; negative for no thread.
    var thread: Int32
    var task: Int32
    var isInterruption: Bool
  }

  /// What stands on the way while one step is looked at.
  private struct Step {
    var next: [Way] = []
    var slots: [UInt64: Int] = [:]
    var nodes: [Node]

    /// Takes in a way to go on, unless a shorter one leads to the same open threads.
    mutating func offer(_ way: Way, from parent: Int32, thread: Int32?, task: Int32, isInterruption: Bool = false) {
      var way = way
      var key = way.isAside ? 1 : UInt64(2)
      for thread in [way.current, way.first, way.second] {
        key = key &* 0x9E37_79B9_7F4A_7C15 ^ (thread.map { UInt64($0.task + 1) << 32 | UInt64($0.last) } ?? 7)
      }
      way.key = key
      let slot = slots[key]
      if let slot, next[slot].cost <= way.cost { return }
      way.node = Int32(nodes.count)
      nodes.append(Node(parent: parent, thread: thread ?? way.node, task: task, isInterruption: isInterruption))
      if thread == nil { way.current?.id = way.node }
      if let slot {
        next[slot] = way
      } else {
        slots[key] = next.count
        next.append(way)
      }
    }
  }

  /// Follows the threads of one stream. `things` is empty, or holds for each step what it is about.
  func track(_ symbols: [Int], things: [[UInt64]]) -> Tracks {
    let kinds = models.kinds
    var step = Step(nodes: [])
    step.nodes.reserveCapacity(symbols.count * 24)
    var ways = [Way(cost: 0, node: -1, isAside: false)]
    for (place, symbol) in symbols.enumerated() {
      let position = Int32(place)
      step.next.removeAll(keepingCapacity: true)
      step.slots.removeAll(keepingCapacity: true)
      let starts = bestStarts(symbol)
      let about = things.isEmpty ? ThingSet() : ThingSet(things[place])
      for way in ways {
        var aside = way
        aside.cost += (way.isAside ? habits.goOnAside : habits.turnAside) + habits.asideCosts[symbol]
        aside.isAside = true
        step.offer(aside, from: way.node, thread: -1, task: -1)

        var back = way
        back.cost += way.isAside ? habits.turnBack : habits.stay
        back.isAside = false
        if let current = way.current {
          var going = back
          going.cost += cost(of: symbol, in: current) + estrangement(about, from: way, for: current)
          going.current = current.going(to: symbol, at: position, about: about)
          step.offer(going, from: way.node, thread: current.id, task: current.task)

          var ended = back
          ended.cost += models.cost(of: kinds, after: Int(current.last), in: Int(current.task))
          ended.current = nil
          ended.past = current.things
          begin(ended, starts, symbol, position, about, &step, isInterruption: false)
          if way.second == nil {
            var left = back
            left.cost += habits.leave
            left.second = left.first
            left.first = current
            left.current = nil
            begin(left, starts, symbol, position, about, &step, isInterruption: true)
          }
        } else {
          begin(back, starts, symbol, position, about, &step, isInterruption: false)
        }
      }
      ways = prune(step.next, at: position)
    }
    for index in ways.indices {
      for thread in [ways[index].current, ways[index].first, ways[index].second].compactMap({ $0 }) {
        ways[index].cost += models.cost(of: kinds, after: Int(thread.last), in: Int(thread.task))
      }
    }
    guard let best = ways.min(by: { ($0.cost, $0.node) < ($1.cost, $1.node) }) else { return Tracks() }
    return read(best, step.nodes, symbols)
  }

  /// The tasks that a symbol begins best, with their cost.
  private func bestStarts(_ symbol: Int) -> [(task: Int32, cost: Double)] {
    var best: [(task: Int32, cost: Double)] = []
    for task in 0..<models.tasks {
      let cost = models.choice[task] + models.cost(of: symbol, after: models.kinds, in: task)
      let place = best.firstIndex { $0.cost > cost } ?? best.count
      if place < 2 {
        best.insert((Int32(task), cost), at: place)
        if best.count > 2 { best.removeLast() }
      }
    }
    return best
  }

  @inline(__always)
  private func cost(of symbol: Int, in thread: Thread) -> Double {
    Int(thread.last) == symbol ? 0 : models.cost(of: symbol, after: Int(thread.last), in: Int(thread.task))
  }

  /// What it costs that a step is not of the open thread that shares a thing with it, or begins a new one that shares a
  /// thing with the one that has just ended.
  @inline(__always)
  private func estrangement(_ about: ThingSet, from way: Way, for own: Thread?) -> Double {
    guard !about.isEmpty, !(own.map { $0.things.shares(with: about) } ?? false) else { return 0 }
    if own == nil, way.past.shares(with: about) { return strangeness }
    for other in [way.current, way.first, way.second] {
      if let other, other.id != own?.id, other.things.shares(with: about) { return strangeness }
    }
    return 0
  }

  /// Begins a new task, or takes up one that was left, now that the one at hand is over or left itself.
  private func begin(
    _ way: Way, _ starts: [(task: Int32, cost: Double)], _ symbol: Int, _ position: Int32, _ about: ThingSet,
    _ step: inout Step, isInterruption: Bool
  ) {
    let choice = way.first == nil ? 0.0 : 1.0
    let strange = estrangement(about, from: way, for: nil)
    for start in starts {
      var new = way
      new.cost += choice + start.cost + strange
      new.current = Thread(task: start.task, last: Int32(symbol), id: -1, position: position, things: about)
      step.offer(new, from: way.node, thread: nil, task: start.task, isInterruption: isInterruption)
    }
    // The one that was left this instant is `first`: it is not taken up at once.
    if let thread = way.first, !isInterruption {
      var resumed = way
      resumed.cost += choice + (way.second == nil ? 0 : 1) + cost(of: symbol, in: thread)
      resumed.cost += estrangement(about, from: way, for: thread)
      resumed.current = thread.going(to: symbol, at: position, about: about)
      resumed.first = way.second
      resumed.second = nil
      step.offer(resumed, from: way.node, thread: thread.id, task: thread.task)
    }
    if let thread = way.second {
      var resumed = way
      resumed.cost += choice + 1 + cost(of: symbol, in: thread) + estrangement(about, from: way, for: thread)
      resumed.current = thread.going(to: symbol, at: position, about: about)
      resumed.second = nil
      step.offer(resumed, from: way.node, thread: thread.id, task: thread.task, isInterruption: isInterruption)
    }
  }

  /// The best ways; what was left too long ago is over.
  private func prune(_ ways: [Way], at position: Int32) -> [Way] {
    var ways = ways
    for index in ways.indices {
      for path in [\Way.second, \Way.first] {
        guard let old = ways[index][keyPath: path], position - old.position > patience else { continue }
        ways[index].cost += models.cost(of: models.kinds, after: Int(old.last), in: Int(old.task))
        ways[index][keyPath: path] = nil
        if path == \Way.first {
          ways[index].first = ways[index].second
          ways[index].second = nil
        }
      }
    }
    let limit = (ways.map(\.cost).min() ?? 0) + margin
    ways.removeAll { $0.cost > limit }
    ways.sort { ($0.cost, $0.node) < ($1.cost, $1.node) }
    return Array(ways.prefix(beam))
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
    tracks.bits = best.cost
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
    tracks.endings = last.indices.map { models.cost(of: models.kinds, after: last[$0], in: tracks.tasks[$0]) }
    return tracks
  }
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

/// A small set of things, each one of 128 bits: two things may fall together, which does little harm.
struct ThingSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  init(_ things: [UInt64]) {
    for thing in things {
      if thing & 64 == 0 { low |= 1 << (thing & 63) } else { high |= 1 << (thing & 63) }
    }
  }

  var isEmpty: Bool { low | high == 0 }
  func shares(with other: ThingSet) -> Bool { low & other.low | high & other.high != 0 }

  mutating func formUnion(_ other: ThingSet) {
    low |= other.low
    high |= other.high
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
  /// The length of the description.
  var bits = 0.0
}
