extension Cut {
  /// The body, in which traces begin and end, and what leads from every end back to every beginning.
  ///
  ///     a → b → a        where traces begin and end with a, gives  {a} {b}
  static func loop(_ relation: FollowsRelation, _ activities: [Int]) -> [[Int]]? {
    guard !relation.follows.isEmpty else { return nil }
    let isBoundary = relation.indices.map { relation.starts[$0] || relation.ends[$0] }
    var body = activities.filter { isBoundary[$0] }
    var redo: [Int] = []
    for part in components(of: activities, in: relation, where: { !isBoundary[$0] }) {
      if isRedo(part, relation) { redo += part } else { body += part }
    }
    return redo.isEmpty ? nil : [body, redo]
  }

  /// Whether a part is entered from ends only, from each of them, and left to beginnings only, to each of them.
  private static func isRedo(_ part: [Int], _ relation: FollowsRelation) -> Bool {
    let follows = relation.follows
    for activity in part {
      var isEntered = false
      var isEnteredFromAll = true
      var isLeft = false
      var isLeftToAll = true
      for boundary in relation.indices where relation.starts[boundary] || relation.ends[boundary] {
        let enters = follows.contains(boundary, activity)
        let leaves = follows.contains(activity, boundary)
        if enters, !relation.ends[boundary] { return false }
        if leaves, !relation.starts[boundary] { return false }
        if relation.ends[boundary] {
          isEntered = isEntered || enters
          isEnteredFromAll = isEnteredFromAll && enters
        }
        if relation.starts[boundary] {
          isLeft = isLeft || leaves
          isLeftToAll = isLeftToAll && leaves
        }
      }
      if isEntered && !isEnteredFromAll || isLeft && !isLeftToAll { return false }
    }
    return true
  }
}
