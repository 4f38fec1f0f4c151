import Trace

/// A place that is meant by several positions: they agree on the examples, and may differ on other inputs.
struct Landmark: Sendable {
  struct Choice: Sendable {
    var position: TextPosition
    var cost: Double
    /// Where it is in each of the other inputs; -1 where it is not.
    var others: [Int]
  }

  /// Where it is in each example.
  var positions: [Int]
  /// The likeliest first; no two alike on the other inputs.
  var choices: [Choice]
}

/// The places of one input that positions can name.
struct Landmarks {
  private(set) var all: [Landmark] = []

  /// How many positions are kept for a place.
  private static let width = 4

  /// - Parameter isPlain: Whether only distances from the start and the end are of interest.
  init(texts: [ScannedText], others: [ScannedText], isPlain: Bool, limit: Int) {
    guard let first = texts.first else { return }
    var candidates: [[Int]: [(position: () -> TextPosition, cost: Double, others: [Int])]] = [:]
    var order: [[Int]] = []
    func add(_ positions: [Int], _ others: [Int], cost: Double, _ position: @escaping () -> TextPosition) {
      if candidates[positions] == nil { order.append(positions) }
      let missing = others.count { $0 < 0 }
      candidates[positions, default: []].append(
        (position, cost + SearchRows.cost(ofFailing: missing, among: others.count), others))
    }
    for distance in 0...min(first.count, limit) {
      if texts.allSatisfy({ $0.count >= distance }) {
        let position = TextPosition.fromStart(distance)
        add(
          texts.map { _ in distance }, others.map { $0.count >= distance ? distance : -1 },
          cost: TextPrior.cost(of: position)
        ) {
          position
        }
        let fromEnd = TextPosition.fromEnd(distance)
        add(
          texts.map { $0.count - distance }, others.map { $0.count >= distance ? $0.count - distance : -1 },
          cost: TextPrior.cost(of: fromEnd)
        ) { fromEnd }
      }
    }
    if !isPlain {
      var numbers = TokenNumbers()
      let words = Landmarks.commonWords(texts + others)
      let tables = texts.map { PositionTable($0, words: words, numbers: &numbers, limit: limit).boundaries }
      let otherTables = others.map { PositionTable($0, words: words, numbers: &numbers, limit: limit).boundaries }
      let finished = numbers
      for (key, places) in tables[0].sorted(by: { $0.key < $1.key }) {
        let lists = tables.map { $0[key] ?? [] }
        guard lists.allSatisfy({ !$0.isEmpty }) else { continue }
        let otherLists = otherTables.map { $0[key] ?? [] }
        let base = TextPrior.cost(of: PositionTable.position(key, occurrence: 0, numbers))
        for index in places.indices {
          for occurrence in [index, index - places.count] where abs(occurrence) < 12 {
            let positions = lists.compactMap { $0.at(occurrence: occurrence) }
            guard positions.count == texts.count else { continue }
            add(
              positions, otherLists.map { $0.at(occurrence: occurrence) ?? -1 },
              cost: base + TextPrior.cost(ofOccurrence: occurrence)
            ) { PositionTable.position(key, occurrence: occurrence, finished) }
          }
        }
      }
    }
    all = order.map { positions in
      var seen: Set<[Int]> = []
      var choices: [Landmark.Choice] = []
      let sorted = (candidates[positions] ?? []).enumerated().sorted {
        ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
      }
      for (_, candidate) in sorted where seen.insert(candidate.others).inserted {
        choices.append(
          Landmark.Choice(position: candidate.position(), cost: candidate.cost, others: candidate.others))
        if choices.count == Landmarks.width { break }
      }
      return Landmark(positions: positions, choices: choices)
    }
  }

  /// Words and numbers that are in every text.
  private static func commonWords(_ texts: [ScannedText]) -> [[Unicode.Scalar]] {
    guard let first = texts.first, texts.count > 1 else { return [] }
    var result: [[Unicode.Scalar]] = []
    for start in 0..<first.count where first.runStarts(.alphanumeric, at: start) {
      let word = Array(first.scalars[start..<first.endOfRun(.alphanumeric, startingAt: start)])
      if word.count > 1, !result.contains(word), texts.allSatisfy({ $0.scalars.contains(subsequence: word) }) {
        result.append(word)
      }
    }
    return result
  }
}

extension [Int] {
  fileprivate func at(occurrence: Int) -> Int? {
    let index = occurrence < 0 ? count + occurrence : occurrence
    return indices.contains(index) ? self[index] : nil
  }
}
