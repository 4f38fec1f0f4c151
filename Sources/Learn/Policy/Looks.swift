import Trace

/// What things look like, in the words people have for it: colours, shapes, sizes.
enum Looks {
  private static let colors: [(name: String, color: (Int, Int, Int))] = [
    ("black", (0, 0, 0)), ("white", (255, 255, 255)), ("gray", (128, 128, 128)), ("grey", (128, 128, 128)),
    ("silver", (192, 192, 192)), ("red", (255, 0, 0)), ("maroon", (128, 0, 0)), ("yellow", (255, 255, 0)),
    ("olive", (128, 128, 0)), ("lime", (0, 255, 0)), ("green", (0, 128, 0)), ("aqua", (0, 255, 255)),
    ("cyan", (0, 255, 255)), ("teal", (0, 128, 128)), ("blue", (0, 0, 255)), ("navy", (0, 0, 128)),
    ("fuchsia", (255, 0, 255)), ("magenta", (255, 0, 255)), ("purple", (128, 0, 128)), ("orange", (255, 165, 0)),
    ("pink", (255, 192, 203)), ("brown", (165, 42, 42)), ("violet", (238, 130, 238)), ("indigo", (75, 0, 130)),
    ("gold", (255, 215, 0)), ("turquoise", (64, 224, 208)), ("beige", (245, 245, 220)),
  ]

  static func color(_ word: String) -> (Int, Int, Int)? { colors.first { $0.name == word }?.color }

  static func distance(_ left: SceneColor, _ right: (Int, Int, Int)) -> Int {
    let (r, g, b) = (left.red - right.0, left.green - right.1, left.blue - right.2)
    return r * r + g * g + b * b
  }

  /// Whether a colour is the one a word names: nearest to it of all named ones.
  static func isNamed(_ color: SceneColor, _ word: String) -> Bool {
    guard let named = Self.color(word) else { return false }
    let own = distance(color, named)
    return own < 20_000 && colors.allSatisfy { distance(color, $0.color) >= own }
  }

  /// The family a colour belongs to by its hue; nil for what has none.
  static func family(_ color: SceneColor) -> String? {
    let parts = [color.red, color.green, color.blue].map { Double($0) / 255 }
    guard let high = parts.max(), let low = parts.min(), high - low > 0.08 else { return nil }
    let (r, g, b) = (parts[0], parts[1], parts[2])
    var hue = high == r ? (g - b) / (high - low) : high == g ? 2 + (b - r) / (high - low) : 4 + (r - g) / (high - low)
    if hue < 0 { hue += 6 }
    switch hue * 60 {
    case ..<20, 340...: return "red"
    case ..<42: return "orange"
    case ..<68: return "yellow"
    case ..<165: return "green"
    case ..<195: return "cyan"
    case ..<262: return "blue"
    case ..<292: return "purple"
    default: return "pink"
    }
  }

  /// What a drawn node is called.
  static func shapes(_ node: SceneNode) -> Set<String> {
    switch node.tag {
    case "circle": ["circle", "shape"]
    case "ellipse": ["ellipse", "oval", "shape"]
    case "rect": ["rectangle", "square", "shape"]
    case "polygon": ["triangle", "polygon", "shape"]
    case "line", "polyline": ["line", "shape"]
    case "path": ["shape"]
    case "text":
      node.text.allSatisfy(\.isNumber) ? ["digit", "number"] : ["letter"]
    default: []
    }
  }

  private static let shapeWords: Set<String> = [
    "circle", "ellipse", "oval", "rectangle", "square", "triangle", "polygon", "line", "shape", "digit", "number",
    "letter",
  ]

  /// The shape that a word names, in the plural too.
  static func shape(_ word: String) -> String? {
    if shapeWords.contains(word) { return word }
    return word.hasSuffix("s") && shapeWords.contains(String(word.dropLast())) ? String(word.dropLast()) : nil
  }

  static let drawn: Set<String> = ["circle", "ellipse", "rect", "polygon", "line", "polyline", "path", "text"]

  /// 1 for what names large things, -1 for small ones.
  static func size(_ word: String) -> Int? {
    switch word {
    case "large", "big", "larger", "bigger": 1
    case "small", "little", "smaller", "tiny": -1
    default: nil
    }
  }
}
