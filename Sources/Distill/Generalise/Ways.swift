import Trace

/// Which steps stand in for each other: blocks of columns that some episodes had and the others had something else
/// instead of.
struct Ways: Sendable {
  /// From this share of episodes on one of two ways is the way, and the other one a variant.
  static let main = 0.7
  /// How many episodes each way of a choice needs.
  static let fewest = 3

  /// The columns of each way, for each choice.
  private(set) var choices: [[[Int]]] = []
  private var mainColumns: Set<Int> = []
  private var displaced: Set<Int> = []
  private var choiceOf: [Int: Int] = [:]

  init(columns: [Alignment.Column], episodes: Int) {
    let blocks = Ways.blocks(columns, episodes: episodes)
    for (index, left) in blocks.enumerated() {
      for right in blocks[(index + 1)...] {
        let (some, others) = (Set(columns[left[0]].steps.keys), Set(columns[right[0]].steps.keys))
        let isEither =
          some.intersection(others).count * 10 <= min(some.count, others.count)
          && some.union(others).count * 10 >= episodes * 9
        guard isEither, (left + right).allSatisfy({ choiceOf[$0] == nil && !mainColumns.contains($0) }) else {
          continue
        }
        let (larger, smaller) = some.count >= others.count ? (left, right) : (right, left)
        let most = max(some.count, others.count)
        if Double(most) >= Ways.main * Double(episodes) {
          mainColumns.formUnion(larger)
          displaced.formUnion(smaller)
        } else if min(some.count, others.count) >= Ways.fewest {
          for column in left + right { choiceOf[column] = choices.count }
          choices.append([left, right])
        }
      }
    }
  }

  /// Whether it is of the way that most episodes took.
  func isMain(_ column: Int) -> Bool { mainColumns.contains(column) }
  /// Whether it is of a way that few episodes took instead of another.
  func isDisplaced(_ column: Int) -> Bool { displaced.contains(column) }
  /// The choice that it is one way of.
  func choice(of column: Int) -> Int? { choiceOf[column] }

  /// Columns that the same episodes had, of those that only some had and that do more than find the way.
  private static func blocks(_ columns: [Alignment.Column], episodes: Int) -> [[Int]] {
    var blocks: [[Int]] = []
    for (number, column) in columns.enumerated() {
      let share = Double(column.steps.count) / Double(episodes)
      guard share < ProgramBuilder.always, column.steps.count > 1, !column.example.isMove,
        !column.example.action.isTaking
      else { continue }
      let own = Set(column.steps.keys)
      let same = blocks.firstIndex { block in
        let others = Set(columns[block[0]].steps.keys)
        return own.intersection(others).count * 5 >= own.union(others).count * 4
      }
      if let same { blocks[same].append(number) } else { blocks.append([number]) }
    }
    return blocks
  }
}
