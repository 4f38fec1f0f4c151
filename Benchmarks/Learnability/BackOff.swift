import Foundation

/// A back-off count model, as the baseline: the longest context that was seen decides, escapes as in prediction by
/// partial matching, method C.
struct BackOff {
  let order: Int
  private var counts: [[String]: [String: Int]] = [:]

  init(order: Int) { self.order = order }

  func predict(after history: [String]) -> [(symbol: String, probability: Double)] {
    var found: [String: Double] = [:]
    var mass = 1.0
    for length in stride(from: min(order, history.count), through: 0, by: -1) {
      guard let successors = counts[Array(history.suffix(length))] else { continue }
      let open = successors.filter { found[$0.key] == nil }
      guard !open.isEmpty else { continue }
      let total = Double(open.values.reduce(0, +) + open.count)
      for (symbol, count) in open { found[symbol] = mass * Double(count) / total }
      mass *= Double(open.count) / total
    }
    return found.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) } + [("", mass)]
  }

  mutating func learn(_ symbol: String, after history: [String]) {
    for length in 0...min(order, history.count) {
      counts[Array(history.suffix(length)), default: [:]][symbol, default: 0] += 1
    }
  }
}
