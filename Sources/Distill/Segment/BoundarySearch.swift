import Foundation

/// Finds out which symbols begin and which end an episode, from nothing but what follows what.
///
/// A cut stands before every symbol that begins and after every one that ends an episode. Between two cuts each
/// symbol is told given the one before it, and the end as one more symbol; after a cut the next symbol is told
/// independently of everything before. Where the next task is a free choice, telling it independently costs nothing
/// and spares the many pairs of an end and a beginning; everywhere else a cut forgets what would have been known. So
/// the set of cuts with the shortest description in bits is where the work comes apart.
///
///     …  Save │ openFile  goToUrl  …  OK │ copy A  paste A  …  Submit  Add another │ openFile …
///
/// Every row of pairs is told by an adaptive code in closed form (prediction by partial matching, method C), so
/// adding or removing a symbol is judged from its own pairs alone.
struct BoundarySearch: Sendable {
  private let pairs: PairCounts
  private let factorials: LogFactorials
  /// One row for each symbol, then one for what stands at the beginning of episodes, then one for what was new in
  /// any of the others.
  private var rows: [CodeRow]
  /// Ends of episodes counted in each symbol's row.
  private var endCounts: [Int]
  private var startCounts: [Int]
  /// In how many rows a symbol is; the last is the end.
  private var noveltyCounts: [Int]
  /// What each cut is worth, in bits: of two sets of cuts that describe the stream equally well, the finer one.
  static let gain = 0.05
  /// From how many first symbols the search sets out, and how many it tries in the place of another one.
  static let firsts = 4
  static let exchanges = 96
  /// From how many bits on it is open what follows a symbol, or what stands before it.
  static let openness = [0.5, 1.0, 1.5, 2.0]
  /// How many symbols such a set has at most.
  static let mostOpen = 96
  /// What cutting at returns may cost for each episode, in bits: a choice of two.
  static let allowance = 1.1
  /// Which symbols begin and which end an episode.
  private(set) var begins: [Bool]
  private(set) var ends: [Bool]
  /// The length of the whole description.
  private(set) var bits = 0.0

  init(_ pairs: PairCounts) {
    self.pairs = pairs
    let kinds = pairs.kinds
    factorials = LogFactorials(upTo: 4 * pairs.total + 4 * kinds + 16)
    rows = [CodeRow](repeating: CodeRow(), count: kinds + 2)
    endCounts = pairs.lasts
    startCounts = pairs.firsts
    noveltyCounts = [Int](repeating: 0, count: kinds + 1)
    begins = [Bool](repeating: false, count: kinds)
    ends = begins
    for symbol in 0..<kinds {
      for pair in pairs.followers[symbol] { change(symbol, from: 0, to: pair.count, of: pair.symbol) }
      change(symbol, from: 0, to: endCounts[symbol], of: kinds)
      change(kinds, from: 0, to: startCounts[symbol], of: symbol)
    }
  }

  // MARK: - Search

  /// Adds, removes and exchanges symbols as long as the description gets shorter, from each of the most promising
  /// first ones; at least one begins or ends an episode.
  mutating func run() {
    let moves = (0..<pairs.kinds).filter { pairs.counts[$0] >= 2 }.flatMap { [Move.begin($0), .end($0)] }
    // What is worst alone is not worth an exchange later.
    let ranked = moves.map { ($0, bits(after: [$0])) }.sorted { $0.1 < $1.1 }.map(\.0)
    let starts = ranked.prefix(BoundarySearch.firsts).map { [$0] } + openSets
    var best: BoundarySearch?
    for start in starts {
      var search = self
      search.climb(from: start, moves, exchanges: Array(ranked.prefix(BoundarySearch.exchanges)))
      if search.bits < (best?.bits ?? .infinity) - 1e-6 { best = search }
    }
    if let best { self = best }
    cutAtReturns()
  }

  /// An episode does not come back to its own beginning: where a symbol that episodes begin with stands inside
  /// others as well, they are cut there too, unless that costs more than telling two kinds of episode apart.
  ///
  ///     A1 A2 A3 B1 B2 B3 │ A1 A2 A3 B1 …     with A1 = B1:     A1 A2 A3 │ A1 B2 B3 │ …
  private mutating func cutAtReturns() {
    for symbol in 0..<pairs.kinds where !begins[symbol] && startCounts[symbol] >= 2 {
      let inside = pairs.counts[symbol] - startCounts[symbol]
      guard 4 * inside >= pairs.counts[symbol], 2 * startCounts[symbol] >= startTotal / 2 else { continue }
      let before = bits
      apply(.begin(symbol))
      if bits > before + BoundarySearch.allowance * Double(startTotal) { apply(.begin(symbol)) }
    }
  }

  /// Sets of symbols to begin with: after which, or before which, it is open what stands there. One end or beginning
  /// alone may be worth nothing before the others are known; of many, those of no use are taken away again.
  private var openSets: [[Move]] {
    let ends = pairs.followers.map(openness)
    let begins = pairs.leaders.map(openness)
    func open(_ bits: [Double], _ least: Double) -> [Int] {
      let found = bits.indices.filter { bits[$0] >= least && pairs.counts[$0] >= 2 }
      // What is open and frequent tells most; what is least open is tried first whether it can be spared.
      return found.sorted { (bits[$1] * Double(pairs.counts[$1]), $0) < (bits[$0] * Double(pairs.counts[$0]), $1) }
        .prefix(BoundarySearch.mostOpen).sorted { (bits[$0], $0) < (bits[$1], $1) }
    }
    return BoundarySearch.openness.flatMap { least in
      [open(ends, least).map(Move.end), open(begins, least).map(Move.begin)].filter { !$0.isEmpty }
    }
  }

  /// The entropy of neighbours, in bits.
  private func openness(_ pairs: [PairCounts.Pair]) -> Double {
    let total = Double(pairs.reduce(0) { $0 + $1.count })
    return pairs.reduce(0) { $0 - Double($1.count) / total * log2(Double($1.count) / total) }
  }

  /// How many episodes there are.
  private var startTotal: Int { startCounts.reduce(0, +) }

  private mutating func climb(from start: [Move], _ moves: [Move], exchanges: [Move]) {
    for move in start { apply(move) }
    spare(start)
    var chosen = moves.filter(isSet)
    while true {
      var best: (moves: [Move], bits: Double) = ([], bits - 1e-6)
      func consider(_ candidate: [Move]) {
        let bits = bits(after: candidate)
        if bits < best.bits { best = (candidate, bits) }
      }
      for move in moves where !isSet(move) { consider([move]) }
      if chosen.count > 1 { for move in chosen { consider([move]) } }
      if best.moves.isEmpty {
        for old in chosen { for move in exchanges where !isSet(move) { consider([old, move]) } }
      }
      guard !best.moves.isEmpty else { return }
      for move in best.moves { apply(move) }
      chosen = moves.filter(isSet)
    }
  }

  /// Takes away, one by one, what the description gets shortest without; one stays.
  private mutating func spare(_ start: [Move]) {
    var left = start
    while left.count > 1 {
      let shorter = left.indices.map { ($0, bits(after: [left[$0]])) }.min { ($0.1, $0.0) < ($1.1, $1.0) }
      guard let shorter, shorter.1 < bits - 1e-6 else { return }
      apply(left.remove(at: shorter.0))
    }
  }

  private mutating func bits(after moves: [Move]) -> Double {
    for move in moves { apply(move) }
    defer { for move in moves { apply(move) } }
    return bits
  }

  private enum Move {
    case begin(Int)
    case end(Int)
  }

  private func isSet(_ move: Move) -> Bool {
    switch move {
    case .begin(let symbol): begins[symbol]
    case .end(let symbol): ends[symbol]
    }
  }

  /// Turns one symbol on, or off again.
  private mutating func apply(_ move: Move) {
    switch move {
    case .begin(let symbol):
      begins[symbol].toggle()
      for pair in pairs.leaders[symbol] where !ends[pair.symbol] {
        cut(begins[symbol], after: pair.symbol, before: symbol, pair)
      }
    case .end(let symbol):
      ends[symbol].toggle()
      for pair in pairs.followers[symbol] where !begins[pair.symbol] {
        cut(ends[symbol], after: symbol, before: pair.symbol, pair)
      }
    }
  }

  /// Cuts between two symbols wherever they follow each other, or joins them again.
  private mutating func cut(_ isCut: Bool, after left: Int, before right: Int, _ pair: PairCounts.Pair) {
    let count = pair.count
    let (kinds, change) = (pairs.kinds, isCut ? count : -count)
    self.change(left, from: isCut ? count : 0, to: isCut ? 0 : count, of: right)
    self.change(left, from: endCounts[left], to: endCounts[left] + change, of: kinds)
    endCounts[left] += change
    self.change(kinds, from: startCounts[right], to: startCounts[right] + change, of: right)
    startCounts[right] += change
    let gain = BoundarySearch.gain * Double(count) + pair.evidence
    bits += isCut ? -gain : gain
  }

  private mutating func change(_ row: Int, from old: Int, to new: Int, of symbol: Int) {
    guard old != new else { return }
    changeRow(row, from: old, to: new)
    guard (old == 0) != (new == 0) else { return }
    let before = noveltyCounts[symbol]
    noveltyCounts[symbol] += old == 0 ? 1 : -1
    changeRow(pairs.kinds + 1, from: before, to: noveltyCounts[symbol])
  }

  private mutating func changeRow(_ row: Int, from old: Int, to new: Int) {
    bits -= rows[row].bits(factorials)
    rows[row].change(from: old, to: new, factorials)
    bits += rows[row].bits(factorials)
  }
}

/// What is needed of a row of counts to know how many bits it takes.
struct CodeRow: Sendable, Hashable {
  var total = 0
  var kinds = 0
  /// The sum of log₂ (count − 1)! over its kinds.
  var repeats = 0.0

  mutating func change(from old: Int, to new: Int, _ factorials: LogFactorials) {
    total += new - old
    if old > 0 {
      kinds -= 1
      repeats -= factorials.of(old - 1)
    }
    if new > 0 {
      kinds += 1
      repeats += factorials.of(new - 1)
    }
  }

  /// Escapes cost a bit each but the first; after that what was seen costs its share of all.
  func bits(_ factorials: LogFactorials) -> Double {
    guard total > 0 else { return 0 }
    return Double(kinds - 1) + factorials.of(total + kinds - 1) - factorials.of(2 * kinds - 1) - repeats
  }
}
