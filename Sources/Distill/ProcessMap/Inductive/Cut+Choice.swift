extension Cut {
  /// Groups that never follow each other: the connected components.
  ///
  ///     a → b    c → d        gives  {a b} {c d}
  static func choice(_ relation: FollowsRelation, _ activities: [Int]) -> [[Int]]? {
    let groups = components(of: activities, in: relation) { _ in true }
    return groups.count > 1 ? groups : nil
  }

  /// The connected components of the activities for which `isIn` holds, directions apart.
  static func components(
    of activities: [Int], in relation: FollowsRelation, where isIn: (Int) -> Bool
  ) -> [[Int]] {
    var partition = Partition(count: relation.count)
    let members = activities.filter(isIn)
    for from in members {
      for to in members where relation.follows.contains(from, to) { partition.join(from, to) }
    }
    let isMember = Set(members)
    return partition.groups.filter { isMember.contains($0[0]) }
  }
}
