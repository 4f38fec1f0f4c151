/// Puts pieces of work together that go the same way.
///
/// Pieces with the same kinds of step are together from the start. Then the two groups are joined that have the
/// largest part of the smaller one's habits in common (what follows what in it, how it begins and ends), again and
/// again, as long as that part is large enough: groups that merely share a way in stay apart.
struct TaskClustering: Sendable {
  /// What part of the smaller group's habits another one must have to be joined with it.
  static let overlap = 0.4
  /// And what share of all their kinds of step two groups must have in common that leave different things behind.
  static let likeness = 0.45
  /// How many tasks there are at most.
  static let mostTasks = 100
  /// How many groups are compared with each other; with more, the rarer ones first join the one most like them.
  static let mostGroups = 200
  /// How many symbols there are.
  let kinds: Int

  /// A piece of work: its symbols, and what it left behind, where that is known.
  struct Piece: Sendable {
    var symbols: [Int] = []
    var results: Set<UInt64> = []
  }

  /// The group of each piece, numbered by size, the largest first; nil for chance finds that left nothing behind
  /// where others did, and for the rarest where there are too many.
  func cluster(_ pieces: [Piece]) -> [Int?] {
    var (groups, groupOf) = equalPieces(pieces)
    var parents = Array(0..<groups.count)
    gatherRare(&groups, &parents)
    join(&groups, &parents)
    let resultsAreKnown = pieces.contains { !$0.results.isEmpty }
    let order = groups.indices.filter { parents[$0] == $0 }
      .filter { !resultsAreKnown || groups[$0].isEstablished || !groups[$0].results.isEmpty }
      .sorted { (-groups[$0].pieces, $0) < (-groups[$1].pieces, $1) }
      .prefix(TaskClustering.mostTasks)
    let numbers = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
    return groupOf.map { group in
      var root = group
      while parents[root] != root { root = parents[root] }
      return numbers[root]
    }
  }

  /// One group for all pieces with the same kinds of step that left the same things behind.
  private func equalPieces(_ pieces: [Piece]) -> (groups: [PieceGroup], groupOf: [Int]) {
    struct Key: Hashable {
      var symbols: Set<Int>
      var results: Set<UInt64>
    }
    var numbers: [Key: Int] = [:]
    var members: [[Piece]] = []
    let groupOf = pieces.map { piece -> Int in
      let key = Key(symbols: Set(piece.symbols), results: piece.results)
      let number = numbers[key] ?? members.count
      if number == members.count {
        numbers[key] = number
        members.append([])
      }
      members[number].append(piece)
      return number
    }
    return (members.map { PieceGroup($0, kinds: kinds) }, groupOf)
  }

  /// Lets the rarest groups join the one most like them, until few enough are left to compare all with each other.
  private func gatherRare(_ groups: inout [PieceGroup], _ parents: inout [Int]) {
    guard groups.count > TaskClustering.mostGroups else { return }
    let order = groups.indices.sorted { (-groups[$0].pieces, $0) < (-groups[$1].pieces, $1) }
    var leaders: [Int] = []
    for group in order {
      var best: (leader: Int, likeness: Double)?
      for leader in leaders where groups[leader].results == groups[group].results {
        let likeness = groups[leader].likeness(to: groups[group])
        if likeness > best?.likeness ?? 0 { best = (leader, likeness) }
      }
      let enough = leaders.count < TaskClustering.mostGroups ? 0.8 : 0.2
      if let best, best.likeness >= enough {
        groups[best.leader] = groups[best.leader].joined(with: groups[group])
        parents[group] = best.leader
      } else {
        leaders.append(group)
      }
    }
  }

  /// Joins the groups that go the same way, the most alike first.
  private func join(_ groups: inout [PieceGroup], _ parents: inout [Int]) {
    var alive = groups.indices.filter { parents[$0] == $0 }
    var overlaps = alive.map { left in alive.map { left < $0 ? overlap(groups[left], groups[$0]) : 0 } }
    while alive.count > 1 {
      var best: (left: Int, right: Int)?
      var most = TaskClustering.overlap
      for left in alive.indices {
        for right in alive.indices where right > left && overlaps[left][right] > most {
          most = overlaps[left][right]
          best = (left, right)
        }
      }
      guard let best else { return }
      let (left, right) = (alive[best.left], alive[best.right])
      groups[left] = groups[left].joined(with: groups[right])
      parents[right] = left
      alive.remove(at: best.right)
      overlaps.remove(at: best.right)
      for row in overlaps.indices { overlaps[row].remove(at: best.right) }
      for other in alive.indices where other != best.left {
        overlaps[min(other, best.left)][max(other, best.left)] = overlap(groups[alive[other]], groups[left])
      }
    }
  }

  /// What part of the smaller group's habits the other one has; less where they leave different things behind.
  private func overlap(_ some: PieceGroup, _ other: PieceGroup) -> Double {
    guard some.results == other.results || !some.results.isDisjoint(with: other.results) else { return 0 }
    let shared = some.sharedHabits(with: other)
    guard some.results != other.results else { return shared }
    // What leaves other things behind must be alike as a whole; otherwise a part of the other one will do.
    return min(shared, some.likeness(to: other) - TaskClustering.likeness + TaskClustering.overlap)
  }
}
