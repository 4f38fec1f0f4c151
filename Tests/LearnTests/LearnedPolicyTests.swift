import Foundation
import Testing
import Trace

@testable import Learn

/// Pages made up for these tests, as scenes.
private enum Paper {
  static func node(
    _ tag: String, _ handle: String, _ text: String = "", parent: Int? = 0, y: Double, x: Double = 0,
    value: String? = nil,
    type: String? = nil, checked: Bool? = nil, focused: Bool = false, classes: [String] = []
  ) -> SceneNode {
    SceneNode(
      parent: parent, handle: handle, tag: tag, type: type, classes: classes, text: text, value: value,
      isChecked: checked, isFocused: focused, bounds: Bounds(x: x, y: y, width: 80, height: 20))
  }

  static var body: SceneNode {
    SceneNode(handle: "0", tag: "body", bounds: Bounds(x: 0, y: 0, width: 800, height: 600))
  }

  /// Buttons with these names.
  static func buttons(_ names: [String]) -> Scene {
    Scene(nodes: [body] + names.enumerated().map { node("button", "\($0 + 1)", $1, y: Double($0) * 30) })
  }

  /// A field with a label, and a button to send it.
  static func form(value: String, focused: Bool = false) -> Scene {
    Scene(nodes: [
      body, node("span", "1", "Name", y: 0),
      node("input", "2", y: 0, x: 100, value: value, type: "text", focused: focused),
      node("button", "3", "Send", y: 40),
    ])
  }

  /// Boxes, each with its label.
  static func boxes(_ names: [String], checked: Set<String>) -> Scene {
    var nodes = [body]
    for (index, name) in names.enumerated() {
      nodes.append(node("label", "l\(index)", y: Double(index) * 30))
      let parent = nodes.count - 1
      nodes.append(
        node(
          "input", "b\(index)", parent: parent, y: Double(index) * 30, type: "checkbox", checked: checked.contains(name)
        ))
      nodes.append(
        SceneNode(
          parent: parent, tag: "t", text: name, bounds: Bounds(x: 100, y: Double(index) * 30, width: 40, height: 20)))
    }
    nodes.append(node("button", "done", "Done", y: 300))
    return Scene(nodes: nodes)
  }

  static let names = ["kettle", "spoon", "ladle", "whisk", "grater", "sieve", "peeler", "tongs"]

  static var pointing: [Demonstration] {
    (0..<4).map { number in
      let shown = [names[number + 2], names[number], names[number + 1]]
      return Demonstration(
        instruction: "Press \(names[number]) now",
        acts: [Demonstration.Act(scene: buttons(shown), node: 2, act: .click)])
    }
  }

  static var ticking: [Demonstration] {
    (0..<4).map { number in
      let shown = (0..<5).map { names[(number + $0) % names.count] }
      let (first, second) = (shown[1], shown[3])
      return Demonstration(
        instruction: "Tick \(first), \(second) and press Done",
        acts: [
          Demonstration.Act(scene: boxes(shown, checked: []), node: 5, act: .click),
          Demonstration.Act(scene: boxes(shown, checked: [first]), node: 11, act: .click),
          Demonstration.Act(scene: boxes(shown, checked: [first, second]), node: 16, act: .click),
        ])
    }
  }
}

struct LearnedPolicyTests {
  @Test("A button that the request names is pressed, also one never named before")
  func named() throws {
    let policy = LearnedPolicy.learn(from: Paper.pointing)
    var run = policy.begin("Press tongs now")
    let next = run.propose(Paper.buttons(["spoon", "kettle", "tongs"]))
    let proposal = try #require(next)
    #expect(proposal.node == 3)
    #expect(proposal.act == .click)
  }

  @Test("All boxes that the request names are ticked, and only then the button is pressed")
  func several() throws {
    let policy = LearnedPolicy.learn(from: Paper.ticking)
    let shown = ["sieve", "tongs", "spoon", "peeler", "kettle"]
    var run = policy.begin("Tick peeler, sieve and press Done")
    var checked: Set<String> = []
    var order: [String] = []
    for _ in 0..<3 {
      let scene = Paper.boxes(shown, checked: checked)
      let next = run.propose(scene)
      let proposal = try #require(next)
      let handle = try #require(scene.nodes[proposal.node].handle)
      order.append(handle)
      if let box = Int(handle.dropFirst()) { checked.insert(shown[box]) }
      run.did(proposal, changed: true)
    }
    #expect(Set(order.prefix(2)) == ["b0", "b3"])
    #expect(order.last == "done")
  }

  @Test("The same demonstrations give the same file, byte for byte")
  func reproducible() throws {
    func file() throws -> Data {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return try encoder.encode(LearnedPolicy.learn(from: Paper.ticking + Paper.pointing))
    }
    #expect(try file() == file())
  }

  @Test("A file read back decides as before")
  func readBack() throws {
    let policy = LearnedPolicy.learn(from: Paper.ticking)
    let read = try JSONDecoder().decode(LearnedPolicy.self, from: JSONEncoder().encode(policy))
    #expect(read == policy)
    let scene = Paper.boxes(["sieve", "tongs", "spoon"], checked: [])
    var (first, second) = (policy.begin("Tick tongs and press Done"), read.begin("Tick tongs and press Done"))
    let (one, other) = (first.propose(scene), second.propose(scene))
    #expect(one == other)
  }
}

struct HandRecordingTests {
  @Test("A click into a field, keys and corrections are one filling")
  func filling() {
    let (empty, focused) = (Paper.form(value: ""), Paper.form(value: "", focused: true))
    let recording = HandRecording(
      instruction: "Send Ada",
      moments: [
        .init(milliseconds: 0, input: .press(node: 2, at: Point(x: 110, y: 5)), scene: empty),
        .init(milliseconds: 10, input: .key(""), scene: focused),
        .init(milliseconds: 20, input: .key(""), scene: Paper.form(value: "Ax", focused: true)),
        .init(
          milliseconds: 30, input: .press(node: 3, at: Point(x: 5, y: 45)),
          scene: Paper.form(value: "Ada", focused: true)),
      ])
    #expect(
      recording.reduced()
        == Demonstration(
          instruction: "Send Ada",
          acts: [
            Demonstration.Act(scene: empty, node: 2, act: .fill("Ada"), point: nil),
            Demonstration.Act(
              scene: Paper.form(value: "Ada", focused: true), node: 3, act: .click, point: Point(x: 5, y: 45)),
          ]))
  }

  @Test("A box set and cleared again by mistake is left out")
  func takenBack() {
    let names = ["kettle", "spoon"]
    func press(_ node: Int, _ checked: Set<String>) -> HandRecording.Moment {
      .init(
        milliseconds: 0, input: .press(node: node, at: Point(x: 1, y: 1)), scene: Paper.boxes(names, checked: checked))
    }
    let recording = HandRecording(
      instruction: "Tick spoon", moments: [press(2, []), press(2, ["kettle"]), press(5, []), press(7, ["spoon"])])
    #expect(recording.reduced().acts.map(\.node) == [5, 7])
  }
}
