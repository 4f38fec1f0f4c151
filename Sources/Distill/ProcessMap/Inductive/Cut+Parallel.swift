extension Cut {
  /// Groups of which every activity follows, and is followed by, every one of the other groups, and in which traces
  /// both begin and end.
  ///
  ///     a ⇄ b   a ⇄ c   b → c        gives  {a} {b c}
  static func parallel(_ relation: FollowsRelation, _ activities: [Int]) -> [[Int]]? {
    var partition = Partition(count: relation.count)
    for (place, left) in activities.enumerated() {
      for right in activities[(place + 1)...]
      where !relation.follows.contains(left, right) || !relation.follows.contains(right, left) {
        partition.join(left, right)
      }
    }
    let isThere = Set(activities)
    // Small groups first; those as large by their first activity.
    var groups = partition.groups.filter { isThere.contains($0[0]) }
      .sorted { ($0.count, $0[0]) < ($1.count, $1[0]) }
    // A group in which no trace begins, or none ends, joins its neighbour.
    var index = 0
    while index < groups.count, groups.count > 1 {
      let group = groups[index]
      if group.contains(where: { relation.starts[$0] }), group.contains(where: { relation.ends[$0] }) {
        index += 1
      } else {
        groups.remove(at: index)
        groups[max(index - 1, 0)] += group
      }
    }
    return groups.count > 1 ? groups : nil
  }
}
