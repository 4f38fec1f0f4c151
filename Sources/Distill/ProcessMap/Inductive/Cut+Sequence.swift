extension Cut {
  /// Groups in an order in which later ones can be reached from earlier ones and never the other way round; groups
  /// that can only be left out together are one (the strict sequence cut, section 6.7.1 of Leemans' thesis).
  ///
  ///     a → b → d   a → c → d        gives  {a} {b c} {d}
  static func sequence(_ relation: FollowsRelation, _ activities: [Int]) -> [[Int]]? {
    let after = relation.follows.closure
    var partition = Partition(count: relation.count)
    for (place, left) in activities.enumerated() {
      for right in activities[(place + 1)...]
      where after.contains(left, right) == after.contains(right, left) {
        partition.join(left, right)
      }
    }
    let isThere = Set(activities)
    let before = after.transposed
    // The further back, the more lies before it and the less after it.
    func place(_ group: [Int]) -> Int {
      before.count(in: group[0], but: group[0]) - after.count(in: group[0], but: group[0])
    }
    let groups = partition.groups.filter { isThere.contains($0[0]) }.sorted { place($0) < place($1) }
    guard groups.count > 1 else { return nil }
    let strict = joinedWhereSkippable(groups, relation)
    return strict.count > 1 ? strict : nil
  }

  private static func joinedWhereSkippable(_ groups: [[Int]], _ relation: FollowsRelation) -> [[Int]] {
    var groupOf = Array(repeating: 0, count: relation.count)
    for (group, members) in groups.enumerated() {
      for member in members { groupOf[member] = group }
    }
    // The earliest group from which each is entered, and the latest one to which it goes on.
    var earliest = groups.map { group in group.contains { relation.starts[$0] } ? Int.min : Int.max }
    var latest = groups.map { group in group.contains { relation.ends[$0] } ? Int.max : Int.min }
    let members = groups.joined()
    for from in members {
      for to in members where relation.follows.contains(from, to) {
        earliest[groupOf[to]] = min(earliest[groupOf[to]], groupOf[from])
        latest[groupOf[from]] = max(latest[groupOf[from]], groupOf[to])
      }
    }
    var joined = groups
    for pivot in joined.indices where isSkippable(pivot, joined, relation) {
      var other = pivot - 1
      while other >= 0, latest[other] <= pivot {
        joined[pivot] += joined[other]
        joined[other] = []
        other -= 1
      }
      other = pivot + 1
      while other < joined.count, earliest[other] >= pivot {
        joined[pivot] += joined[other]
        joined[other] = []
        other += 1
      }
    }
    return joined.filter { !$0.isEmpty }
  }

  /// Whether a trace can pass over a group: from before it to behind it, beginning behind it or ending before it.
  private static func isSkippable(_ group: Int, _ groups: [[Int]], _ relation: FollowsRelation) -> Bool {
    let before = groups[..<group].joined()
    let behind = groups[(group + 1)...].joined()
    return behind.contains { relation.starts[$0] } || before.contains { relation.ends[$0] }
      || before.contains { from in behind.contains { relation.follows.contains(from, $0) } }
  }
}

extension BitMatrix {
  /// How many others than `left` are related to `row`.
  fileprivate func count(in row: Int, but left: Int) -> Int { count(in: row) - (contains(row, left) ? 1 : 0) }
}
