import Trace

/// A program as blocks with a size of their own, laid out from left to right: what BPMN draws.
///
///     ○ → [step] → ◇ → [step] → ◇ → ●
///                  ↘───────────↗          optional steps, or one of several ways
///                 ┌─────────────┐
///                 │ [step] [step] │       a loop: a sub-process with a mark
///                 └─────────────┘
struct BPMNLayout {
  /// Something that is drawn.
  struct Node {
    enum Kind: String {
      case startEvent, endEvent, userTask, exclusiveGateway, subProcess
    }

    var id: String
    var kind: Kind
    var name: String
    var frame: Rectangle
    /// The loop's kind, for a sub-process.
    var loop: Loop?
    /// The sub-process it stands in; nil for the process itself.
    var parent: String?
  }

  struct Flow {
    var id: String
    var from: String
    var to: String
    /// Under which condition it is taken.
    var name: String
    var points: [Point]
    var parent: String?
  }

  struct Point: Hashable {
    var x: Double
    var y: Double
  }

  struct Rectangle: Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }
    var middle: Point { Point(x: x + width / 2, y: y + height / 2) }
  }

  private let words: ProcedureWriter
  private(set) var nodes: [Node] = []
  private(set) var flows: [Flow] = []

  private static let gap = 50.0
  private static let task = (width: 150.0, height: 80.0)
  private static let gateway = 50.0
  private static let event = 36.0
  private static let margin = 30.0

  init(_ workflow: Workflow) {
    words = ProcedureWriter(workflow: workflow, episodes: [])
    let height = BPMNLayout.height(of: workflow.program.instructions)
    _ = sequence(workflow.program.instructions, at: Point(x: 160, y: 100 + height / 2), within: nil)
  }

  // MARK: - Sizes

  private static func height(of instructions: [Instruction]) -> Double {
    instructions.map { instruction in
      switch instruction {
      case .perform: task.height
      case .optional(let body, _, _): height(of: body) + gap + 10
      case .loop(_, let body): height(of: body) + 2 * margin + 20
      case .choice(let branches, _): branches.reduce(0) { $0 + height(of: $1.body) + 20 }
      }
    }.max() ?? task.height
  }

  // MARK: - Places

  /// A start, the instructions one after another, and an end; returns where it ends on the right.
  private mutating func sequence(_ instructions: [Instruction], at start: Point, within parent: String?) -> Double {
    let first = add(.startEvent, "", at: start, (BPMNLayout.event, BPMNLayout.event), within: parent)
    let (last, x) = chain(instructions, from: first, x: start.x + BPMNLayout.event + BPMNLayout.gap, y: start.y, parent)
    let end = add(
      .endEvent, "", at: Point(x: x, y: start.y), (BPMNLayout.event, BPMNLayout.event), within: parent)
    connect(last, end, within: parent)
    return x + BPMNLayout.event
  }

  /// The instructions from `x` on, in a line at `y`; returns the last node and where the next begins.
  private mutating func chain(
    _ instructions: [Instruction], from first: String, named name: String = "", x: Double, y: Double, _ parent: String?
  ) -> (last: String, x: Double) {
    var (last, x, name) = (first, x, name)
    for instruction in instructions {
      let entry: String
      switch instruction {
      case .perform(let step):
        entry = add(.userTask, step.summary, at: Point(x: x, y: y), BPMNLayout.task, within: parent)
        connect(last, entry, named: name, within: parent)
        (last, x) = (entry, x + BPMNLayout.task.width + BPMNLayout.gap)
      case .optional(let body, let condition, _):
        (last, x) = ways(
          [(condition.map { words.words(of: $0) } ?? "sometimes", body), ("otherwise", [])], question: "", from: last,
          named: name, x: x, y: y, parent)
      case .choice(let branches, let question):
        (last, x) = ways(
          branches.map { branch in
            (
              branch.condition.map { words.words(of: $0) } ?? "\(Amounts.percent(branch.share)) of the times",
              branch.body
            )
          },
          question: question, from: last, named: name, x: x, y: y, parent)
      case .loop(let loop, let body):
        (last, x) = cycle(loop, body, from: last, named: name, x: x, y: y, parent)
      }
      name = ""
    }
    return (last, x)
  }

  private mutating func ways(
    _ ways: [(name: String, body: [Instruction])], question: String, from last: String, named name: String, x: Double,
    y: Double, _ parent: String?
  ) -> (String, Double) {
    let size = (BPMNLayout.gateway, BPMNLayout.gateway)
    let split = add(.exclusiveGateway, question, at: Point(x: x, y: y), size, within: parent)
    connect(last, split, named: name, within: parent)
    let begin = x + BPMNLayout.gateway + BPMNLayout.gap
    let heights = ways.map { $0.body.isEmpty ? BPMNLayout.gap : BPMNLayout.height(of: $0.body) }
    var top = y - (heights.reduce(0, +) + 20 * Double(ways.count - 1)) / 2
    var ends: [(last: String, name: String, y: Double)] = []
    var right = begin
    for (way, height) in zip(ways, heights) {
      let middle = top + height / 2
      let (end, x) = chain(way.body, from: split, named: way.name, x: begin, y: middle, parent)
      ends.append((end, way.body.isEmpty ? way.name : "", middle))
      right = max(right, x)
      top += height + 20
    }
    let join = add(.exclusiveGateway, "", at: Point(x: right, y: y), size, within: parent)
    for end in ends { connect(end.last, join, named: end.name, at: end.y, within: parent) }
    return (join, right + BPMNLayout.gateway + BPMNLayout.gap)
  }

  private mutating func cycle(
    _ loop: Loop, _ body: [Instruction], from last: String, named name: String, x: Double, y: Double, _ parent: String?
  ) -> (String, Double) {
    let place = nodes.count
    let cycle = add(.subProcess, words.words(of: loop), at: Point(x: x, y: y), BPMNLayout.task, within: parent)
    nodes[place].loop = loop
    connect(last, cycle, named: name, within: parent)
    let right = sequence(body, at: Point(x: x + BPMNLayout.margin, y: y + 10), within: cycle)
    let height = BPMNLayout.height(of: body) + 2 * BPMNLayout.margin + 20
    nodes[place].frame = Rectangle(x: x, y: y - height / 2, width: right + BPMNLayout.margin - x, height: height)
    return (cycle, right + BPMNLayout.margin + BPMNLayout.gap)
  }

  /// - Parameter point: the middle of its left edge.
  private mutating func add(
    _ kind: Node.Kind, _ name: String, at point: Point, _ size: (width: Double, height: Double), within parent: String?
  ) -> String {
    let id = "\(kind.rawValue)_\(nodes.count + 1)"
    nodes.append(
      Node(
        id: id, kind: kind, name: name,
        frame: Rectangle(x: point.x, y: point.y - size.height / 2, width: size.width, height: size.height),
        parent: parent))
    return id
  }

  /// - Parameter height: where the way runs that has no steps of its own.
  private mutating func connect(
    _ from: String, _ to: String, named name: String = "", at height: Double? = nil, within parent: String?
  ) {
    guard let source = nodes.first(where: { $0.id == from })?.frame,
      let target = nodes.first(where: { $0.id == to })?.frame
    else { return }
    let (start, end) = (Point(x: source.right, y: source.middle.y), Point(x: target.x, y: target.middle.y))
    var points = [start, end]
    if let height, height != start.y || height != end.y {
      let (left, right) = (start.x + 15, end.x - 15)
      points = [
        start, Point(x: left, y: start.y), Point(x: left, y: height), Point(x: right, y: height),
        Point(x: right, y: end.y), end,
      ]
    } else if start.y != end.y {
      let middle = (start.x + end.x) / 2
      points = [start, Point(x: middle, y: start.y), Point(x: middle, y: end.y), end]
    }
    flows.append(
      Flow(id: "flow_\(flows.count + 1)", from: from, to: to, name: name, points: points, parent: parent))
  }
}
