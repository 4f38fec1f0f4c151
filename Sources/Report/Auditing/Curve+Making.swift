import Foundation

extension Curve {
  init(tests: [TestedDay], figures: [Figures]) {
    points = zip(tests, figures).map { day, figures in
      Point(
        daysBefore: day.number, name: day.slice.day.name, carriedOut: figures.carriedOut.fraction ?? 0,
        recognised: figures.recognised.fraction ?? 0, known: figures.known.fraction ?? 0)
    }
    trend = Trend(through: points.map { (Double($0.daysBefore), $0.carriedOut) })
  }
}

extension Curve.Trend {
  /// Fits by least squares; nil for less than five points.
  init?(through points: [(days: Double, share: Double)]) {
    guard points.count >= 5 else { return nil }
    var best: (error: Double, limit: Double, pace: Double)?
    for tenth in 2...300 {
      let pace = Double(tenth) / 10
      let shape = points.map { 1 - exp(-$0.days / pace) }
      let square = shape.reduce(0) { $0 + $1 * $1 }
      let product = zip(shape, points).reduce(0) { $0 + $1.0 * $1.1.share }
      let limit = min(1, max(0, product / square))
      let error = zip(shape, points).reduce(0) { $0 + pow($1.1.share - limit * $1.0, 2) }
      if error < best?.error ?? .infinity { best = (error, limit, pace) }
    }
    guard let best else { return nil }
    self.init(limit: best.limit, pace: best.pace)
  }
}

extension Interval {
  /// Draws days at random with replacement, a thousand times.
  init?(of days: [Figures], seed: UInt64) {
    let days = days.filter { $0.carriedOut.of > 0 }
    guard days.count > 1 else { return nil }
    var random = SeededGenerator(seed: seed)
    let draws = (0..<1000).map { _ -> Double in
      var (part, whole) = (0.0, 0.0)
      for _ in days {
        let day = days[Int(random.next() % UInt64(days.count))]
        part += day.carriedOut.seconds
        whole += day.carriedOut.of
      }
      return part / whole
    }.sorted()
    let shares = days.compactMap(\.carriedOut.fraction)
    self.init(
      low: draws[50], high: draws[949], minimum: shares.min() ?? 0, maximum: shares.max() ?? 0, days: days.count)
  }
}

/// Random numbers that a seed decides (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
