/// Puts pieces of work together that are told shorter together than apart.
///
/// Pieces that are the same but for repetitions are together from the start. Then the two groups whose union saves
/// the largest share of the smaller one's description are joined, again and again, as long as that share is large
/// enough: groups that merely share a way in stay apart.
struct TaskClustering: Sendable {
  /// What part of the smaller group's description its union with another one must save.
  static let saving = 0.35
  /// And what share of their kinds of step two groups must have in common that leave different things behind.
  static let likeness = 0.45
  private let kinds: Int
  private let factorials: LogFactorials
  private let logs: Logarithms
  private let novelty: Double

  init(kinds: Int, total: Int) {
    self.kinds = kinds
    factorials = LogFactorials(upTo: 4 * total + 4 * kinds + 16)
    logs = Logarithms(upTo: total + kinds + 2)
    novelty = logs.of(Double(kinds + 1))
  }

  /// A piece of work: its symbols, and what it left behind, where that is known.
  struct Piece: Sendable {
    var symbols: [Int] = []
    var results: Set<UInt64> = []
  }

  /// The group of each piece, numbered by size, the largest first; nil for chance finds that left nothing behind
  /// where others did.
  func cluster(_ pieces: [Piece]) -> [Int?] {
    var groupOf: [Piece.Key: Int] = [:]
    let resultsAreKnown = pieces.contains { !$0.results.isEmpty }
    var groups: [Group] = []
    var assigned: [Int] = []
    for piece in pieces {
      let key = Piece.Key(symbols: Set(piece.symbols), results: piece.results)
      if let group = groupOf[key] {
        groups[group].add(piece, kinds: kinds)
        assigned.append(group)
      } else {
        groupOf[key] = groups.count
        assigned.append(groups.count)
        groups.append(Group())
        groups[groups.count - 1].add(piece, kinds: kinds)
      }
    }
    var costs = groups.map { cost($0) }
    var alive = Set(groups.indices)
    var parent = Array(groups.indices)
    var savings: [UInt64: Double] = [:]
    let likenessGap = TaskClustering.likeness - TaskClustering.saving
    func saving(_ left: Int, _ right: Int) -> Double {
      guard groups[left].symbols.keys.contains(where: { groups[right].symbols[$0] != nil }) else { return 0 }
      let (some, others) = (groups[left].results, groups[right].results)
      guard some == others || !some.isDisjoint(with: others) else { return 0 }
      let key = UInt64(left) << 32 | UInt64(right)
      if let known = savings[key] { return known }
      let union = cost(groups[left].union(groups[right]))
      let choice = choiceCost(groups[left].pieces, groups[right].pieces)
      let saved = (costs[left] + costs[right] + choice - union) / max(1, min(costs[left], costs[right]))
      // What leaves other things behind must be alike as a whole; otherwise a part of the other one will do.
      let value = some == others ? saved : min(saved, groups[left].likeness(to: groups[right]) - likenessGap)
      savings[key] = value
      return value
    }
    while alive.count > 1 {
      let order = alive.sorted()
      var best: (left: Int, right: Int, saving: Double)?
      for (index, left) in order.enumerated() {
        for right in order[(index + 1)...] {
          let value = saving(left, right)
          if value > best?.saving ?? TaskClustering.saving { best = (left, right, value) }
        }
      }
      guard let best else { break }
      groups.append(groups[best.left].joined(with: groups[best.right]))
      costs.append(cost(groups[groups.count - 1]))
      parent.append(groups.count - 1)
      parent[best.left] = groups.count - 1
      parent[best.right] = groups.count - 1
      alive.remove(best.left)
      alive.remove(best.right)
      alive.insert(groups.count - 1)
    }
    let roots = assigned.map { group in
      var group = group
      while parent[group] != group { group = parent[group] }
      return group
    }
    let order = alive.filter { !resultsAreKnown || groups[$0].isEstablished || !groups[$0].results.isEmpty }
      .sorted { (-groups[$0].pieces, $0) < (-groups[$1].pieces, $1) }
    let numbers = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
    return roots.map { numbers[$0] }
  }

  /// The bits to say of which of two groups each piece is.
  private func choiceCost(_ some: Int, _ others: Int) -> Double {
    let (some, others) = (Double(some), Double(others))
    return logs.of(some + others) * (some + others) - logs.of(some) * some - logs.of(others) * others
  }

  /// The bits for what follows what in a group's pieces, with their beginnings and ends. What hardly any of them has
  /// does not count: one piece that was cut wrong must not tie two tasks together.
  private func cost(_ group: Group) -> Double {
    var rows: [Int: CodeRow] = [:]
    let needed = TaskModels.fewest(of: group.pieces)
    var kinds = 0
    for (key, count) in group.pairs where count >= needed {
      rows[Int(key >> 32), default: CodeRow()].change(from: 0, to: count, factorials)
      kinds += 1
    }
    return rows.keys.sorted().reduce(novelty * Double(kinds)) { $0 + (rows[$1]?.bits(factorials) ?? 0) }
  }

  private struct Group {
    var pairs: [UInt64: Int] = [:]
    /// How many pieces have each symbol.
    var symbols: [Int: Int] = [:]
    var results: Set<UInt64> = []
    var pieces = 0

    /// The kinds of step that are a habit.
    var habits: Set<Int> {
      let needed = TaskModels.fewest(of: pieces)
      return Set(symbols.filter { $0.value >= needed }.keys)
    }

    /// The share of kinds of step that both have.
    func likeness(to other: Group) -> Double {
      let (own, others) = (habits, other.habits)
      return Double(own.intersection(others).count) / Double(max(1, own.union(others).count))
    }

    mutating func add(_ piece: Piece, kinds: Int) {
      pieces += 1
      results.formUnion(piece.results)
      var previous = kinds
      for symbol in piece.symbols where symbol != previous {
        pairs[UInt64(previous) << 32 | UInt64(symbol), default: 0] += 1
        previous = symbol
      }
      for symbol in Set(piece.symbols) { symbols[symbol, default: 0] += 1 }
      pairs[UInt64(previous) << 32 | UInt64(kinds), default: 0] += 1
    }

    /// Whether it is more than a chance find.
    var isEstablished: Bool { pieces > 2 }

    /// Both together; a chance find adds its pieces to an established group but not its habits: one piece that was
    /// cut wrong must not tie two tasks together.
    func joined(with other: Group) -> Group {
      if isEstablished == other.isEstablished { return union(other) }
      var result = isEstablished ? self : other
      result.pieces = pieces + other.pieces
      return result
    }

    func union(_ other: Group) -> Group {
      var result = self
      result.pairs.merge(other.pairs, uniquingKeysWith: +)
      result.symbols.merge(other.symbols, uniquingKeysWith: +)
      result.results.formUnion(other.results)
      result.pieces += other.pieces
      return result
    }
  }
}

extension TaskClustering.Piece {
  /// What pieces have in common that are together from the start.
  fileprivate struct Key: Hashable {
    var symbols: Set<Int>
    var results: Set<UInt64>
  }
}
