import Foundation

/// How well the episodes found in a stream match the true ones.
struct SegmentationScore {
  /// F1 of the places where one episode follows another, by how many rows they may be off.
  var boundaryF1: [Double]
  /// F1 of the pairs of rows that are in the same episode.
  var pairF1: Double
  /// Agreement of the tasks found with the true ones, without any mapping: 1 for equal, 0 for chance.
  var adjustedMutualInformation: Double
  var adjustedRand: Double
  /// WindowDiff with windows of half the mean episode; 0 is perfect.
  var windowDiff: Double

  /// - Parameters:
  ///   - truth: the instance of each row; nil for none.
  ///   - found: the episode of each row; nil for none.
  init(truth: [Int?], tasks: [String], found: [Int?], foundTasks: [Int?]) {
    let (right, own) = (SegmentationScore.changes(truth), SegmentationScore.changes(found))
    boundaryF1 = (0...2).map { SegmentationScore.f1(right, own, tolerance: $0) }
    pairF1 = SegmentationScore.pairF1(truth, found)
    let rows = truth.indices.filter { truth[$0] != nil }
    let taskNumbers = SegmentationScore.numbers(rows.map { tasks[$0] })
    let clusters = SegmentationScore.numbers(
      rows.map { row in found[row].flatMap { foundTasks[$0] }.map(String.init) ?? "none" })
    adjustedMutualInformation = ClusterAgreement(taskNumbers, clusters).adjustedMutualInformation
    adjustedRand = ClusterAgreement(taskNumbers, clusters).adjustedRand
    windowDiff = SegmentationScore.windowDiff(right, own, count: truth.count)
  }

  /// Where a row belongs to another episode than the row before it that belongs to one.
  private static func changes(_ episodes: [Int?]) -> [Int] {
    var result: [Int] = []
    var last: Int?
    for (position, episode) in episodes.enumerated() {
      guard let episode else { continue }
      if let last, last != episode { result.append(position) }
      last = episode
    }
    return result
  }

  /// Each true boundary is matched by one found one at most, the nearest first come.
  private static func f1(_ truth: [Int], _ found: [Int], tolerance: Int) -> Double {
    guard !(truth.isEmpty && found.isEmpty) else { return 1 }
    var isTaken = [Bool](repeating: false, count: truth.count)
    var hits = 0
    var first = 0
    for place in found {
      while first < truth.count, truth[first] < place - tolerance { first += 1 }
      var best: Int?
      var other = first
      while other < truth.count, truth[other] <= place + tolerance {
        if !isTaken[other], best.map({ abs(truth[other] - place) < abs(truth[$0] - place) }) ?? true { best = other }
        other += 1
      }
      if let best {
        isTaken[best] = true
        hits += 1
      }
    }
    return 2 * Double(hits) / Double(truth.count + found.count)
  }

  private static func pairF1(_ truth: [Int?], _ found: [Int?]) -> Double {
    func pairs(_ counts: some Sequence<Int>) -> Double {
      counts.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 }
    }
    func counts(_ labels: [Int?]) -> [Int: Int] {
      labels.reduce(into: [:]) { counts, label in if let label { counts[label, default: 0] += 1 } }
    }
    struct Both: Hashable {
      var truth: Int
      var found: Int
    }
    var both: [Both: Int] = [:]
    for (one, other) in zip(truth, found) {
      if let one, let other { both[Both(truth: one, found: other), default: 0] += 1 }
    }
    return 2 * pairs(both.values) / max(1, pairs(counts(truth).values) + pairs(counts(found).values))
  }

  private static func windowDiff(_ truth: [Int], _ found: [Int], count: Int) -> Double {
    let window = max(2, count / (truth.count + 1) / 2)
    guard count > window else { return 0 }
    func cumulated(_ places: [Int]) -> [Int] {
      let marks = Set(places)
      var sum = 0
      return (0..<count).map { position in
        if marks.contains(position) { sum += 1 }
        return sum
      }
    }
    let (right, own) = (cumulated(truth), cumulated(found))
    let wrong = (0..<(count - window)).count { right[$0 + window] - right[$0] != own[$0 + window] - own[$0] }
    return Double(wrong) / Double(count - window)
  }

  private static func numbers(_ labels: [String]) -> [Int] {
    var numbers: [String: Int] = [:]
    return labels.map { label in
      let number = numbers[label] ?? numbers.count
      numbers[label] = number
      return number
    }
  }
}
