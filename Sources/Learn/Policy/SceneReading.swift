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

  /// Of a cell in a grid of boxes, what the rest of each row, column and diagonal through it holds.
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
    // A node is in one before it: what says otherwise stands by itself.
    for index in nodes.indices {
      if let parent = nodes[index].parent, !(0..<index).contains(parent) { nodes[index].parent = nil }
    }
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
          for other in index..<count where other == index || nodes.isInside(other, index) { meant[other] = next }
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

  /// The node a policy would act on where a person pointed at one, at a point.
  func target(of index: Int, at point: Point?) -> Int? {
    let wanted = meant[index]
    if candidates.contains(wanted) { return wanted }
    if let point {
      let hit = candidates.last { candidate in
        let box = nodes[candidate].bounds
        return nodes.isInside(candidate, wanted) && box.x <= point.x && point.x <= box.x + box.width
          && box.y <= point.y && point.y <= box.y + box.height
      }
      if let hit { return hit }
    }
    var next = nodes[wanted].parent
    while let current = next {
      if candidates.contains(current) { return current }
      next = nodes[current].parent
    }
    let inner = candidates.filter { nodes.isInside($0, wanted) }
    return inner.count == 1 ? inner[0] : nil
  }

  /// What stands with a node in its group, and says something.
  func groupMembers(of index: Int) -> [Int] {
    (group[index].flatMap { members[$0] } ?? []).filter { $0 != index && !nodes[$0].text.isEmpty }
  }

  func isField(_ index: Int) -> Bool {
    let node = nodes[index]
    if node.tag == "textarea" { return true }
    return node.tag == "input" && node.value != nil
      && !["submit", "button", "reset", "image", "file"].contains(node.type ?? "")
  }
}
