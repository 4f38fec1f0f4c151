/// A stream of observations as columns of text: what steps and the rows of a log have in common.
package struct Observations: Sendable {
  /// One value for each observation; an empty text where there is none.
  package var columns: [[String]]
  /// Names of the things each observation is about (a record, a copied value, a window): what observations of one
  /// episode share. Empty, or one list for each observation.
  package var things: [[UInt64]]
  /// How much speaks for an end after each observation, in bits, whatever follows what; empty for nothing known.
  package var endings: [Double]
  /// Names what an observation left behind (a form that was sent), 0 for nothing: an episode leaves the same thing
  /// behind once. Empty for nothing known.
  package var results: [UInt64]
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

  /// The ranges between the breaks.
  var streams: [Range<Int>] {
    let cuts = [0] + breaks.filter { $0 > 0 && $0 < count } + [count]
    return zip(cuts, cuts.dropFirst()).filter { $0 < $1 }.map { $0..<$1 }
  }
}
