import Trace

/// Finds the pieces of the inputs that stand in the outputs.
struct TextEdges {
  var rows: SearchRows
  var settings: SynthesisSettings

  /// How many expressions are kept for a piece.
  private static let width = 6

  func edges() -> [Edge] {
    var result = EdgeCollection(rows)
    for input in 0..<rows.width {
      let texts = rows.inputs.map { $0[input] }
      let others = rows.others.map { $0[input] }
      for preparation in preparations(of: texts) {
        let isPlain =
          switch preparation {
          case .none, .squeezed, .replace: false
          case .keep, .drop, .initials: true
          }
        let found = edges(
          input: input, preparation: preparation, texts: texts.map(preparation.applied),
          others: others.map(preparation.applied), isPlain: isPlain)
        for edge in found { result.add(edge) }
      }
    }
    return result.edges(width: settings.variants)
  }

  /// The preparations that change a text in a way that could matter.
  private func preparations(of texts: [ScannedText]) -> [TextPiece.Preparation] {
    var result: [TextPiece.Preparation] = [
      .squeezed, .initials, .keep(.digit), .keep(.upper), .keep(.letter), .keep(.alphanumeric), .drop(.space),
      .drop(.punctuation), .drop(.digit),
    ]
    let signs = Set(
      texts.flatMap { text in
        text.scalars.indices.filter { !text.classes[$0].contains(.alphanumeric) }.map { text.scalars[$0] }
      })
    let outputSigns = Set(rows.outputs.joined().filter { !CharacterClasses(of: $0).contains(.alphanumeric) })
    for sign in signs.sorted() where texts.contains(where: { $0.scalars.count { $0 == sign } > 1 }) {
      result.append(.replace(String(sign), with: ""))
      for new in outputSigns.sorted() where new != sign {
        result.append(.replace(String(sign), with: String(new)))
      }
    }
    return [.none]
      + result.prefix(40).filter { preparation in
        // What is left must be new: not just a piece of the text as it was.
        texts.contains { text in
          let prepared = preparation.applied(to: text)
          return prepared.count > 1 && !text.scalars.contains(subsequence: prepared.scalars)
        }
      }
  }

  private func edges(
    input: Int, preparation: TextPiece.Preparation, texts: [ScannedText], others: [ScannedText], isPlain: Bool
  ) -> [Edge] {
    guard texts.allSatisfy({ !$0.scalars.isEmpty }) else { return [] }
    let casings = casings(of: texts)
    let matches = casings.map { casing in
      zip(texts, rows.outputs).map { TextMatch($0, in: $1, casing: casing).longest }
    }
    guard matches.contains(where: { $0.allSatisfy { $0.contains { $0 > 0 } } }) else { return [] }
    let landmarks = Landmarks(texts: texts, others: others, isPlain: isPlain, limit: settings.maximumLength).all
    var shapes = ShapeSearch(texts: texts, others: others)
    return pieces(between: landmarks, matches: matches).map { piece in
      let (start, end) = (landmarks[piece.start], landmarks[piece.end])
      let ranges = zip(start.positions, end.positions).map { $0..<$1 }
      let casing = casings[piece.casing]
      let values = zip(texts, ranges).map { casing.applied(to: $0.scalars[$1]) }
      // Spaces at its ends are seldom meant.
      let isPadded = values.allSatisfy { $0.first == " " || $0.last == " " }
      let looks = isPlain || isPadded ? [] : shapes.spans(for: ranges)
      var variants = variants(from: start, to: end, looks: looks, others: others) {
        TextPiece(input: input, preparation: preparation, span: $0, casing: casing)
      }
      if isPadded { for index in variants.indices { variants[index].surcharge(1.5) } }
      return Edge(values: values, variants: variants)
    }
    .filter { $0.values[0].contains { CharacterClasses(of: $0).contains(.alphanumeric) } }
  }

  /// From which landmark to which a piece goes, and in which of the casings it stands in the outputs.
  private struct Piece {
    var start: Int
    var end: Int
    var casing: Int
    var cost: Double
  }

  /// The pieces that stand in every output; of too many those that are long and easily said.
  /// - Parameter matches: For each casing and example, how long a match starts at each place.
  private func pieces(between landmarks: [Landmark], matches: [[[Int]]]) -> [Piece] {
    var ends: [Int: [Int]] = [:]
    for (index, landmark) in landmarks.enumerated() { ends[landmark.positions[0], default: []].append(index) }
    var result: [Piece] = []
    for (index, start) in landmarks.enumerated() {
      for casing in matches.indices {
        let longest = start.positions.indices.map { matches[casing][$0][start.positions[$0]] }
        guard longest.allSatisfy({ $0 > 0 }) else { continue }
        for length in 1...longest[0] {
          for end in ends[start.positions[0] + length] ?? [] {
            let lengths = zip(start.positions, landmarks[end].positions).map { $1 - $0 }
            guard zip(lengths, longest).allSatisfy({ $0 > 0 && $0 <= $1 }) else { continue }
            // A casing that changes nothing says no more than the one before.
            let isKnown = (0..<casing).contains { earlier in
              lengths.indices.allSatisfy { matches[earlier][$0][start.positions[$0]] >= lengths[$0] }
            }
            if isKnown { continue }
            let cost = start.choices[0].cost + landmarks[end].choices[0].cost - 0.3 * Double(length)
            result.append(Piece(start: index, end: end, casing: casing, cost: cost))
          }
        }
      }
    }
    guard result.count > settings.maximumPieces else { return result }
    let order = result.indices.sorted { (result[$0].cost, $0) < (result[$1].cost, $1) }
    return order.prefix(settings.maximumPieces).map { result[$0] }
  }

  private func casings(of texts: [ScannedText]) -> [TextPiece.Casing] {
    let hasLetters = texts.contains { $0.classes.contains { $0.contains(.letter) } }
    return hasLetters ? TextPiece.Casing.allCases : [.unchanged]
  }

  private func variants(
    from start: Landmark, to end: Landmark, looks: [(span: TextSpan, others: [Range<Int>?])], others: [ScannedText],
    _ piece: (TextSpan) -> TextPiece
  ) -> [Edge.Variant] {
    var found: [(span: TextSpan, cost: Double, others: [Int])] = []
    func add(_ span: TextSpan, _ cost: Double, _ ranges: [(Int, Int)]) {
      var signature: [Int] = []
      var failing = 0
      for (index, range) in ranges.enumerated() {
        let isThere = range.0 >= 0 && range.0 < range.1 && range.1 <= others[index].count
        signature.append(isThere ? range.0 * 100_000 + range.1 : -1)
        failing += isThere ? 0 : 1
      }
      found.append((span, cost + SearchRows.cost(ofFailing: failing, among: others.count), signature))
    }
    for from in start.choices {
      for to in end.choices {
        let isWhole = from.position == .fromStart(0) && to.position == .fromEnd(0)
        let span = isWhole ? TextSpan.whole : .between(from.position, to.position)
        add(span, TextPrior.cost(of: span), zip(from.others, to.others).map { ($0, $1) })
      }
    }
    for look in looks {
      add(look.span, TextPrior.cost(of: look.span), look.others.map { ($0?.lowerBound ?? -1, $0?.upperBound ?? -1) })
    }
    let lengths = Set(zip(start.positions, end.positions).map { $1 - $0 })
    if lengths.count == 1, let length = lengths.first {
      for from in start.choices {
        let span = TextSpan.first(length, from: from.position)
        add(span, TextPrior.cost(of: span), from.others.map { ($0, $0 < 0 ? -1 : $0 + length) })
      }
      for to in end.choices {
        let span = TextSpan.last(length, before: to.position)
        add(span, TextPrior.cost(of: span), to.others.map { ($0 - length, $0) })
      }
    }
    var seen: Set<[Int]> = []
    var result: [Edge.Variant] = []
    for (_, candidate) in found.enumerated().sorted(by: { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) })
    where seen.insert(candidate.others).inserted {
      let piece = piece(candidate.span)
      let cost = candidate.cost - TextPrior.cost(of: candidate.span) + TextPrior.cost(of: piece)
      result.append(
        Edge.Variant(
          expression: .text(piece), cost: cost, costInContext: cost,
          behaviour: behaviour(candidate.others, piece.casing, others)))
      if result.count == TextEdges.width { break }
    }
    return result
  }

  private func behaviour(_ ranges: [Int], _ casing: TextPiece.Casing, _ others: [ScannedText]) -> Fingerprint {
    var result = Fingerprint()
    for (range, text) in zip(ranges, others) {
      if range < 0 {
        result.add(UInt64.max - 1)
      } else {
        result.add(casing.applied(to: text.scalars[range / 100_000..<range % 100_000]))
      }
    }
    return result
  }
}
