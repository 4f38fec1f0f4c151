import Trace

/// What labels what says nothing itself.
extension SceneReading {
  /// The text that labels a node: around it, else right of a box, left of it or above it.
  func labelling(_ index: Int, among texts: [Int]) -> String? {
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
        let inner = (current..<nodes.count).prefix { $0 == current || nodes.isInside($0, current) }
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
    for other in texts where other != index && !nodes.isInside(other, index) {
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
}

extension [SceneNode] {
  /// Whether a node is in another one.
  func isInside(_ index: Int, _ outer: Int) -> Bool {
    var next = self[index].parent
    while let current = next, current >= outer {
      if current == outer { return true }
      next = self[current].parent
    }
    return false
  }
}
