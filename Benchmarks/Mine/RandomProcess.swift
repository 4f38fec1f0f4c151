/// A process to run at random, for making logs.
indirect enum RandomProcess {
  case activity(Int)
  case sequence([RandomProcess])
  case choice([RandomProcess])
  case parallel([RandomProcess])
  /// Again with some probability, with the second in between.
  case loop(RandomProcess, RandomProcess)
  case optional(RandomProcess)

  /// A process in which each of the activities stands once.
  static func make(of activities: [Int], _ dice: inout Dice, depth: Int = 0) -> RandomProcess {
    guard activities.count > 1 else { return .activity(activities[0]) }
    let parts = min(activities.count, depth == 0 ? 6 : Int.random(in: 2...3, using: &dice))
    let cuts = Array(1..<activities.count).shuffled(using: &dice).prefix(parts - 1).sorted()
    var children = zip([0] + cuts, cuts + [activities.count]).map { start, end in
      make(of: Array(activities[start..<end]), &dice, depth: depth + 1)
    }
    if depth > 0, Int.random(in: 0..<4, using: &dice) == 0 { children[0] = .optional(children[0]) }
    guard depth > 0 else { return .sequence(children) }
    switch Int.random(in: 0..<10, using: &dice) {
    case 0..<3: return .sequence(children)
    case 3..<5: return .choice(children)
    case 5..<8: return .parallel(children)
    default: return .loop(.sequence(Array(children.dropLast())), children[children.count - 1])
    }
  }

  func run(_ dice: inout Dice) -> [Int] {
    switch self {
    case .activity(let activity): return [activity]
    case .sequence(let parts): return parts.flatMap { $0.run(&dice) }
    case .choice(let parts): return parts[Int.random(in: 0..<parts.count, using: &dice)].run(&dice)
    case .optional(let part): return Bool.random(using: &dice) ? part.run(&dice) : []
    case .loop(let body, let again):
      var result = body.run(&dice)
      while Int.random(in: 0..<3, using: &dice) == 0 { result += again.run(&dice) + body.run(&dice) }
      return result
    case .parallel(let parts):
      var runs = parts.map { $0.run(&dice) }
      var result: [Int] = []
      while runs.contains(where: { !$0.isEmpty }) {
        let index = Int.random(in: 0..<runs.count, using: &dice)
        if !runs[index].isEmpty { result.append(runs[index].removeFirst()) }
      }
      return result
    }
  }
}
