/// How often each symbol directly followed each other one, in streams taken apart where the recording broke off.
struct PairCounts: Sendable {
  struct Pair: Sendable, Hashable {
    var symbol: Int
    var count: Int
    /// How much speaks for cutting between the two, in bits, in all.
    var evidence = 0.0
  }

  let kinds: Int
  let total: Int
  /// How often each symbol was seen; direct repetitions count once.
  let counts: [Int]
  let followers: [[Pair]]
  let leaders: [[Pair]]
  /// How often each symbol stood first and last in a stream.
  let firsts: [Int]
  let lasts: [Int]

  /// Counts in streams; `endings` says how much speaks for an end after each symbol, where anything does.
  init(_ streams: [[Int]], endings: [[Double]], kinds: Int) {
    self.kinds = kinds
    var counts = [Int](repeating: 0, count: kinds)
    var firsts = counts
    var lasts = counts
    var table: [UInt64: (count: Int, evidence: Double)] = [:]
    for (number, stream) in streams.enumerated() {
      guard let first = stream.first, let last = stream.last else { continue }
      firsts[first] += 1
      lasts[last] += 1
      var previous = -1
      for (position, symbol) in stream.enumerated() where symbol != previous {
        counts[symbol] += 1
        if previous >= 0 {
          let key = UInt64(previous) << 32 | UInt64(symbol)
          let old = table[key] ?? (0, 0)
          let evidence = endings.isEmpty ? 0 : endings[number][position - 1]
          table[key] = (old.count + 1, old.evidence + evidence)
        }
        previous = symbol
      }
    }
    var followers = [[Pair]](repeating: [], count: kinds)
    var leaders = followers
    for key in table.keys.sorted() {
      let (left, right) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
      guard let (count, evidence) = table[key] else { continue }
      followers[left].append(Pair(symbol: right, count: count, evidence: evidence))
      leaders[right].append(Pair(symbol: left, count: count, evidence: evidence))
    }
    self.counts = counts
    self.firsts = firsts
    self.lasts = lasts
    self.followers = followers
    self.leaders = leaders
    total = counts.reduce(0, +)
  }
}
