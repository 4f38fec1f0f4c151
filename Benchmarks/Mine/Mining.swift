import Distill
import Exchange
import Foundation
import Trace

/// Times, best of several runs, and counts of mining one log.
struct Mining {
  var values: [(key: String, value: Double)] = []
  /// The process tree in the order of ``ProcessTree/ordered``.
  var tree = ""

  init(file: URL, noise: Double, runs: Int) throws {
    let clock = ContinuousClock()
    var best: [String: Double] = [:]
    func measured<Result>(_ key: String, _ work: () throws -> Result) rethrows -> Result {
      let start = clock.now
      let result = try work()
      let seconds = (clock.now - start).seconds
      best[key] = min(best[key] ?? .infinity, seconds)
      return result
    }
    var counts: [(String, Int)] = []
    for _ in 0..<max(1, runs) {
      let log = try measured("read_seconds") {
        try EventLog(xes: Data(contentsOf: file, options: .alwaysMapped), named: file.lastPathComponent)
      }
      let graph = measured("dfg_seconds") { DirectlyFollowsGraph(of: ActivitySequences(of: log)) }
      let sequences = ActivitySequences(of: log)
      let variants = measured("variants_seconds") { TraceVariant.variants(of: sequences) }
      let tree = measured("inductive_seconds") {
        InductiveMiner(noise: noise).tree(of: TraceVariant.variants(of: sequences), in: sequences)
      }
      counts = [
        ("events", log.events.count), ("cases", log.traces.count), ("activities", graph.nodes.count),
        ("edges", graph.edges.count), ("variants", variants.count),
      ]
      self.tree = tree.ordered.description
    }
    values = best.sorted { $0.key < $1.key }.map { ($0.key, $0.value.rounded(to: 4)) }
    values += counts.map { ($0.0, Double($0.1)) }
    values.append(("peak_mb", try ProcessCost.peakMegabytes()))
  }

  var table: String {
    values.map { "\($0.key) \($0.value.formatted())" }.joined(separator: ", ")
  }
}
