/// Which parts of an observation make it the same *kind* as another one, learned from a stream.
///
/// First every text counts that comes back often enough beside what is the same otherwise, as it is or without its
/// numbers (a button's name, a cell's column). Then each column is tried again, kind by kind: it stays where it says
/// more about the next steps than it costs to tell after the step before, and goes where it is merely different from
/// time to time (a country that was chosen). Columns of which texts are carried from step to step do not count, nor do
/// columns of numbers alone.
package struct Vocabulary: Sendable {
  /// Below this share of rare texts a column counts.
  static let rareShare = 0.15
  /// Of fewer instances than this a text that comes back once is no rare one.
  static let fewInstances = 12
  /// From this share of its texts on that are carried elsewhere a column does not count.
  static let carriedShare = 0.12
  /// How many bits an occurrence may cost more than it says.
  static let tolerance = 0.15
  /// How many steps ahead a text may say something about.
  static let lookahead = 3
  /// How often all columns are tried again: what was carried along from step to step takes as many.
  static let sweeps = 3

  /// Whether a column's text counts beside what is the same otherwise.
  fileprivate enum Reading {
    case asIs, withoutNumbers
  }

  /// The columns that count, in the order in which they are read.
  private let order: [Int]
  /// How many of them are known to count; they come first.
  private let tellingCount: Int
  /// For each of them: how its text is read, by what the columns before it say.
  private var readings: [[UInt64: Reading]]
  /// Which column's text is left out again, beside what the others say.
  private var omissions: [(column: Int, beside: Set<UInt64>)] = []
  private var numbers: [UInt64: Int] = [:]

  /// How many kinds there are; the last one is for everything that was never seen.
  package var kinds: Int { numbers.count + 1 }

  /// Learns from a stream, and says the kind of each of its observations, numbered in the order of appearance.
  package static func learn(from observations: Observations) -> (vocabulary: Vocabulary, symbols: [Int]) {
    var vocabulary = Vocabulary(observations)
    let symbols = vocabulary.learn(observations)
    return (vocabulary, symbols)
  }

  private init(_ observations: Observations) {
    let columns = observations.columns.map(TextColumn.init)
    let learned = TextColumn.notCarried(columns, below: Vocabulary.carriedShare)
      .filter { columns[$0].kinds > 1 && !columns[$0].isNumeric && !observations.telling.contains($0) }
      .sorted { (columns[$0].plainKinds, $0) < (columns[$1].plainKinds, $1) }
    order = observations.telling.sorted() + learned
    tellingCount = observations.telling.count
    readings = order.map { _ in [:] }
  }

  private mutating func learn(_ observations: Observations) -> [Int] {
    let count = observations.count
    let columns = order.map { TextColumn(observations.columns[$0]) }
    var parts: [[UInt64]] = []
    var sums = [UInt64](repeating: 0, count: count)
    for (index, column) in columns.enumerated() {
      readings[index] = Vocabulary.readings(of: column, beside: sums)
      parts.append(column.parts(readings[index], beside: sums, salt: index, always: index < tellingCount))
      for position in 0..<count { sums[position] &+= parts[index][position] }
    }
    let logs = Logarithms(upTo: 4 * count + 4)
    for _ in 0..<Vocabulary.sweeps {
      let before = omissions.count
      for index in columns.indices.dropFirst(tellingCount).reversed() where parts[index].contains(where: { $0 != 0 }) {
        let without = zip(sums, parts[index]).map { $0 &- $1 }
        let useless = Vocabulary.useless(sums: sums, without: without, logs: logs)
        guard useless.contains(true) else { continue }
        var beside: Set<UInt64> = []
        for position in 0..<count where useless[position] && parts[index][position] != 0 {
          beside.insert(without[position])
          sums[position] = without[position]
          parts[index][position] = 0
        }
        omissions.append((index, beside))
      }
      if omissions.count == before { break }
    }
    let symbols = NumberTable.numbers(of: sums)
    for (sum, symbol) in zip(sums, symbols) { numbers[sum] = symbol }
    return symbols
  }

  /// How much neighbouring observations differ, as the share of the columns that count in which they do; 0 for the
  /// last.
  func contrasts(in observations: Observations) -> [Double] {
    let columns = order.map { observations.columns[$0] }
    return (0..<observations.count).map { position in
      guard position + 1 < observations.count, !columns.isEmpty else { return 0 }
      return Double(columns.count { $0[position] != $0[position + 1] }) / Double(columns.count)
    }
  }

  /// The kinds of further observations.
  package func symbols(of observations: Observations) -> [Int] {
    let columns = order.map { TextColumn(observations.columns[$0]) }
    var parts: [[UInt64]] = []
    var sums = [UInt64](repeating: 0, count: observations.count)
    for (index, column) in columns.enumerated() {
      parts.append(column.parts(readings[index], beside: sums, salt: index, always: index < tellingCount))
      for position in sums.indices { sums[position] &+= parts[index][position] }
    }
    for (index, beside) in omissions {
      for position in sums.indices where parts[index][position] != 0 {
        let without = sums[position] &- parts[index][position]
        guard beside.contains(without) else { continue }
        sums[position] = without
        parts[index][position] = 0
      }
    }
    return sums.map { numbers[$0] ?? kinds - 1 }
  }

  /// How the column's text is read: as it is or without its numbers, where that comes back beside what is the same
  /// otherwise.
  private static func readings(of column: TextColumn, beside sums: [UInt64]) -> [UInt64: Reading] {
    let groups = NumberTable.numbers(of: sums)
    let count = groups.count
    var sumOf = [UInt64](repeating: 0, count: (groups.max() ?? -1) + 1)
    for position in 0..<count { sumOf[groups[position]] = sums[position] }
    var result: [UInt64: Reading] = [:]
    for (reading, texts) in [(Reading.asIs, column.raw), (.withoutNumbers, column.plain)] {
      var counts = CountTable(capacity: 256)
      let cells = (0..<count).map { UInt64(groups[$0]) << 32 | UInt64(texts[$0]) }
      for cell in cells { _ = counts.add(cell) }
      var sizes = [Int](repeating: 0, count: sumOf.count)
      for position in 0..<count { sizes[groups[position]] += 1 }
      var rare = [Int](repeating: 0, count: sumOf.count)
      for position in 0..<count {
        let often = sizes[groups[position]] < fewInstances ? 2 : 3
        if counts[cells[position]] < often { rare[groups[position]] += 1 }
      }
      for group in sumOf.indices where result[sumOf[group]] == nil {
        if Double(rare[group]) <= rareShare * Double(sizes[group]) { result[sumOf[group]] = reading }
      }
    }
    return result
  }

  /// Where a column says less about the steps to come than it costs to tell.
  private static func useless(sums: [UInt64], without: [UInt64], logs: Logarithms) -> [Bool] {
    let count = sums.count
    let (old, new) = (NumberTable.numbers(of: sums), NumberTable.numbers(of: without))
    let before = [0] + old.dropLast().map { $0 + 1 }
    let place = NumberTable.numbers(of: zip(before, new).map { UInt64($0) << 32 | UInt64($1) })
    let telling = costs(of: old, given: place, logs)
    let groups = (new.max() ?? -1) + 1
    var cost = [Double](repeating: 0, count: groups)
    var sizes = cost
    // What says nothing that the other columns do not say is no use either.
    var isSplit = [Bool](repeating: false, count: groups)
    var first = [Int](repeating: -1, count: groups)
    for position in 0..<count {
      let group = new[position]
      if first[group] < 0 { first[group] = old[position] }
      if first[group] != old[position] { isSplit[group] = true }
      cost[group] += telling[position]
      sizes[group] += 1
    }
    var gain = [Double](repeating: 0, count: groups)
    if isSplit.contains(true) {
      for distance in 1...lookahead where count > distance {
        let ahead = Array(old.dropFirst(distance)) + [Int](repeating: 0, count: distance)
        let (known, unknown) = (costs(of: ahead, given: old, logs), costs(of: ahead, given: new, logs))
        var here = [Double](repeating: 0, count: groups)
        for position in 0..<count { here[new[position]] += unknown[position] - known[position] }
        for group in 0..<groups { gain[group] = max(gain[group], here[group]) }
      }
    }
    return new.map { !isSplit[$0] || cost[$0] - gain[$0] > tolerance * sizes[$0] }
  }

  /// What telling each symbol costs, in bits, given another one, by how often they came together; a half less for
  /// each, so that what came together once says little.
  private static func costs(of symbols: [Int], given contexts: [Int], _ logs: Logarithms) -> [Double] {
    var pairs = CountTable(capacity: 1024)
    var totals = [Int](repeating: 0, count: (contexts.max() ?? 0) + 1)
    for (symbol, context) in zip(symbols, contexts) {
      _ = pairs.add(UInt64(context) << 32 | UInt64(symbol))
      totals[context] += 1
    }
    return zip(symbols, contexts).map { symbol, context in
      logs.of(Double(2 * totals[context])) - logs.of(Double(2 * pairs[UInt64(context) << 32 | UInt64(symbol)] - 1))
    }
  }
}

extension TextColumn {
  /// What each text adds to the sum that names a kind; 0 where it does not count. With `always` it does, at least
  /// without its numbers.
  fileprivate func parts(
    _ readings: [UInt64: Vocabulary.Reading], beside sums: [UInt64], salt: Int, always: Bool
  ) -> [UInt64] {
    sums.indices.map { position in
      switch readings[sums[position]] ?? (always ? .withoutNumbers : nil) {
      case .asIs: StableHash.mix(hashes[raw[position]], salt)
      case .withoutNumbers: StableHash.mix(plainHashes[plain[position]], salt)
      case nil: 0
      }
    }
  }
}
