import Trace

/// Where the pointer must have rested: recordings of presses and keys do not say it, what they show does.
extension HandRecording {
  /// The things the pointer came to before a press on what was not there at the moment before, outermost first.
  ///
  /// What came without a press came by pointing: each part of the page that was not there and that holds what is pressed
  /// was opened by what it stands beside, alone in what holds both, and no other of its kind. After other inputs, which may have brought it too,
  /// only where what opened it looks pointed at since.
  static func hovers(before moment: Moment, _ scene: Scene, _ pressed: Int, isFirst: Bool) -> [Demonstration.Act] {
    let known = Set(moment.scene.nodes.compactMap(\.handle))
    let nodes = scene.nodes
    func isNew(_ index: Int) -> Bool { nodes[index].handle.map { !known.contains($0) } ?? false }
    var opened: [Int] = []
    var next: Int? = pressed
    while let index = next {
      if isNew(index) { opened.append(index) }
      // A node is in one before it.
      next = nodes[index].parent.flatMap { (0..<index).contains($0) ? $0 : nil }
    }
    var acts: [Demonstration.Act] = []
    for part in opened.reversed() {
      guard let holder = nodes[part].parent else { continue }
      // Without what this part holds: as it was when the pointer came.
      let gone = Set(nodes.indices.filter { $0 == part || nodes.isInside($0, part) })
      let before = scene.without(gone)
      let reading = SceneReading(before)
      let place = holder - gone.filter { $0 < holder }.count
      let openers = reading.candidates.filter { before.nodes.isInside($0, place) }
      guard openers.count == 1, let opener = openers.first, let handle = before.nodes[opener].handle else { continue }
      // One of a list does not open the next.
      guard !reading.children[place].contains(where: { before.nodes[$0].tag == nodes[part].tag }) else { continue }
      let earlier = moment.scene.nodes.first { $0.handle == handle }
      let marks = before.nodes[opener].classes.filter { SceneReading.isActive($0) || SceneReading.isPassing($0) }
      guard isFirst || !acts.isEmpty || marks.contains(where: { !(earlier?.classes.contains($0) ?? true) }) else {
        continue
      }
      acts.append(Demonstration.Act(scene: before, node: opener, act: .hover))
    }
    return acts
  }
}

extension Scene {
  /// The scene without some nodes, which hold no others that stay.
  fileprivate func without(_ gone: Set<Int>) -> Scene {
    var places: [Int: Int] = [:]
    var kept: [SceneNode] = []
    for (index, node) in nodes.enumerated() where !gone.contains(index) {
      places[index] = kept.count
      var node = node
      node.parent = node.parent.flatMap { places[$0] }
      kept.append(node)
    }
    return Scene(nodes: kept)
  }
}
