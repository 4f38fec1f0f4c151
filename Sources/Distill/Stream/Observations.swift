/// A stream of observations as columns of text: what steps and the rows of a log have in common.
package struct Observations: Sendable {
  /// One value for each observation; an empty text where there is none.
  package var columns: [[String]]
  /// The columns that are known to say what kind an observation is of; of the others that is to be learned.
  package var telling: Set<Int> = []
  /// Names of the things each observation is about (a record, a copied value, a window): what observations of one
  /// episode share. Empty, or one list for each observation.
  package var things: [[UInt64]]
  /// How much speaks for an end after each observation, in bits, whatever follows what; empty for nothing known.
  package var endings: [Double]
  /// Names what an observation left behind (a form that was sent), 0 for nothing: an episode leaves the same thing
  /// behind once. Empty for nothing known.
  package var results: [UInt64]
  /// Which observations are known to belong to no episode, whatever their kind; empty for none.
  package var asides: Set<Int> = []
  /// Where the recording broke off: each of these positions begins anew.
  package var breaks: [Int]
  package let count: Int

  package init(
    columns: [[String]], things: [[UInt64]] = [], endings: [Double] = [], results: [UInt64] = [], breaks: [Int] = []
  ) {
    self.columns = columns
    self.things = things
    self.endings = endings
    self.results = results
    self.breaks = breaks
    count = columns.first?.count ?? 0
  }

  /// Those that can belong to an episode, in order; `positions` says where each of them stands here.
  func withoutAsides() -> (observations: Observations, positions: [Int]) {
    let positions = (0..<count).filter { !asides.contains($0) }
    guard positions.count < count else { return (self, positions) }
    var kept = Observations(
      columns: columns.map { column in positions.map { column[$0] } },
      things: things.isEmpty ? [] : positions.map { things[$0] },
      endings: endings.isEmpty ? [] : positions.map { endings[$0] },
      results: results.isEmpty ? [] : positions.map { results[$0] })
    kept.telling = telling
    // A break stands before the first one kept after it.
    kept.breaks = breaks.compactMap { position in positions.firstIndex { $0 >= position } }
    return (kept, positions)
  }

  /// The ranges between the breaks.
  var streams: [Range<Int>] {
    let cuts = [0] + breaks.filter { $0 > 0 && $0 < count } + [count]
    return zip(cuts, cuts.dropFirst()).filter { $0 < $1 }.map { $0..<$1 }
  }
}
