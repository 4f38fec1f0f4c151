/// All that is drawn on a surface at an instant, as a tree: what a policy looks at to decide what to do next.
///
/// An observation names what can be acted on; a scene also holds what stands around it, and what it looks like.
public struct Scene: Sendable, Codable, Hashable {
  /// In reading order, each after the one it is in.
  public var nodes: [SceneNode]

  public init(nodes: [SceneNode] = []) {
    self.nodes = nodes
  }
}

/// Something that is drawn: an element, or a run of text between elements.
public struct SceneNode: Sendable, Codable, Hashable {
  /// The number of the node it is in, in the scene's order; nil for the outermost.
  public var parent: Int?
  /// What the surface calls it when it is acted on; nil for a run of text, and in recordings.
  public var handle: String?
  /// The element's name in its own technology, in lower case; `t` for a run of text.
  public var tag: String
  /// The kind of an input.
  public var type: String?
  public var id: String
  public var classes: [String]
  /// The text of its own, where there is nothing else in it.
  public var text: String
  /// What a field holds; nil where it is none.
  public var value: String?
  /// Whether a box or button of a choice is set; nil where it is none.
  public var isChecked: Bool?
  public var isFocused: Bool
  public var bounds: Bounds
  /// Where in its bounds it can be pointed at, each from 0 to 1; nil for its middle.
  public var reach: Point?
  /// What it is painted with: a drawing's filling, else the background. Nil where that is not known or nothing.
  public var color: SceneColor?
  /// Whether the surface could tell the colour at all.
  public var isColorKnown: Bool
  /// The labels of what can be chosen, for a list of choices.
  public var options: [String]
  /// What else the surface says about it by a word: placeholder, title, label.
  public var hints: [String]

  public init(
    parent: Int? = nil, handle: String? = nil, tag: String, type: String? = nil, id: String = "",
    classes: [String] = [], text: String = "", value: String? = nil, isChecked: Bool? = nil, isFocused: Bool = false,
    bounds: Bounds, reach: Point? = nil, color: SceneColor? = nil, isColorKnown: Bool = true, options: [String] = [],
    hints: [String] = []
  ) {
    self.parent = parent
    self.handle = handle
    self.tag = tag
    self.type = type
    self.id = id
    self.classes = classes
    self.text = text
    self.value = value
    self.isChecked = isChecked
    self.isFocused = isFocused
    self.bounds = bounds
    self.reach = reach
    self.color = color
    self.isColorKnown = isColorKnown
    self.options = options
    self.hints = hints
  }
}

/// A colour of the screen, each part from 0 to 255.
public struct SceneColor: Sendable, Codable, Hashable {
  public var red: Int
  public var green: Int
  public var blue: Int

  public init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `rgb(…)` and `rgba(…)` as browsers write them; nil for what cannot be seen.
  public init?(css text: String) {
    guard text.hasPrefix("rgb") else { return nil }
    let parts = text.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
      .split { $0 == "," || $0 == " " || $0 == "/" }.compactMap { Double($0) }
    guard parts.count >= 3, parts.count < 4 || parts[3] > 0.1 else { return nil }
    self.init(red: Int(parts[0]), green: Int(parts[1]), blue: Int(parts[2]))
  }
}
