import Foundation
import Trace

/// A log as an information system would write it, made from a seed.
///
/// A random process (sequences, choices, parallel parts, loops, optional parts) is run, with slips, until there are
/// so many variants; cases then follow the variants as work does: few of them often, most of them rarely.
struct GeneratedLog {
  var events: Int
  var variants: Int
  var activities: Int
  /// Of a case, on average.
  var length: Double
  /// The share of cases with a slip: two events swapped, one left out, one that does not belong.
  var noise: Double
  var seed: UInt64

  /// Variants of the process, each a sequence of activities.
  private func sequences(_ dice: inout Dice) -> [[Int]] {
    let process = process(&dice)
    var seen: Set<[Int]> = []
    var result: [[Int]] = []
    var tries = 0
    while result.count < variants, tries < variants * 100 {
      tries += 1
      var run = process.run(&dice)
      if Double.random(in: 0..<1, using: &dice) < noise { slip(&run, &dice) }
      if !run.isEmpty, Double(run.count) < 3 * length, seen.insert(run).inserted { result.append(run) }
    }
    return result
  }

  /// Of many random processes with enough variants, the one whose runs are nearest to the wished length.
  private func process(_ dice: inout Dice) -> RandomProcess {
    var best: (process: RandomProcess, distance: Double)?
    for _ in 0..<500 {
      let process = RandomProcess.make(of: Array(0..<activities), &dice)
      let runs = (0..<300).map { _ in process.run(&dice) }
      let mean = Double(runs.reduce(0) { $0 + $1.count }) / Double(runs.count)
      let isRich = Set(runs).count > 150
      let distance = abs(mean - length) + (isRich ? 0 : length)
      if distance < best?.distance ?? .infinity { best = (process, distance) }
    }
    return best?.process ?? .activity(0)
  }

  private func slip(_ run: inout [Int], _ dice: inout Dice) {
    guard run.count > 2 else { return }
    let place = Int.random(in: 1..<run.count - 1, using: &dice)
    switch Int.random(in: 0..<3, using: &dice) {
    case 0: run.swapAt(place, place + 1)
    case 1: run.remove(at: place)
    default: run.insert(Int.random(in: 0..<activities, using: &dice), at: place)
    }
  }

  var log: EventLog {
    var dice = Dice(seed: seed)
    let sequences = sequences(&dice)
    let names = (0..<activities).map { GeneratedLog.name($0) }
    let people = (1...20).map { "Clerk \($0)" }
    var traces = AttributeTable.Builder()
    var rows = AttributeTable.Builder()
    var starts: [Int] = []
    var next = 0
    while rows.count < events {
      // Every variant once, then by Zipf's law.
      let variant = next < sequences.count ? next : zipf(sequences.count, &dice)
      traces.addRow()
      traces.append(EventLog.Attribute("concept:name", .string("case \(next + 1)")))
      starts.append(rows.count)
      var time = 1_767_571_200_000 + Int64(next) * 600_000
      for activity in sequences[variant].prefix(events - rows.count) {
        rows.addRow()
        rows.append(EventLog.Attribute("concept:name", .string(names[activity])))
        rows.append(EventLog.Attribute("org:resource", .string(people[Int.random(in: 0..<20, using: &dice)])))
        rows.append(EventLog.Attribute("time:timestamp", .date(Moment(microseconds: time * 1000), offset: 60)))
        time += Int64.random(in: 5_000..<7_200_000, using: &dice)
      }
      next += 1
    }
    let header = EventLog.Header(
      extensions: [.concept, .organizational, .time], classifiers: [.activity])
    return EventLog(header: header, traces: traces.table, events: rows.table, starts: starts + [rows.count])
  }

  private func zipf(_ count: Int, _ dice: inout Dice) -> Int {
    // The inverse of the continuous law with exponent 1: `count` to the power of a uniform number.
    min(count - 1, Int(pow(Double(count), Double.random(in: 0..<1, using: &dice))) - 1)
  }

  private static func name(_ activity: Int) -> String {
    let verbs = ["Check", "Enter", "Send", "Approve", "Close", "Call", "Print", "Ask"]
    let things = ["offer", "invoice", "order", "ticket", "claim"]
    return "\(verbs[activity % verbs.count]) \(things[activity / verbs.count % things.count])"
  }
}
