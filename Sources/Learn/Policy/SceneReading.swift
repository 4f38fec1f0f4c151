import Trace

/// A scene as a policy reads it: which nodes can be meant, what they say, and what stands around them.
struct SceneReading: Sendable {
  var nodes: [SceneNode]
  var children: [[Int]] = []
  /// What each node says: its own text, or all that is in it where that is short.
  var said: [String] = []
  var words: [[String]] = []
  /// Tag, kind of input and first lasting class.
  var kind: [String] = []
  /// The node that is meant where a node is pointed at: the control it is part of or labels, itself otherwise.
  var meant: [Int] = []
  /// The nodes that can be acted on.
  var candidates: [Int] = []
  /// The innermost of several of a kind side by side that a node is in.
  var group: [Int?] = []
  /// What is in a group, itself included.
  var members: [Int: [Int]] = [:]
  /// The text that labels a node that says nothing itself, or is a field.
  var label: [Int: [String]] = [:]
  /// The place of a node among those of its kind, and how many there are.
  var place: [Int] = []
  var ofKind: [String: [Int]] = [:]
  /// The days named by what is there that is not a field's value.
  var months: [CalendarDay] = []

  /// Of a cell in a square grid of boxes, what the rest of each row, column and diagonal through it holds.
  var lines: [Int: [String]] = [:]
  /// Of what is in one of several groups side by side, where its group is the lowest or highest by a number.
  var ranks: [Int: [String]] = [:]

  static let controls: Set<String> = ["button", "a", "input", "textarea", "select", "summary"]
  private static let passing: Set<String> = ["hover", "focus", "focused"]

  static func isPassing(_ name: String) -> Bool {
    name.split(whereSeparator: { $0 == "-" || $0 == "_" }).contains { passing.contains($0.lowercased()) }
  }

  /// Whether a class may say that something is under the pointer just now.
  static func isActive(_ name: String) -> Bool {
    name.split(whereSeparator: { $0 == "-" || $0 == "_" }).contains {
      ["active", "over", "highlighted"].contains($0.lowercased())
    }
  }

  /// What tells the state of an element rather than what it is.
  private static let stateWords: Set<String> = [
    "active", "selected", "checked", "open", "opened", "closed", "expanded", "collapsed", "disabled", "current",
    "default",
    "on", "off", "clicked", "ui",
  ]

  static func isLasting(_ name: String) -> Bool {
    !isPassing(name)
      && !name.split(whereSeparator: { $0 == "-" || $0 == "_" }).contains {
        $0 != "ui" && stateWords.contains($0.lowercased())
      }
  }

  init(_ scene: Scene) {
    nodes = scene.nodes
    let count = nodes.count
    children = Array(repeating: [], count: count)
    for (index, node) in nodes.enumerated() { if let parent = node.parent { children[parent].append(index) } }

    kind = nodes.map { node in
      let lasting = node.classes.filter(Self.isLasting).min {
        ($0.hasPrefix("ui-") ? 1 : 0) < ($1.hasPrefix("ui-") ? 1 : 0)
      }
      return node.tag + (node.type.map { "/" + $0 } ?? "") + (lasting.map { "." + $0 } ?? "")
    }

    // What is said, from the innermost outwards.
    var inside = nodes.map(\.text)
    for index in stride(from: count - 1, through: 0, by: -1) where !children[index].isEmpty {
      inside[index] = children[index].map { inside[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    said = nodes.indices.map { _ in "" }
    for (index, node) in nodes.enumerated() {
      if !node.text.isEmpty {
        said[index] = node.text
      } else if node.tag == "input", ["submit", "button", "reset"].contains(node.type ?? "") {
        said[index] = node.value ?? ""
      } else if inside[index].count <= 60 {
        said[index] = inside[index]
      } else {
        said[index] = children[index].filter { nodes[$0].tag == "t" }.map { nodes[$0].text }.joined(separator: " ")
      }
    }
    words = said.map { $0.count > 200 ? [] : Wording.words(of: $0) }

    // What is meant.
    meant = Array(0..<count)
    for index in 0..<count {
      guard let parent = nodes[index].parent else { continue }
      let outer = meant[parent]
      if nodes[index].tag == "t" || (nodes[index].tag == "tspan" && nodes[parent].tag == "text") {
        meant[index] = outer
      } else if !Self.controls.contains(nodes[index].tag), ["button", "a", "summary"].contains(nodes[outer].tag) {
        meant[index] = outer
      } else if nodes[index].text.isEmpty, children[index].isEmpty,
        nodes[index].tag == "span" || nodes[index].tag == "i",
        children[parent].contains(where: { nodes[$0].tag == "t" })
      {
        // An icon beside a text.
        meant[index] = outer
      }
    }
    for index in 0..<count where nodes[index].tag == "label" {
      var inner = children[index]
      while let next = inner.popLast() {
        if ["input", "select", "textarea"].contains(nodes[next].tag) {
          for other in index..<count where other == index || isInside(other, index, nodes) { meant[other] = next }
          break
        }
        inner += children[next]
      }
    }
    // A text drawn over a drawing and the drawing are one.
    let shapes: Set<String> = ["path", "circle", "ellipse", "rect", "polygon"]
    let drawnTexts = (0..<count).filter { nodes[$0].tag == "text" && !said[$0].isEmpty }
    for index in 0..<count where shapes.contains(nodes[index].tag) && children[index].isEmpty {
      let box = nodes[index].bounds
      let center = box.center
      func distance(_ other: Int) -> Double {
        let middle = nodes[other].bounds.center
        return abs(middle.x - center.x) + abs(middle.y - center.y)
      }
      let over = drawnTexts.filter { other in
        let middle = nodes[other].bounds.center
        return nodes[other].bounds.width < box.width && box.x < middle.x && middle.x < box.x + box.width
          && box.y < middle.y && middle.y < box.y + box.height
      }
      if let nearest = over.min(by: { distance($0) < distance($1) }) { meant[index] = nearest }
    }
    let page = nodes.first.map { $0.bounds.width * $0.bounds.height } ?? 1
    for index in 0..<count where meant[index] == index && nodes[index].tag != "t" && nodes[index].tag != "body" {
      let node = nodes[index]
      let hasText = children[index].contains { nodes[$0].tag == "t" }
      let isLeaf = !children[index].contains { nodes[$0].tag != "t" }
      guard isLeaf || hasText || node.tag == "text" || Self.controls.contains(node.tag) else { continue }
      // The entries of a list that is open are what is meant in it.
      if node.tag == "select", children[index].contains(where: { nodes[$0].tag == "option" }) { continue }
      // Text for those who listen only.
      if node.bounds.width <= 2, node.bounds.height <= 2 { continue }
      if node.bounds.width * node.bounds.height > page * 0.9, node.tag != "textarea" { continue }
      candidates.append(index)
    }

    // Groups: one of several of a kind side by side.
    group = Array(repeating: nil, count: count)
    for index in 0..<count {
      if let parent = nodes[index].parent {
        group[index] = group[parent]
        let own = kind[index]
        if nodes[index].tag != "t", !children[index].isEmpty,
          children[parent].contains(where: { $0 != index && kind[$0] == own && !children[$0].isEmpty })
        {
          group[index] = index
        }
      }
    }
    for index in 0..<count {
      var next = group[index]
      while let current = next {
        members[current, default: []].append(index)
        next = nodes[current].parent.flatMap { group[$0] }
      }
    }

    place = Array(repeating: 0, count: count)
    for index in candidates {
      place[index] = ofKind[kind[index], default: []].count
      ofKind[kind[index], default: []].append(index)
    }

    let texts = (0..<count).filter { !nodes[$0].text.isEmpty }
    for index in candidates {
      let node = nodes[index]
      let isField = node.value != nil || node.isChecked != nil
      guard isField || said[index].isEmpty else { continue }
      if let text = labelling(index, among: texts) { label[index] = Wording.words(of: text) }
    }
    lines = Self.lines(nodes, candidates)
    rank()
    for index in 0..<count where !said[index].isEmpty && said[index].count < 40 {
      for (day, range) in CalendarDay.days(in: words[index]) where range.count == words[index].count && day.day == 0 {
        if !months.contains(day) { months.append(day) }
      }
    }
  }

  /// The rows, columns and diagonals of a square grid of boxes of one size.
  private static func lines(_ nodes: [SceneNode], _ candidates: [Int]) -> [Int: [String]] {
    var bySize: [[Int]: [Int]] = [:]
    for index in candidates where nodes[index].bounds.width > 8 {
      bySize[[Int(nodes[index].bounds.width.rounded()), Int(nodes[index].bounds.height.rounded())], default: []].append(
        index)
    }
    guard let cells = bySize.values.filter({ [9, 16, 25].contains($0.count) }).max(by: { $0.count < $1.count }) else {
      return [:]
    }
    let side = Int(Double(cells.count).squareRoot())
    let columns = Set(cells.map { Int(nodes[$0].bounds.x.rounded()) }).sorted()
    let rows = Set(cells.map { Int(nodes[$0].bounds.y.rounded()) }).sorted()
    guard columns.count == side, rows.count == side else { return [:] }
    var grid: [[Int]: Int] = [:]
    for cell in cells {
      grid[[
        rows.firstIndex(of: Int(nodes[cell].bounds.y.rounded())) ?? 0,
        columns.firstIndex(of: Int(nodes[cell].bounds.x.rounded())) ?? 0,
      ]] = cell
    }
    func content(_ cell: Int) -> String {
      let node = nodes[cell]
      return (node.text + node.classes.filter { !isPassing($0) }.joined(separator: ".")).isEmpty
        ? "-" : node.text + node.classes.filter { !isPassing($0) }.joined(separator: ".")
    }
    var lines: [Int: [String]] = [:]
    for (place, cell) in grid {
      var through = [(0..<side).map { [place[0], $0] }, (0..<side).map { [$0, place[1]] }]
      if place[0] == place[1] { through.append((0..<side).map { [$0, $0] }) }
      if place[0] + place[1] == side - 1 { through.append((0..<side).map { [$0, side - 1 - $0] }) }
      let own = content(cell)
      lines[cell] =
        through.map { line in
          own + " among "
            + line.filter { $0 != place }.compactMap { grid[$0] }.map(content).sorted().joined(separator: " ")
        } + ["in \(through.count) lines"]
    }
    return lines
  }

  /// A number as texts write amounts and durations: `$1,234`, `2h 15m`, `15`.
  private static func amount(_ words: [String]) -> Double? {
    var sum: Double?
    for word in words {
      if let number = Wording.number(word) { return sum ?? number }
      let digits = word.prefix { $0.isNumber }
      if let number = Double(digits),
        let unit = ["d": 1440.0, "h": 60.0, "m": 1.0][String(word.dropFirst(digits.count))]
      {
        sum = (sum ?? 0) + number * unit
      }
    }
    return sum
  }

  /// Where each group stands among those of its kind, by each number that they all hold.
  private mutating func rank() {
    var groups: [String: [Int]] = [:]
    for group in members.keys.sorted() {
      groups["\(nodes[group].parent ?? -1) \(kind[group])", default: []].append(group)
    }
    for key in groups.keys.sorted() {
      guard let alike = groups[key], alike.count > 1 else { continue }
      var amounts: [String: [(group: Int, amount: Double)]] = [:]
      for group in alike {
        var seen: Set<String> = []
        for member in members[group] ?? [] where !nodes[member].text.isEmpty {
          guard let amount = Self.amount(words[member]), seen.insert(kind[member]).inserted else { continue }
          amounts[kind[member], default: []].append((group, amount))
        }
      }
      for column in amounts.keys.sorted() {
        guard let all = amounts[column], all.count == alike.count else { continue }
        let values = all.map(\.amount)
        guard let low = values.min(), let high = values.max(), low < high else { continue }
        for (group, amount) in all {
          let rank = amount == low ? "lowest \(column)" : amount == high ? "highest \(column)" : "between \(column)"
          for member in members[group] ?? [] { ranks[member, default: []].append(rank) }
        }
      }
    }
  }

  /// The text that labels a node: around it, else right of a box, left of it or above it.
  private func labelling(_ index: Int, among texts: [Int]) -> String? {
    let node = nodes[index]
    if let parent = node.parent, nodes[parent].tag == "label" {
      let text = children[parent].filter { nodes[$0].tag == "t" }.map { nodes[$0].text }.joined(separator: " ")
      if !text.isEmpty { return text }
    }
    // The only text of what holds no other field.
    if node.value != nil || node.isChecked != nil {
      var around = node.parent
      for _ in 0..<3 {
        guard let current = around else { break }
        let inner = (current..<nodes.count).prefix { $0 == current || isInside($0, current, nodes) }
        if inner.contains(where: {
          $0 != index && (nodes[$0].value != nil || nodes[$0].isChecked != nil || Self.controls.contains(nodes[$0].tag))
        }) {
          break
        }
        let text = inner.filter { $0 != index && !nodes[$0].text.isEmpty }.map { nodes[$0].text }.joined(separator: " ")
        if !text.isEmpty { return text.count <= 60 ? text : nil }
        around = nodes[current].parent
      }
    }
    let isBox = node.isChecked != nil
    let (box, center) = (node.bounds, node.bounds.center)
    var best: (distance: Double, text: String)?
    if !isBox, node.value == nil {
      // A text that is drawn over it.
      for other in texts where other != index && nodes[other].bounds.width < box.width {
        let middle = nodes[other].bounds.center
        guard box.x < middle.x, middle.x < box.x + box.width, box.y < middle.y, middle.y < box.y + box.height else {
          continue
        }
        let distance = abs(middle.x - center.x) + abs(middle.y - center.y)
        if best.map({ distance < $0.distance }) ?? true { best = (distance, nodes[other].text) }
      }
      if let best { return best.text }
    }
    for other in texts where other != index && !isInside(other, index, nodes) {
      let bounds = nodes[other].bounds
      let middle = bounds.center
      var distance: Double?
      if abs(middle.y - center.y) <= max(box.height, bounds.height) / 2 {
        if isBox, bounds.x >= box.x + box.width / 2 { distance = bounds.x - box.x - box.width }
        if !isBox, bounds.x + bounds.width <= box.x + 4 { distance = box.x - bounds.x - bounds.width }
      } else if !isBox, bounds.y + bounds.height <= box.y + 4, bounds.x < box.x + box.width,
        box.x < bounds.x + bounds.width
      {
        distance = box.y - bounds.y - bounds.height + 3
      }
      guard let distance, distance < 60 else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, nodes[other].text) }
    }
    return best?.text
  }

  /// The node a policy would act on where a person pointed at one, at a point.
  func target(of index: Int, at point: Point?) -> Int? {
    let wanted = meant[index]
    if candidates.contains(wanted) { return wanted }
    if let point {
      let hit = candidates.last { candidate in
        let box = nodes[candidate].bounds
        return isInside(candidate, wanted, nodes) && box.x <= point.x && point.x <= box.x + box.width
          && box.y <= point.y && point.y <= box.y + box.height
      }
      if let hit { return hit }
    }
    var next = nodes[wanted].parent
    while let current = next {
      if candidates.contains(current) { return current }
      next = nodes[current].parent
    }
    let inner = candidates.filter { isInside($0, wanted, nodes) }
    return inner.count == 1 ? inner[0] : nil
  }

  func isField(_ index: Int) -> Bool {
    let node = nodes[index]
    if node.tag == "textarea" { return true }
    return node.tag == "input" && node.value != nil
      && !["submit", "button", "reset", "image", "file"].contains(node.type ?? "")
  }
}

/// Whether a node is in another one.
private func isInside(_ index: Int, _ outer: Int, _ nodes: [SceneNode]) -> Bool {
  var next = nodes[index].parent
  while let current = next, current >= outer {
    if current == outer { return true }
    next = nodes[current].parent
  }
  return false
}
