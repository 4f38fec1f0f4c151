public import Trace

/// What a hand did, input by input, as it was recorded: slips, double clicks and corrections are all in it.
public struct HandRecording: Sendable {
  public enum Input: Sendable, Hashable {
    /// The pointer pressed on a node.
    case press(node: Int, at: Point)
    /// The pointer released.
    case release(at: Point)
    /// A key, by its name where it is not one that writes.
    case key(String)
  }

  public struct Moment: Sendable {
    public var milliseconds: Double
    public var input: Input?
    /// What was there just before.
    public var scene: Scene

    public init(milliseconds: Double, input: Input?, scene: Scene) {
      self.milliseconds = milliseconds
      self.input = input
      self.scene = scene
    }
  }

  /// How far the pointer goes between press and release, in pixels to the side and down, for it to be no click: more
  /// than a hand slips by.
  private static let drag = 40.0

  public var instruction: String
  public var moments: [Moment]

  public init(instruction: String, moments: [Moment]) {
    self.instruction = instruction
    self.moments = moments
  }

  /// Its acts: clicks that did something, and what fields held when they were left.
  public func reduced() -> Demonstration {
    var acts: [Demonstration.Act] = []
    var pending: (handle: String, scene: Scene, node: Int, before: String)?

    /// What the field that is being written in holds in a scene.
    func settle(with scene: Scene) {
      guard let field = pending else { return }
      pending = nil
      guard let now = scene.nodes.firstIndex(where: { $0.handle == field.handle }) else { return }
      let value = scene.nodes[now].value ?? ""
      guard value != field.before else { return }
      // The click that gave it the focus is part of the filling, and so is what was written before it was corrected.
      var (scene, node) = (field.scene, field.node)
      while let last = acts.last, last.scene.nodes[last.node].handle == field.handle, last.act != .enter {
        (scene, node) = (last.scene, last.node)
        acts.removeLast()
        if case .fill = last.act { break }
      }
      acts.append(Demonstration.Act(scene: scene, node: node, act: .fill(value.trimmed)))
    }

    for (index, moment) in moments.enumerated() {
      switch moment.input {
      case .press(let node, let point):
        settle(with: moment.scene)
        // What is not in the scene cannot have been pressed.
        guard moment.scene.nodes.indices.contains(node) else { continue }
        if index > 0 { acts += Self.hovers(before: moments[index - 1], moment.scene, node, isFirst: acts.isEmpty) }
        if let release = moments[index...].first(where: { if case .release = $0.input { true } else { false } }),
          case .release(let end) = release.input, abs(end.x - point.x) + abs(end.y - point.y) > Self.drag
        {
          continue
        }
        acts.append(Demonstration.Act(scene: moment.scene, node: node, act: .click, point: point))
        // A field can be changed by clicks too, on its arrows.
        let pressed = moment.scene.nodes[node]
        if let handle = pressed.handle, let value = pressed.value { pending = (handle, moment.scene, node, value) }
      case .key(let name):
        guard let focus = moment.scene.nodes.lastIndex(where: { $0.isFocused && $0.value != nil && $0.tag != "body" }),
          let handle = moment.scene.nodes[focus].handle
        else { continue }
        if let field = pending, field.handle != handle { settle(with: moment.scene) }
        if name == "Enter", moment.scene.nodes[focus].tag != "textarea" {
          settle(with: moment.scene)
          acts.append(Demonstration.Act(scene: moment.scene, node: focus, act: .enter))
        } else if name == "Tab" {
          settle(with: moment.scene)
        } else if pending == nil {
          pending = (handle, moment.scene, focus, moment.scene.nodes[focus].value ?? "")
        }
      case .release, nil: continue
      }
    }
    if let last = moments.last { settle(with: last.scene) }
    return Demonstration(instruction: instruction, acts: Self.withoutSlips(acts, end: moments.last?.scene))
  }

  /// Leaves out what changed nothing, and what was taken back at once.
  private static func withoutSlips(_ acts: [Demonstration.Act], end: Scene?) -> [Demonstration.Act] {
    var kept: [Demonstration.Act] = []
    for (index, act) in acts.enumerated() {
      let after = index + 1 < acts.count ? acts[index + 1].scene : nil
      // What is chosen from a list is not to be seen in every recording.
      let isList = ["option", "select"].contains(act.scene.nodes[act.node].tag)
      if act.act == .click || act.act == .enter, !isList, let after, state(act.scene) == state(after) { continue }
      kept.append(act)
    }
    // Two changes of the same box one after the other are none.
    var index = 0
    while index + 1 < kept.count {
      let (first, second) = (kept[index], kept[index + 1])
      let (left, right) = (first.scene.nodes[first.node], second.scene.nodes[second.node])
      if first.act == .click, second.act == .click, left.handle == right.handle, index + 2 < kept.count,
        state(first.scene) == state(kept[index + 2].scene)
      {
        kept.removeSubrange(index...index + 1)
        index = max(0, index - 1)
      } else {
        index += 1
      }
    }
    return kept
  }

  /// What can change in a scene, without what only the pointer changes.
  private static func state(_ scene: Scene) -> Int {
    var hasher = Hasher()
    for node in scene.nodes where node.tag != "t" {
      hasher.combine(node.tag)
      hasher.combine(node.text)
      hasher.combine(node.value)
      hasher.combine(node.isChecked)
      hasher.combine(node.isFocused)
      for name in node.classes where !SceneReading.isPassing(name) { hasher.combine(name) }
      hasher.combine(Int(node.bounds.width))
    }
    return hasher.finalize()
  }
}

extension String {
  /// Without the blanks and line breaks around it.
  fileprivate var trimmed: String {
    let end = lastIndex { !$0.isWhitespace }
    return end.map { String(self[...$0].drop { $0.isWhitespace }) } ?? ""
  }
}
