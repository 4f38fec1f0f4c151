/// Pieces of work together: what follows what in them, and what they leave behind.
struct PieceGroup: Sendable {
  /// How often each symbol followed each other one: by both, in order.
  private var pairs: [(key: UInt64, count: Int)] = []
  /// In how many pieces each symbol is, in order.
  private var symbols: [(key: UInt64, count: Int)] = []
  private(set) var results: Set<UInt64> = []
  private(set) var pieces = 0

  init(_ members: [TaskClustering.Piece], kinds: Int) {
    var pairCounts: [UInt64: Int] = [:]
    var symbolCounts: [UInt64: Int] = [:]
    for piece in members {
      results.formUnion(piece.results)
      var previous = kinds
      for symbol in piece.symbols where symbol != previous {
        pairCounts[UInt64(previous) << 32 | UInt64(symbol), default: 0] += 1
        previous = symbol
      }
      pairCounts[UInt64(previous) << 32 | UInt64(kinds), default: 0] += 1
      for symbol in Set(piece.symbols) { symbolCounts[UInt64(symbol), default: 0] += 1 }
    }
    pieces = members.count
    pairs = pairCounts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    symbols = symbolCounts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether it is more than a chance find.
  var isEstablished: Bool { pieces > 2 }

  /// The share of habitual kinds of step that both have.
  func likeness(to other: PieceGroup) -> Double {
    let (own, others) = (habits, other.habits)
    let both = own.intersection(others).count
    return Double(both) / Double(max(1, own.count + others.count - both))
  }

  private var habits: Set<UInt64> {
    let needed = TaskModels.fewest(of: pieces)
    return Set(symbols.filter { $0.count >= needed }.map(\.key))
  }

  /// What part of the smaller group's habitual pairs the other one has.
  func sharedHabits(with other: PieceGroup) -> Double {
    let (own, others) = (habitualPairs, other.habitualPairs)
    var (left, right, both) = (0, 0, 0)
    while left < own.count, right < others.count {
      if own[left] == others[right] {
        both += 1
        left += 1
        right += 1
      } else if own[left] < others[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return Double(both) / Double(max(1, min(own.count, others.count)))
  }

  private var habitualPairs: [UInt64] {
    let needed = TaskModels.fewest(of: pieces)
    return pairs.filter { $0.count >= needed }.map(\.key)
  }

  /// Both together; a chance find adds its pieces to an established group but not its habits: one piece that was cut
  /// wrong must not tie two tasks together.
  func joined(with other: PieceGroup) -> PieceGroup {
    if isEstablished == other.isEstablished { return union(other) }
    var result = isEstablished ? self : other
    result.pieces = pieces + other.pieces
    return result
  }

  func union(_ other: PieceGroup) -> PieceGroup {
    var result = self
    result.pairs = PieceGroup.merge(pairs, other.pairs)
    result.symbols = PieceGroup.merge(symbols, other.symbols)
    result.results.formUnion(other.results)
    result.pieces += other.pieces
    return result
  }

  private static func merge(
    _ left: [(key: UInt64, count: Int)], _ right: [(key: UInt64, count: Int)]
  ) -> [(key: UInt64, count: Int)] {
    var result: [(key: UInt64, count: Int)] = []
    result.reserveCapacity(left.count + right.count)
    var (own, other) = (0, 0)
    while own < left.count || other < right.count {
      if other == right.count || own < left.count && left[own].key < right[other].key {
        result.append(left[own])
        own += 1
      } else if own == left.count || right[other].key < left[own].key {
        result.append(right[other])
        other += 1
      } else {
        result.append((left[own].key, left[own].count + right[other].count))
        own += 1
        other += 1
      }
    }
    return result
  }
}
