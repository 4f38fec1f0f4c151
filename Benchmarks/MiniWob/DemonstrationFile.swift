import Exchange
import Foundation
import Learn
import Trace

/// A recorded demonstration as the collection keeps it: one state before and one after each event, each with the
/// page's tree.
struct DemonstrationFile: Decodable {
  struct State: Decodable {
    var time: Double
    var action: Action?
    var dom: Node
  }

  struct Action: Decodable {
    var type: String
    var timing: Int?
    var x: Double?
    var y: Double?
    var keyCode: Int?
  }

  final class Node: Decodable {
    var tag: String
    var left: Double
    var top: Double
    var width: Double
    var height: Double
    var ref: Int?
    var id: String?
    var classes: Loose?
    var text: String?
    var value: Loose?
    var bgColor: String?
    var focused: Bool?
    var recordingTarget: Bool?
    var children: [Node]?
  }

  /// A text or a truth value, or something else.
  enum Loose: Decodable {
    case text(String), truth(Bool), other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let truth = try? container.decode(Bool.self) {
        self = .truth(truth)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .other
      }
    }
  }

  var utterance: String
  var states: [State]

  init(_ url: URL) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: url).gunzipped(limit: 1 << 30))
  }

  /// As a recording of a hand.
  var recording: HandRecording {
    var moments: [HandRecording.Moment] = []
    for state in states {
      var (scene, target) = Self.scene(state.dom)
      // What is after an event is before the next.
      guard let action = state.action, action.timing == 1 else {
        moments.append(HandRecording.Moment(milliseconds: state.time, input: nil, scene: scene))
        continue
      }
      let point = Point(x: action.x ?? 0, y: action.y ?? 0)
      var input: HandRecording.Input?
      switch action.type {
      case "mousedown":
        if target == 0 { target = nil }
        if let target { input = .press(node: target, at: point) }
      case "mouseup": input = .release(at: point)
      case "keydown":
        switch action.keyCode {
        case 13: input = .key("Enter")
        case 9: input = .key("Tab")
        case 16, 17, 18, 20, 91: input = nil
        default: input = .key("")
        }
      default: input = nil
      }
      moments.append(HandRecording.Moment(milliseconds: state.time, input: input, scene: scene))
    }
    return HandRecording(instruction: utterance, moments: moments)
  }

  private static let drawings: Set<String> = [
    "circle", "ellipse", "rect", "polygon", "line", "polyline", "path", "text", "tspan", "svg", "g",
  ]

  /// The page's tree as a scene, and the node the event was about.
  private static func scene(_ root: Node) -> (Scene, Int?) {
    var nodes: [SceneNode] = []
    var target: Int?
    func visit(_ node: Node, parent: Int?) {
      var tag = node.tag
      var type: String?
      if tag.hasPrefix("INPUT_") {
        type = String(tag.dropFirst(6))
        tag = "INPUT"
      }
      let index = nodes.count
      if node.recordingTarget == true { target = index }
      var classes: [String] = []
      if case .text(let text)? = node.classes { classes = text.split(separator: " ").map(String.init) }
      var scene = SceneNode(
        parent: parent, handle: node.tag == "t" ? nil : node.ref.map { "\($0)" }, tag: tag.lowercased(), type: type,
        id: node.id ?? "", classes: classes, text: node.text ?? "", isFocused: node.focused ?? false,
        bounds: Bounds(x: node.left, y: node.top, width: node.width, height: node.height))
      switch node.value {
      case .text(let text)?: scene.value = text
      case .truth(let truth)?: scene.isChecked = truth
      case .other?, nil: break
      }
      // Not what drawings are filled with.
      scene.isColorKnown = !drawings.contains(scene.tag)
      scene.color = scene.isColorKnown ? SceneColor(css: node.bgColor ?? "") : nil
      nodes.append(scene)
      for child in node.children ?? [] { visit(child, parent: index) }
    }
    visit(root, parent: nil)
    return (Scene(nodes: nodes), target)
  }
}
