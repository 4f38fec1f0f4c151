import Trace

/// Finds what a piece looks like, so that it can be found by its look.
struct ShapeSearch {
  private var texts: [ScannedText]
  private var others: [ScannedText]
  private var ranges: [[ShapeElement]: [[Range<Int>]]] = [:]

  init(texts: [ScannedText], others: [ScannedText]) {
    self.texts = texts
    self.others = others
  }

  /// Spans that mean these pieces by their look, with where they are in the other texts (nil where they are not).
  mutating func spans(for pieces: [Range<Int>]) -> [(span: TextSpan, others: [Range<Int>?])] {
    var result: [(span: TextSpan, others: [Range<Int>?])] = []
    for kinds in [[CharacterClass.digit, .upper, .lower, .letter], [.digit, .letter]] {
      let shapes = zip(texts, pieces).compactMap { $0.shape(of: $1, kinds: kinds) }
      guard shapes.count == texts.count, let fixed = ShapeSearch.common(shapes) else { continue }
      let free = fixed.map { element in
        if case .run(let kind, _) = element { ShapeElement.run(kind, length: nil) } else { element }
      }
      for shape in fixed == free ? [free] : [free, fixed] {
        let found = all(shape)
        for occurrence in ShapeSearch.occurrences(of: pieces, in: Array(found.prefix(texts.count))) {
          let span = TextSpan.shaped(shape, occurrence: occurrence)
          guard !result.contains(where: { $0.span == span }) else { continue }
          result.append((span, found.dropFirst(texts.count).map { $0.at(occurrence) }))
        }
      }
    }
    return result
  }

  private mutating func all(_ shape: [ShapeElement]) -> [[Range<Int>]] {
    if let known = ranges[shape] { return known }
    let found = (texts + others).map { $0.ranges(shaped: shape) }
    ranges[shape] = found
    return found
  }

  /// The shape that fits all of them: the length of a run is left out where it varies; nil where more does.
  private static func common(_ shapes: [[ShapeElement]]) -> [ShapeElement]? {
    guard var result = shapes.first, shapes.allSatisfy({ $0.count == result.count }) else { return nil }
    for shape in shapes.dropFirst() {
      for index in shape.indices where shape[index] != result[index] {
        guard case .run(let kind, _) = shape[index], case .run(kind, _) = result[index] else { return nil }
        result[index] = .run(kind, length: nil)
      }
    }
    return result
  }

  /// Counted from the first and from the last, where that is the same in every text.
  private static func occurrences(of pieces: [Range<Int>], in found: [[Range<Int>]]) -> [Int] {
    let places = zip(pieces, found).compactMap { piece, ranges in ranges.firstIndex(of: piece) }
    guard places.count == pieces.count else { return [] }
    let fromEnd = zip(places, found).map { $0 - $1.count }
    var result: [Int] = []
    if Set(places).count == 1 { result.append(places[0]) }
    if Set(fromEnd).count == 1 { result.append(fromEnd[0]) }
    return result
  }
}

extension [Range<Int>] {
  fileprivate func at(_ occurrence: Int) -> Range<Int>? {
    let index = occurrence < 0 ? count + occurrence : occurrence
    return indices.contains(index) ? self[index] : nil
  }
}
