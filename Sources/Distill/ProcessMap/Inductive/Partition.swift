/// Numbers below a count in disjoint groups, which can be joined (union–find).
struct Partition {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// The smallest member of a number's group.
  mutating func smallest(of number: Int) -> Int {
    var root = number
    while parents[root] != root {
      parents[root] = parents[parents[root]]
      root = parents[root]
    }
    return root
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (smallest(of: left), smallest(of: right))
    parents[max(left, right)] = min(left, right)
  }

  /// The groups by their smallest members, each rising.
  var groups: [[Int]] {
    var copy = self
    var places: [Int: Int] = [:]
    var groups: [[Int]] = []
    for number in parents.indices {
      let root = copy.smallest(of: number)
      if root == number {
        places[root] = groups.count
        groups.append([number])
      } else if let place = places[root] {
        groups[place].append(number)
      }
    }
    return groups
  }
}
