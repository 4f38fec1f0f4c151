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

  /// A menu in which what an entry holds is opened by pointing at it.
  static func menu(_ entries: [String], open: Int?, _ inner: [String]) -> Scene {
    var nodes = [body, node("ul", "menu", y: 0)]
    for (number, entry) in entries.enumerated() {
      nodes.append(node("li", "l\(number)", parent: 1, y: Double(number) * 20))
      let item = nodes.count - 1
      nodes.append(node("div", "e\(number)", entry, parent: item, y: Double(number) * 20))
      guard number == open else { continue }
      nodes.append(node("ul", "s", parent: item, y: Double(number) * 20, x: 100))
      let list = nodes.count - 1
      for (place, name) in inner.enumerated() {
        nodes.append(node("li", "i\(place)", parent: list, y: Double(place) * 20, x: 100))
        nodes.append(node("div", "d\(place)", name, parent: nodes.count - 1, y: Double(place) * 20, x: 100))
      }
    }
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
    let policy = try LearnedPolicy.learn(from: Paper.pointing)
    var run = policy.begin("Press tongs now")
    let next = run.propose(Paper.buttons(["spoon", "kettle", "tongs"]))
    let proposal = try #require(next)
    #expect(proposal.node == 3)
    #expect(proposal.act == .click)
  }

  @Test("All boxes that the request names are ticked, and only then the button is pressed")
  func several() throws {
    let policy = try LearnedPolicy.learn(from: Paper.ticking)
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
      try run.did(proposal, changed: true)
    }
    #expect(Set(order.prefix(2)) == ["b0", "b3"])
    #expect(order.last == "done")
  }

  @Test("The same demonstrations give the same file, byte for byte")
  func reproducible() throws {
    func file() throws -> Data {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return try encoder.encode(try LearnedPolicy.learn(from: Paper.ticking + Paper.pointing))
    }
    #expect(try file() == file())
  }

  @Test("A file read back decides as before")
  func readBack() throws {
    let policy = try LearnedPolicy.learn(from: Paper.ticking)
    let read = try JSONDecoder().decode(LearnedPolicy.self, from: JSONEncoder().encode(policy))
    #expect(read == policy)
    let scene = Paper.boxes(["sieve", "tongs", "spoon"], checked: [])
    var (first, second) = (policy.begin("Tick tongs and press Done"), read.begin("Tick tongs and press Done"))
    let (one, other) = (first.propose(scene), second.propose(scene))
    #expect(one == other)
  }

  @Test("A model of another version, one with a weight missing, and one with a weight that is no number are refused")
  func damaged() throws {
    let whole = try JSONEncoder().encode(try LearnedPolicy.learn(from: Paper.ticking))
    let fields = try #require(try JSONSerialization.jsonObject(with: whole) as? [String: Any])
    let choices = try #require(fields["choices"] as? [String: Any])
    let weights = try #require(choices["weights"] as? [Double])
    func refuses(_ name: String, _ value: Any) throws {
      var fields = fields
      fields[name] = value
      let file = try JSONSerialization.data(withJSONObject: fields)
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(LearnedPolicy.self, from: file) }
    }
    try refuses("version", 1)
    try refuses("longest", -1)
    try refuses("choices", choices.merging(["weights": Array(weights.dropLast())]) { $1 })
    try refuses("choices", choices.merging(["values": []]) { $1 })
    try refuses("choices", choices.merging(["weights": ["many"]]) { $1 })
  }

  @Test("An act on a node that is not in its scene is refused, and so is a proposal of another scene")
  func outOfScene() throws {
    let scene = Paper.buttons(["kettle"])
    let act = Demonstration.Act(scene: scene, node: 9, act: .click)
    #expect(throws: PolicyError.noSuchNode(9, count: 2)) {
      try LearnedPolicy.learn(from: [Demonstration(instruction: "Press kettle", acts: [act])])
    }
    var run = try LearnedPolicy.learn(from: Paper.pointing).begin("Press kettle now")
    let other = LearnedPolicy.Proposal(node: 9, act: .click, probability: 1)
    #expect(throws: PolicyError.nothingProposed) { try run.did(other, changed: true) }
    _ = run.propose(scene)
    #expect(throws: PolicyError.noSuchNode(9, count: 2)) { try run.did(other, changed: true) }
  }

  @Test("A scene whose nodes are in nodes after them is read all the same")
  func unordered() throws {
    var scene = Paper.buttons(["spoon", "kettle"])
    scene.nodes[1].parent = 7
    scene.nodes[2].parent = 2
    var run = try LearnedPolicy.learn(from: Paper.pointing).begin("Press kettle now")
    let proposal = run.propose(scene)
    #expect(proposal?.node == 2)
  }

  @Test("What changed nothing is not done again at once, and what has no handle is told apart by where it is")
  func fruitless() throws {
    var scene = Paper.buttons(["kettle", "kettle"])
    scene.nodes[1].handle = nil
    scene.nodes[2].handle = nil
    var run = try LearnedPolicy.learn(from: Paper.pointing).begin("Press kettle now")
    var tried: Set<Int> = []
    for _ in 0..<2 {
      let next = run.propose(scene)
      let proposal = try #require(next)
      tried.insert(proposal.node)
      try run.did(proposal, changed: false)
    }
    let last = run.propose(scene)
    #expect(tried == [1, 2])
    #expect(last == nil)
  }

  @Test(
    "Of two names the one that what was pressed does not stand beside is written, in a sentence never put like this")
  func takenUpAround() throws {
    func list(_ names: [String], asking: Bool = false) -> Scene {
      var nodes = [Paper.body]
      for (number, name) in names.enumerated() {
        nodes.append(Paper.node("div", "r\(number)", y: Double(number) * 40, classes: ["letter"]))
        let row = nodes.count - 1
        nodes.append(Paper.node("div", "n\(number)", name, parent: row, y: Double(number) * 40, classes: ["writer"]))
        nodes.append(
          Paper.node("div", "s\(number)", "About stock", parent: row, y: Double(number) * 40, classes: ["subject"]))
      }
      if asking { nodes.append(Paper.node("input", "copy", y: 400, value: "", type: "text", focused: true)) }
      return Scene(nodes: nodes)
    }
    let people = ["Ada", "Bo", "Cem", "Dora", "Edo", "Fay", "Gil", "Hana"]
    let demonstrations = (0..<4).map { number in
      let (from, to) = (people[number], people[number + 4])
      let shown = [people[(number + 1) % 8], from]
      let sentence =
        number.isMultiple(of: 2) ? "Copy \(to) on the letter by \(from)" : "The letter by \(from) goes to \(to)"
      return Demonstration(
        instruction: sentence,
        acts: [
          Demonstration.Act(scene: list(shown), node: 6, act: .click),
          Demonstration.Act(scene: list(shown, asking: true), node: 7, act: .fill(to)),
        ])
    }
    var run = try LearnedPolicy.learn(from: demonstrations).begin("Ivo wrote something Kim wants")
    let first = run.propose(list(["Lia", "Ivo"]))
    let press = try #require(first)
    #expect(press.node == 6)
    try run.did(press, changed: true)
    let second = run.propose(list(["Lia", "Ivo"], asking: true))
    #expect(second?.act == .fill("Kim"))
  }

  @Test("A menu that opens by pointing is learned from a recording that has only the press at its end")
  func menus() throws {
    let demonstrations = (0..<4).map { number in
      let (outer, inner) = (Paper.names[number], Paper.names[number + 1])
      let all = Paper.names.filter { $0 != outer && $0 != inner }
      let closed = Paper.menu([all[0], outer], open: nil, [])
      let open = Paper.menu([all[0], outer], open: 1, [all[1], inner])
      let pressed = open.nodes.lastIndex { $0.text == inner } ?? 0
      return HandRecording(
        instruction: "Choose \(outer) > \(inner)",
        moments: [
          .init(milliseconds: 0, input: nil, scene: closed),
          .init(milliseconds: 900, input: .press(node: pressed, at: Point(x: 105, y: 25)), scene: open),
        ]
      ).reduced()
    }
    #expect(demonstrations.map { $0.acts.map(\.act) } == Array(repeating: [.hover, .click], count: 4))
    #expect(demonstrations[0].acts[0].scene == Paper.menu(["ladle", "kettle"], open: nil, []))
    let policy = try LearnedPolicy.learn(from: demonstrations)
    var run = policy.begin("Choose tongs > sieve")
    let closed = Paper.menu(["tongs", "grater"], open: nil, [])
    let start = run.propose(closed)
    let first = try #require(start)
    #expect(first.act == .hover)
    #expect(closed.nodes[first.node].text == "tongs")
    try run.did(first, changed: true)
    let open = Paper.menu(["tongs", "grater"], open: 0, ["sieve", "peeler"])
    let next = run.propose(open)
    let second = try #require(next)
    #expect(second.act == .click)
    #expect(open.nodes[second.node].text == "sieve")
  }
}

struct SceneReadingTests {
  @Test("The lines through the cells of a drawn grid are read, whatever its sides; texts make none")
  func grids() {
    func grid(_ columns: Int, _ marks: [String]) -> Scene {
      Scene(
        nodes: [Paper.body]
          + marks.enumerated().map { number, mark in
            SceneNode(
              parent: 0, handle: "c\(number)", tag: "td", text: mark,
              bounds: Bounds(x: Double(number % columns) * 30, y: Double(number / columns) * 30, width: 30, height: 30))
          })
    }
    let wide = SceneReading(grid(4, ["X", "", "", "", "", "X", "", "", "", "", "O", ""]))
    #expect(wide.lines[1] == ["X among - - -", "X among - -", "X among O X", "in 3 lines"])
    #expect(SceneReading(grid(3, ["1", "2", "3", "4", "5", "6", "7", "8", "9"])).lines.isEmpty)
    #expect(SceneReading(grid(2, ["X", "O", "X", "O"])).lines.isEmpty)
  }

  @Test("How a text is written is told by its capitals, small letters and digits")
  func shapes() {
    #expect(["Ada Ek", "INV-2231", "ada", "2,50 €", ""].map(Wording.shape) == ["Aa Aa", "A-0", "a", "0,0 €", ""])
  }

  @Test("The words of a path through menus are told apart")
  func paths() {
    #expect(Wording.words(of: "File>Export > Text…") == ["file", "export", "text"])
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
