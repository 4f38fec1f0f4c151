public import Distill

/// A picture of who follows whom in a process: activities as boxes from top to bottom, the ways between them with how
/// often they were taken and how long that took in the middle.
///
/// ```swift
/// let picture = ProcessChart(map.graph, showing: 0.9).svg  // a file of its own
/// ```
public struct ProcessChart: Sendable {
  private let graph: DirectlyFollowsGraph
  private let ways: [Way]
  /// How many of all steps from one activity to the next are left out.
  private let hidden: Int
  private let layout: LayeredLayout

  /// One way in the picture; the number of activities stands for the start, the one after it for the end.
  private struct Way {
    var from: Int
    var to: Int
    var count: Int
    var time: DirectlyFollowsGraph.Times?
  }

  private static let boxHeight = 40.0
  private static let layerHeight = 104.0
  private static let margin = 24.0

  /// - Parameter share: the share of all steps from one activity to the next, 0…1, that the ways in the picture cover:
  ///   the most frequent ones, and for every activity at least one that leads to it and one that leads on.
  public init(_ graph: DirectlyFollowsGraph, showing share: Double = 0.9) {
    self.graph = graph
    let all = ProcessChart.ways(of: graph)
    ways = ProcessChart.chosen(all, of: graph, share)
    let steps = { (ways: [Way]) in
      ways.reduce(0) { $0 + ($1.from < graph.nodes.count && $1.to < graph.nodes.count ? $1.count : 0) }
    }
    hidden = steps(all) - steps(ways)
    let widths = graph.nodes.map { ProcessChart.width(of: $0.name) } + [36, 36]
    layout = LayeredLayout(
      widths: widths, edges: ways.map { ($0.from, $0.to) }, layerHeight: ProcessChart.layerHeight, gap: 56)
  }

  /// The picture as an SVG file: it can be read by a screen reader, and follows a dark background.
  public var svg: String { markup.html }

  /// The picture as a part of a page that has the ``Stylesheet``.
  public var fragment: Markup { drawing([]) }

  /// The picture with its own style.
  var markup: Markup { drawing([.element("style", [:], Markup(Stylesheet.process))]) }

  private func drawing(_ style: [Markup]) -> Markup {
    let width = layout.width + 2 * ProcessChart.margin + 60
    let height = layout.height
    return Markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width.inPixels) \(height.inPixels)",
        "width": width.inPixels, "height": height.inPixels, "role": "img", "aria-label": alternative,
        "class": "process",
      ],
      style + [ProcessChart.arrow] + ways.indices.map(line) + ways.indices.map(label) + graph.nodes.indices.map(box) + [
        startAndEnd
      ])
  }

  /// The picture in words.
  public var alternative: String {
    let often = ways.filter { $0.from < graph.nodes.count && $0.to < graph.nodes.count }.prefix(5).map(words)
    let activities = Amounts.count(graph.nodes.count, "activity", "activities")
    return "Process map of \(activities)." + (often.isEmpty ? "" : " Most often: \(often.joined(separator: "; ")).")
      + (hidden > 0 ? " \(Amounts.count(hidden, "rarer step")) between activities not shown." : "")
  }

  private static func ways(of graph: DirectlyFollowsGraph) -> [Way] {
    let start = graph.nodes.count
    var ways = graph.edges.map { Way(from: $0.from, to: $0.to, count: $0.count, time: $0.time) }
    for (number, node) in graph.nodes.enumerated() {
      if node.starts > 0 { ways.append(Way(from: start, to: number, count: node.starts)) }
      if node.ends > 0 { ways.append(Way(from: number, to: start + 1, count: node.ends)) }
    }
    return ways.sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }
  }

  private static func chosen(_ ways: [Way], of graph: DirectlyFollowsGraph, _ share: Double) -> [Way] {
    let total = Double(ways.reduce(0) { $0 + $1.count })
    var covered = 0
    var isEntered = Array(repeating: false, count: graph.nodes.count + 2)
    var isLeft = isEntered
    return ways.filter { way in
      let isCovered = total > 0 && Double(covered) >= share * total
      let isNeeded = way.from != way.to && (!isEntered[way.to] || !isLeft[way.from])
      guard !isCovered || isNeeded else { return false }
      covered += way.count
      if way.from != way.to {
        isEntered[way.to] = true
        isLeft[way.from] = true
      }
      return true
    }
  }

  private static func width(of name: String) -> Double {
    max(96, Double(name.shortened(to: 30).count) * 7.4 + 28)
  }

  private func name(_ number: Int) -> String {
    number < graph.nodes.count ? graph.nodes[number].name : number == graph.nodes.count ? "the start" : "the end"
  }

  private func words(_ way: Way) -> String {
    let time = way.time.map { ", \(Amounts.time($0.median)) in the middle" } ?? ""
    return "from \(name(way.from)) to \(name(way.to)) \(Amounts.count(way.count, "time"))\(time)"
  }

  private func place(_ point: LayeredLayout.Point) -> LayeredLayout.Point {
    LayeredLayout.Point(x: point.x + ProcessChart.margin, y: point.y)
  }

  /// Half the height of what stands at a place of the layout.
  private func reach(_ number: Int) -> Double { number < graph.nodes.count ? ProcessChart.boxHeight / 2 : 13 }

  private func line(_ number: Int) -> Markup {
    let way = ways[number]
    let most = Double(ways.first?.count ?? 1)
    let weight = 1 + 4 * (Double(way.count) / most).squareRoot()
    return .element(
      "path", ["class": "way", "d": path(number), "stroke-width": weight.inPixels, "marker-end": "url(#arrow)"],
      .element("title", [:], Markup(words(way).capitalizedFirst)))
  }

  private func path(_ number: Int) -> String {
    let way = ways[number]
    guard way.from != way.to else {
      let middle = place(layout.nodes[way.from])
      let right = middle.x + ProcessChart.width(of: graph.nodes[way.from].name) / 2
      return "M\(right.inPixels) \((middle.y - 8).inPixels)"
        + " c34 -16 34 32 5 19"
    }
    var points = layout.paths[number].map(place)
    let isDown = points[points.count - 1].y > points[0].y
    points[0].y += isDown ? reach(way.from) : -reach(way.from)
    points[points.count - 1].y += isDown ? -reach(way.to) - 8 : reach(way.to) + 8
    var text = "M\(points[0].x.inPixels) \(points[0].y.inPixels)"
    for (before, after) in zip(points, points.dropFirst()) {
      let middle = ((before.y + after.y) / 2).inPixels
      text += " C\(before.x.inPixels) \(middle) \(after.x.inPixels) \(middle) \(after.x.inPixels) \(after.y.inPixels)"
    }
    return text
  }

  private func label(_ number: Int) -> Markup {
    let way = ways[number]
    let time = way.time.map { " · \(Amounts.time($0.median))" } ?? ""
    let text = "\(way.count)\(time)"
    guard way.from != way.to else {
      let middle = place(layout.nodes[way.from])
      let right = middle.x + ProcessChart.width(of: graph.nodes[way.from].name) / 2
      return .element(
        "text", ["class": "label", "x": (right + 33).inPixels, "y": (middle.y + 5).inPixels, "text-anchor": "start"],
        Markup(text))
    }
    // In the middle of the way's first stretch but nearer to where it goes, so that labels of ways that part lie apart.
    let points = layout.paths[number].map(place)
    let (start, end) = (points[0], points[1])
    return .element(
      "text",
      [
        "class": "label", "x": (start.x + (end.x - start.x) * 0.62).inPixels,
        "y": (start.y + (end.y - start.y) * 0.56 + 4).inPixels, "text-anchor": "middle",
      ], Markup(text))
  }

  private func box(_ number: Int) -> Markup {
    let node = graph.nodes[number]
    let middle = place(layout.nodes[number])
    let width = ProcessChart.width(of: node.name)
    return .element(
      "g", [:],
      .element("title", [:], Markup("\(node.name): \(Amounts.count(node.count, "time"))")),
      .element(
        "rect",
        [
          "class": "box", "x": (middle.x - width / 2).inPixels, "y": (middle.y - ProcessChart.boxHeight / 2).inPixels,
          "width": width.inPixels, "height": ProcessChart.boxHeight.inPixels, "rx": "7",
        ]),
      .element(
        "text", ["class": "name", "x": middle.x.inPixels, "y": (middle.y - 2).inPixels, "text-anchor": "middle"],
        Markup(node.name.shortened(to: 30))),
      .element(
        "text", ["class": "count", "x": middle.x.inPixels, "y": (middle.y + 13).inPixels, "text-anchor": "middle"],
        Markup("\(node.count)")))
  }

  private var startAndEnd: Markup {
    guard !graph.nodes.isEmpty else { return .empty }
    let start = place(layout.nodes[graph.nodes.count])
    let end = place(layout.nodes[graph.nodes.count + 1])
    return .list(
      .element(
        "circle", ["class": "start", "cx": start.x.inPixels, "cy": start.y.inPixels, "r": "11"],
        .element("title", [:], "Start")),
      .element(
        "circle", ["class": "end", "cx": end.x.inPixels, "cy": end.y.inPixels, "r": "10"],
        .element("title", [:], "End")))
  }

  private static let arrow = Markup.element(
    "defs", [:],
    .element(
      "marker",
      [
        "id": "arrow", "viewBox": "0 0 8 8", "refX": "1", "refY": "4", "markerWidth": "9", "markerHeight": "9",
        "markerUnits": "userSpaceOnUse", "orient": "auto",
      ], .element("path", ["class": "head", "d": "M0 0 8 4 0 8z"])))
}

extension String {
  /// With its first letter in upper case.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
