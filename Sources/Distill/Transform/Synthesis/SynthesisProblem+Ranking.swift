import Trace

extension SynthesisProblem {
  /// A transformation that agrees with the examples.
  struct Candidate {
    var transformation: Transformation
    /// Bits, without what the other inputs say.
    var cost: Double
  }

  /// The candidates, the likeliest first; of those that do the same on every other input, the simplest only.
  func ranked(_ candidates: [Candidate]) -> [RankedTransformation] {
    let shape = OutputShape(answered.compactMap(\.output))
    let looked = others.evenly(settings.rankedOthers)
    let places = otherPlaces.evenly(settings.rankedOthers)
    var scored: [(transformation: Transformation, cost: Double, results: [String?])] = []
    for candidate in candidates {
      let results = looked.map { candidate.transformation.evaluate(on: $0) }
      var odd = 0.0
      for case let result? in results { odd += shape.oddity(of: result) }
      let share = looked.isEmpty ? 0 : odd / Double(looked.count)
      scored.append((candidate.transformation, candidate.cost + SynthesisProblem.cost(ofOddity: share), results))
    }
    let order = scored.indices.sorted { (scored[$0].cost, $0) < (scored[$1].cost, $1) }
    var seen: Set<[String?]> = []
    let distinct = order.filter { looked.isEmpty || seen.insert(scored[$0].results).inserted }.map { scored[$0] }
    return distinct.prefix(settings.limit).map { best in
      let rivals = distinct.filter { $0.cost <= best.cost + settings.doubt }
      let doubtful = looked.indices.filter { row in rivals.contains { $0.results[row] != best.results[row] } }
      return RankedTransformation(
        transformation: best.transformation, cost: best.cost, doubtful: doubtful.map { places[$0] })
    }
  }

  /// Bits that speak against results that do not look like those of the examples.
  private static func cost(ofOddity share: Double) -> Double {
    10 * share
  }
}
