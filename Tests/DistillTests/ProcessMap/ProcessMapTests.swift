import Distill
import Testing
import Trace

@Suite("Process map")
struct ProcessMapTests {
  @Test("The graph counts who follows whom, where traces begin and end, and the times in between")
  func graph() {
    // Trace 1: a (0 s) b (10 s) b (14 s); trace 2: a (100 s) b (102 s); trace 3: nothing.
    let sequences = ActivitySequences(
      activities: ["a", "b"], codes: [0, 1, 1, 0, 1], starts: [0, 3, 5, 5],
      times: [0, 10, 14, 100, 102].map { $0 * 1_000_000 })
    #expect(
      DirectlyFollowsGraph(of: sequences)
        == DirectlyFollowsGraph(
          nodes: [.init(name: "a", count: 2, starts: 2, ends: 0), .init(name: "b", count: 3, starts: 0, ends: 2)],
          edges: [
            .init(from: 0, to: 1, count: 2, time: .init(least: 2, median: 6, mean: 6, greatest: 10)),
            .init(from: 1, to: 1, count: 1, time: .init(least: 4, median: 4, mean: 4, greatest: 4)),
          ]))
  }

  @Test("A log without times has a graph without times")
  func withoutTimes() {
    let graph = DirectlyFollowsGraph(of: .of(["a b", "a b"]))
    #expect(graph.edges == [.init(from: 0, to: 1, count: 2, time: nil)])
  }

  @Test("Medians are those of sorted durations, whatever their number and order, for few activities and for many")
  func medians() {
    var random = Random(seed: 5)
    for activities in [2, 3000] {
      for count in [1, 2, 3, 10, 999] {
        // Every trace is 0 → 1 with a duration of its own.
        let durations = (0..<count).map { _ in Int64.random(in: -5...20, using: &random) * 1_000_000 }
        let sequences = ActivitySequences(
          activities: (0..<activities).map { "\($0)" }, codes: (0..<count).flatMap { _ in [0, 1] },
          starts: (0...count).map { $0 * 2 }, times: durations.flatMap { [0, $0] })
        let sorted = durations.sorted().map { Double($0) / 1e6 }
        let time = DirectlyFollowsGraph(of: sequences).edges[0].time
        #expect(time?.median == (sorted[(count - 1) / 2] + sorted[count / 2]) / 2)
        #expect(time?.least == sorted[0] && time?.greatest == sorted[count - 1])
      }
    }
  }

  @Test("Variants are distinct sequences with their traces, the most frequent first")
  func variants() {
    let variants = TraceVariant.variants(of: .of(["a b", "b", "a b", "", "b a", "b"]))
    #expect(
      variants == [
        TraceVariant(activities: [0, 1], traces: [0, 2]), TraceVariant(activities: [1], traces: [1, 5]),
        TraceVariant(activities: [], traces: [3]), TraceVariant(activities: [1, 0], traces: [4]),
      ])
  }

  @Test("Variants of many traces are those that comparing them all gives")
  func manyVariants() {
    var random = Random(seed: 9)
    let traces = (0..<3000).map { _ in
      (0..<Int.random(in: 0...5, using: &random)).map { _ in ["x", "y", "z"].randomElement(using: &random)! }
        .joined(separator: " ")
    }
    let sequences = ActivitySequences.of(traces)
    let found = TraceVariant.variants(of: sequences).map { variant in
      [variant.activities.map { sequences.activities[Int($0)] }.joined(separator: " "): variant.count]
    }
    let expected = Dictionary(grouping: traces, by: { $0 }).mapValues(\.count)
    #expect(found.reduce(into: [:]) { $0.merge($1) { $0 + $1 } } == expected && found.count == expected.count)
  }

  @Test("Activities are named by a classifier: one key, or several joined, in whatever column they stand")
  func classifiers() {
    var events = AttributeTable.Builder()
    for (name, transition) in [("a", "start"), ("a", "complete"), ("b", nil), (nil, nil)] {
      events.addRow()
      if let name { events.append(EventLog.Attribute("concept:name", .string(name))) }
      if let transition { events.append(EventLog.Attribute("lifecycle:transition", .string(transition))) }
    }
    var traces = AttributeTable.Builder()
    traces.addRow()
    // The last event belongs to no trace when the trace has three.
    let log = EventLog(traces: traces.table, events: events.table, starts: [0, 3])
    let byName = ActivitySequences(of: log)
    #expect(byName.activities == ["a", "b"] && byName.codes == [0, 0, 1] && byName.times.isEmpty)
    let both = ActivitySequences(of: log, by: .init(name: "", keys: ["concept:name", "lifecycle:transition"]))
    #expect(both.activities == ["a+start", "a+complete", "b"] && both.codes == [0, 1, 2])
    let all = EventLog(traces: traces.table, events: events.table, starts: [0, 4])
    #expect(ActivitySequences(of: all).activities == ["a", "b", ""])
  }

  @Test("The map of a log holds its graph, its variants and its tree")
  func map() {
    var events = AttributeTable.Builder()
    for (name, second) in [("a", 0), ("b", 5), ("a", 60)] as [(String, Int64)] {
      events.addRow()
      events.append(EventLog.Attribute("concept:name", .string(name)))
      events.append(
        EventLog.Attribute("time:timestamp", .date(Moment(microseconds: second * 1_000_000), offset: 0)))
    }
    let log = EventLog(traces: AttributeTable(count: 2), events: events.table, starts: [0, 2, 3])
    #expect(
      ProcessMap(of: log)
        == ProcessMap(
          graph: DirectlyFollowsGraph(
            nodes: [.init(name: "a", count: 2, starts: 2, ends: 1), .init(name: "b", count: 1, starts: 0, ends: 1)],
            edges: [.init(from: 0, to: 1, count: 1, time: .init(least: 5, median: 5, mean: 5, greatest: 5))]),
          variants: [
            TraceVariant(activities: [0, 1], traces: [0]), TraceVariant(activities: [0], traces: [1]),
          ],
          tree: .sequence([.activity("a"), .choice([.silent, .activity("b")])])))
  }
}
