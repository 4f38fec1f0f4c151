import Trace

extension [ReadWord] {
  /// The words that belong together under a point: those of its line without a gap wider than one and a half times the
  /// height of the letters.
  func run(at point: Point) -> [ReadWord] {
    let lines = Dictionary(grouping: self, by: \.line).values
    let near = lines.compactMap { words in words.distance(to: point.y).map { (words, $0) } }
    guard let words = near.min(by: { $0.1 < $1.1 })?.0 else { return [] }
    let found = words.runs.filter { $0.holds(point.x) }
    return found.min { $0.distance(across: point.x) < $1.distance(across: point.x) } ?? []
  }

  /// How far a line is above or below; nil where it is farther than its letters are high.
  private func distance(to y: Double) -> Double? {
    guard let box = reduce(nil, { Bounds.union($0, $1.bounds) }) else { return nil }
    let distance = Swift.max(box.y - y, y - (box.y + box.height), 0)
    return distance <= box.height ? distance : nil
  }

  /// The words of one line, parted where the gaps are wide.
  private var runs: [[ReadWord]] {
    sorted { $0.bounds.x < $1.bounds.x }.reduce(into: []) { runs, word in
      guard let last = runs.last?.last, word.follows(last) else { return runs.append([word]) }
      runs[runs.count - 1].append(word)
    }
  }

  /// Whether a run is under the pointer, or nearer to it than its letters are high.
  private func holds(_ x: Double) -> Bool {
    distance(across: x) <= (map(\.bounds.height).max() ?? 0)
  }

  private func distance(across x: Double) -> Double {
    guard let left = map(\.bounds.x).min(), let right = map({ $0.bounds.x + $0.bounds.width }).max() else {
      return .infinity
    }
    return Swift.max(left - x, x - right, 0)
  }
}

extension ReadWord {
  fileprivate func follows(_ word: ReadWord) -> Bool {
    bounds.x - (word.bounds.x + word.bounds.width) < 1.5 * Swift.max(bounds.height, word.bounds.height)
  }
}
