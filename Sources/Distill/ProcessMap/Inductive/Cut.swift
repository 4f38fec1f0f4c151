/// A way to take a log apart: groups of its activities, and how the groups go together.
struct Cut {
  enum Kind {
    case choice, sequence, parallel, loop
  }

  var kind: Kind
  /// The group of each activity.
  var groups: [Int]
  /// How many groups there are: at least two.
  var count: Int

  init(kind: Kind, groups: [Int], count: Int) {
    self.kind = kind
    self.groups = groups
    self.count = count
  }

  /// The first cut there is, of a choice, a sequence, parallel parts and a loop; nil where there is none.
  ///
  /// - Parameter left: an activity that is not there.
  init?(in relation: FollowsRelation, without left: UInt32? = nil) {
    let activities = relation.indices.filter { $0 != left.map(Int.init) }
    if let groups = Cut.choice(relation, activities) {
      self.init(.choice, groups, relation.count)
    } else if let groups = Cut.sequence(relation, activities) {
      self.init(.sequence, groups, relation.count)
    } else if let groups = Cut.parallel(relation, activities) {
      self.init(.parallel, groups, relation.count)
    } else if let groups = Cut.loop(relation, activities) {
      self.init(.loop, groups, relation.count)
    } else {
      return nil
    }
  }

  private init(_ kind: Kind, _ members: [[Int]], _ activities: Int) {
    groups = Array(repeating: 0, count: activities)
    for (group, members) in members.enumerated() {
      for member in members { groups[member] = group }
    }
    self.kind = kind
    count = members.count
  }
}
