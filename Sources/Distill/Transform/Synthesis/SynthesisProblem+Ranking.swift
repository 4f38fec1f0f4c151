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
    let shape = OutputShape(answered)
    let looked = others.evenly(settings.rankedOthers)
    let places = otherPlaces.evenly(settings.rankedOthers)
    var scored: [(transformation: Transformation, prior: Double, cost: Double, results: [String?])] = []
    for candidate in candidates {
      let results = looked.map { candidate.transformation.evaluate(on: $0) }
      let oddities = zip(results, looked).compactMap { result, row in result.map { shape.oddity(of: $0, for: row) } }
      let cost = candidate.cost + SynthesisProblem.cost(of: oddities, among: looked.count)
      scored.append((candidate.transformation, candidate.cost, cost, results))
    }
    let order = scored.indices.sorted { (scored[$0].cost, $0) < (scored[$1].cost, $1) }
    var seen: Set<[String?]> = []
    let distinct = order.filter { looked.isEmpty || seen.insert(scored[$0].results).inserted }.map { scored[$0] }
    return distinct.prefix(settings.limit).map { best in
      // What looks odd may be right all the same.
      let rivals = distinct.filter { $0.cost <= best.cost + settings.doubt || $0.prior <= best.prior + settings.doubt }
      let doubtful = looked.indices.filter { row in rivals.contains { $0.results[row] != best.results[row] } }
      return RankedTransformation(
        transformation: best.transformation, cost: best.cost, doubtful: doubtful.map { places[$0] })
    }
  }

  /// Bits that speak against results that do not look like those of the examples: where they are of other kinds of
  /// characters, as much as if there were none.
  private static func cost(of oddities: [Double], among count: Int) -> Double {
    guard count > 0 else { return 0 }
    let failing = oddities.count { $0 == 1 }
    let odd = oddities.reduce(0, +) - Double(failing)
    return SearchRows.cost(ofFailing: failing, among: count) + 10 * odd / Double(count + 1)
  }
}
