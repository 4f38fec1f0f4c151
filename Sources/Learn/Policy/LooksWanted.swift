import Trace

/// What an instruction says that something looks like.
struct LooksWanted: Sendable {
  var colors: [String] = []
  var shapes: [String] = []
  var size: Int?
  /// Single letters and digits.
  var signs: [String] = []

  enum Judgement {
    case `is`, isNot, unknown
  }

  init(_ instruction: Request) {
    for word in instruction.words {
      let written = String(instruction.characters[word.range])
      if let sign = written.first, written.count == 1 || (written.count == 2 && written.last == "s"),
        sign.isLetter || sign.isNumber, !["a", "I", "is", "as", "us"].contains(written)
      {
        signs.append(String(sign))
      }
      if Looks.color(word.text) != nil { colors.append(word.text) }
      if let shape = Looks.shape(word.text) { shapes.append(shape) }
      if let size = Looks.size(word.text) { self.size = size }
    }
  }

  /// Whether a drawing is what is wanted; nil where it is no drawing, or nothing is said of looks.
  func judge(_ node: SceneNode, among reading: SceneReading) -> Judgement? {
    guard Looks.drawn.contains(node.tag) else { return nil }
    var result = Judgement.is
    for shape in shapes where !Looks.shapes(node).contains(shape) { return .isNot }
    for sign in signs where node.text != sign { return .isNot }
    if let size {
      let sizes = reading.nodes.filter { Looks.drawn.contains($0.tag) }.map { max($0.bounds.width, $0.bounds.height) }
      let middle = ((sizes.max() ?? 0) + (sizes.min() ?? 0)) / 2
      let own = max(node.bounds.width, node.bounds.height)
      if (own > middle) != (size > 0) { return .isNot }
    }
    for word in colors {
      guard node.isColorKnown else {
        result = .unknown
        continue
      }
      guard let color = node.color, Looks.isNamed(color, word) else { return .isNot }
    }
    return result
  }

  /// How many there are of what is wanted; nil where that cannot be told.
  func count(in reading: SceneReading) -> Int? {
    let judgements = reading.nodes.compactMap { judge($0, among: reading) }
    guard !judgements.isEmpty, !judgements.contains(.unknown) else { return nil }
    return judgements.filter { $0 == .is }.count
  }
}
