import Trace

extension ScannedText {
  /// Where the position is in this text; nil where there is no such place.
  func index(of position: TextPosition) -> Int? {
    switch position {
    case .fromStart(let distance):
      return distance <= count ? distance : nil
    case .fromEnd(let distance):
      return distance <= count ? count - distance : nil
    case .boundary(let left, let right, let occurrence):
      return boundary(left: left, right: right, occurrence: occurrence)
    }
  }

  private func boundary(left: [TextToken], right: [TextToken], occurrence: Int) -> Int? {
    if occurrence >= 0 {
      var remaining = occurrence
      for position in 0...count where isBoundary(left: left, right: right, at: position) {
        if remaining == 0 { return position }
        remaining -= 1
      }
    } else {
      var remaining = -occurrence - 1
      for position in (0...count).reversed() where isBoundary(left: left, right: right, at: position) {
        if remaining == 0 { return position }
        remaining -= 1
      }
    }
    return nil
  }

  func isBoundary(left: [TextToken], right: [TextToken], at position: Int) -> Bool {
    var start = position
    for token in left.reversed() {
      guard let next = startOf(token, endingAt: start) else { return false }
      start = next
    }
    var end = position
    for token in right {
      guard let next = endOf(token, startingAt: end) else { return false }
      end = next
    }
    return true
  }

  /// Where the token that ends at the position starts; nil where none does.
  func startOf(_ token: TextToken, endingAt position: Int) -> Int? {
    switch token {
    case .start: return position == 0 ? 0 : nil
    case .end: return nil
    case .literal(let literal):
      let literal = Array(literal.unicodeScalars)
      return has(literal, at: position - literal.count) ? position - literal.count : nil
    case .run(let kind):
      let classes = CharacterClasses(kind)
      return runEnds(classes, at: position) ? startOfRun(classes, endingAt: position) : nil
    }
  }

  /// Where the token that starts at the position ends; nil where none does.
  func endOf(_ token: TextToken, startingAt position: Int) -> Int? {
    switch token {
    case .start: return nil
    case .end: return position == count ? count : nil
    case .literal(let literal):
      let literal = Array(literal.unicodeScalars)
      return has(literal, at: position) ? position + literal.count : nil
    case .run(let kind):
      let classes = CharacterClasses(kind)
      return runStarts(classes, at: position) ? endOfRun(classes, startingAt: position) : nil
    }
  }

  /// The characters that the span covers; nil where it is not there or would be empty.
  func range(of span: TextSpan) -> Range<Int>? {
    let bounds: (Int, Int)?
    switch span {
    case .whole:
      bounds = (0, count)
    case .between(let from, let to):
      if let start = index(of: from), let end = index(of: to) { bounds = (start, end) } else { bounds = nil }
    case .first(let length, let from):
      bounds = index(of: from).map { ($0, $0 + length) }
    case .last(let length, let before):
      bounds = index(of: before).map { ($0 - length, $0) }
    case .shaped(let shape, let occurrence):
      let ranges = ranges(shaped: shape)
      let index = occurrence < 0 ? ranges.count + occurrence : occurrence
      return ranges.indices.contains(index) ? ranges[index] : nil
    }
    guard let (start, end) = bounds, start >= 0, start < end, end <= count else { return nil }
    return start..<end
  }
}
