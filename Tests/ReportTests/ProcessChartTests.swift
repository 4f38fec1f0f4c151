import Distill
import Foundation
import Testing

@testable import Report

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Picture of a process")
struct ProcessChartTests {
  private let graph = DirectlyFollowsGraph(
    nodes: [
      .init(name: "Enter <invoice>", count: 10, starts: 10, ends: 0),
      .init(name: "Check", count: 12, starts: 0, ends: 1), .init(name: "Send", count: 9, starts: 0, ends: 9),
    ],
    edges: [
      .init(from: 0, to: 1, count: 10, time: .init(least: 1, median: 90, mean: 100, greatest: 200)),
      .init(from: 1, to: 2, count: 9, time: .init(least: 1, median: 5, mean: 5, greatest: 9)),
      .init(from: 1, to: 1, count: 2, time: nil),
      .init(from: 2, to: 0, count: 1, time: nil),
    ])

  @Test("It is well-formed, names every activity and way with its count and time, and escapes what was recorded")
  func content() {
    let svg = ProcessChart(graph, showing: 1).svg
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    for text in [
      "Enter &lt;invoice&gt;: 10 times", "Check: 12 times",
      "From Enter &lt;invoice&gt; to Check 10 times, 2\u{a0}min in the middle",
      "From Check to Check 2 times", "From Send to Enter &lt;invoice&gt; 1 time",
      "From the start to Enter &lt;invoice&gt; 10 times",
      "From Send to the end 9 times", ">10 · 2\u{a0}min<",
    ] {
      #expect(svg.contains(text), "\(text)")
    }
    #expect(!svg.contains("<invoice>"))
    #expect(svg == ProcessChart(graph, showing: 1).svg)
  }

  @Test("Rare ways are left out and counted, but none that alone leads to an activity or on from it")
  func rareWays() {
    let chart = ProcessChart(graph, showing: 0.5)
    #expect(!chart.svg.contains("From Send to Enter"))
    #expect(chart.svg.contains("From Check to Send") && chart.svg.contains("to the end"))
    #expect(
      chart.alternative
        == "Process map of 3 activities. Most often: from Enter <invoice> to Check 10 times, 2\u{a0}min in the middle; "
        + "from Check to Send 9 times, 5\u{a0}s in the middle. 3 rarer steps between activities not shown.")
  }

  @Test("A process without activities is an empty picture")
  func empty() {
    let chart = ProcessChart(DirectlyFollowsGraph())
    #expect(XMLParser(data: Data(chart.svg.utf8)).parse())
    #expect(chart.alternative == "Process map of 0 activities.")
  }

  @Test("Neighbours of a layer never overlap, and the first edges point downwards, whatever the graph")
  func layout() {
    var state: UInt64 = 5
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<60 {
      let count = 1 + below(20)
      let widths = (0..<count).map { _ in Double(40 + below(100)) }
      let edges = (0..<below(40)).map { _ in (from: below(count), to: below(count)) }
      let layout = LayeredLayout(widths: widths, edges: edges, layerHeight: 100, gap: 20)
      for left in 0..<count {
        for right in left..<count where right > left && layout.nodes[left].y == layout.nodes[right].y {
          let apart = abs(layout.nodes[left].x - layout.nodes[right].x)
          #expect(apart >= (widths[left] + widths[right]) / 2 + 19.9)
        }
        #expect(layout.nodes[left].x >= widths[left] / 2 - 0.1)
        #expect(layout.nodes[left].x <= layout.width - widths[left] / 2 + 0.1)
      }
      for (edge, path) in zip(edges, layout.paths) {
        if edge.from == edge.to {
          #expect(path.isEmpty)
        } else {
          #expect(path.first == layout.nodes[edge.from] && path.last == layout.nodes[edge.to])
          #expect(path.first?.y != path.last?.y)
        }
      }
      if let first = edges.first(where: { $0.from != $0.to }) {
        #expect(layout.nodes[first.from].y < layout.nodes[first.to].y)
      }
    }
  }
}
