import Trace

extension ScannedText {
  /// The pieces of the text that look like this, from the first to the last, none over another.
  func ranges(shaped shape: [ShapeElement]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var position = 0
    while position < count {
      if let end = end(of: shape, startingAt: position) {
        result.append(position..<end)
        position = end
      } else {
        position += 1
      }
    }
    return result
  }

  private func end(of shape: [ShapeElement], startingAt start: Int) -> Int? {
    var position = start
    for element in shape {
      switch element {
      case .literal(let text):
        let literal = Array(text.unicodeScalars)
        guard has(literal, at: position) else { return nil }
        position += literal.count
      case .run(let kind, let length):
        let classes = CharacterClasses(kind)
        guard runStarts(classes, at: position) else { return nil }
        let end = endOfRun(classes, startingAt: position)
        guard length == nil || length == end - position else { return nil }
        position = end
      }
    }
    return position > start ? position : nil
  }

  /// What the piece looks like; nil where it does not start and end with whole runs.
  /// - Parameter kinds: The classes to tell runs by.
  func shape(of range: Range<Int>, kinds: [CharacterClass]) -> [ShapeElement]? {
    var result: [ShapeElement] = []
    var position = range.lowerBound
    while position < range.upperBound {
      if let kind = kinds.first(where: { classes[position].contains(CharacterClasses($0)) }) {
        let end = endOfRun(CharacterClasses(kind), startingAt: position)
        guard runStarts(CharacterClasses(kind), at: position), end <= range.upperBound else { return nil }
        result.append(.run(kind, length: end - position))
        position = end
      } else {
        result.append(.literal(string(position..<position + 1)))
        position += 1
      }
      if result.count > 12 { return nil }
    }
    return result
  }
}
