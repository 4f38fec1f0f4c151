import Distill
import Findings
import Foundation

/// A process map in words, for a terminal.
struct MapText {
  private let map: ProcessMap
  private let share: Double
  /// How many variants are listed.
  private static let variantsShown = 10

  init(_ map: ProcessMap, showing share: Double) {
    self.map = map
    self.share = share
  }

  var lines: [String] {
    let cases = map.variants.reduce(0) { $0 + $1.count }
    let events = map.graph.nodes.reduce(0) { $0 + $1.count }
    return [
      "  \(cases) cases, \(events) events, \(map.graph.nodes.count) activities, \(map.variants.count) variants", "",
      "What follows what",
    ] + ways + ["", "Variants"] + variants(of: cases) + ["", "Blocks", "  \(map.tree.description)"]
  }

  private var ways: [String] {
    let total = map.graph.edges.reduce(0) { $0 + $1.count }
    var covered = 0
    let sorted = map.graph.edges.sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }
    let shown = sorted.prefix { edge in
      guard Double(covered) < share * Double(total) else { return false }
      covered += edge.count
      return true
    }
    let lines = shown.map { edge in
      let time = edge.time.map { ", \(WorkflowSummary.duration($0.median)) in the middle" } ?? ""
      return "  \(map.graph.nodes[edge.from].name) → \(map.graph.nodes[edge.to].name): \(edge.count) times\(time)"
    }
    let rest = sorted.count - shown.count
    return rest > 0 ? lines + ["  … and \(rest) rarer ones (--share 1 shows all)"] : lines
  }

  private func variants(of cases: Int) -> [String] {
    let lines = map.variants.prefix(MapText.variantsShown).enumerated().map { number, variant in
      let share = (Double(variant.count) / Double(max(1, cases))).formatted(.percent.precision(.fractionLength(0)))
      let names = variant.activities.map { map.graph.nodes[Int($0)].name }.joined(separator: " → ")
      return "  \(number + 1). \(variant.count) times (\(share)): \(names)"
    }
    let rest = map.variants.count - lines.count
    return rest > 0 ? lines + ["  … and \(rest) more (--json has all)"] : lines
  }
}
