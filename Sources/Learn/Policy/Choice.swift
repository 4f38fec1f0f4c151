import Trace

/// Something a policy could do next: an act of a kind on a node.
struct Choice: Sendable, Hashable {
  var node: Int
  var verb: String
}

extension SceneReading {
  /// All that could be done, of what is done at all.
  func choices(of verbs: [String]) -> [Choice] {
    let isHovering = verbs.contains("hover")
    return candidates.flatMap { index -> [Choice] in
      let node = nodes[index]
      if node.tag == "select" { return [Choice(node: index, verb: "select")] }
      guard isField(index) else {
        let click = Choice(node: index, verb: "click")
        return isHovering ? [click, Choice(node: index, verb: "hover")] : [click]
      }
      var choices = [Choice(node: index, verb: "click"), Choice(node: index, verb: "fill")]
      if node.isFocused { choices.append(Choice(node: index, verb: "enter")) }
      return choices
    }
  }
}
