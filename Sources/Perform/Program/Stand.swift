import Trace

/// A place in a program, and what the loops around it say about it.
struct Stand {
  var cursor: Cursor
  /// What stands there; nil behind the last instruction of a body.
  var instruction: Instruction?
  /// The instruction whose body it is in; nil on the outermost level.
  var parent: Instruction?
  /// Whether it is the first instruction of the program or of a round of a loop on its surface: where the work begins
  /// anew.
  var isStart: Bool
  /// Which of the given rows, from 0.
  var row: Int?
  /// What the innermost loop over items goes over, and the item it is at.
  var items: (target: Target, key: String?)?
  /// How often the innermost loop over items has gone round, from 0.
  var round: Int?

  /// Follows a cursor into a program; nil where it does not fit the program.
  init?(_ cursor: Cursor, in program: Program) {
    self.cursor = cursor
    var body = program.instructions
    isStart = true
    for (depth, level) in cursor.levels.enumerated() {
      if depth > 0 {
        guard let parent = instruction else { return nil }
        self.parent = parent
        switch parent {
        case .perform: return nil
        case .optional(let inner, _, _): body = inner
        case .loop(let loop, let inner):
          body = inner
          switch loop {
          case .rows: row = level.round
          case .items(let target):
            items = (target, level.done.last)
            round = level.round
            if target.firstRow != nil { row = level.round }
          case .whilePresent: break
          }
        case .choice(let branches, _):
          guard let branch = level.branch, branches.indices.contains(branch) else { return nil }
          body = branches[branch].body
        }
        let isFirst = Self.isFirst(level.index, in: body)
        if case .loop = parent { isStart = isFirst } else { isStart = isStart && isFirst }
      } else {
        isStart = Self.isFirst(level.index, in: body)
      }
      instruction = body.indices.contains(level.index) ? body[level.index] : nil
    }
    if cursor.levels.isEmpty { return nil }
  }

  /// Whether nothing is done before an instruction of a body on the surface that it is done on: what is done on one
  /// leaves the others where they are.
  static func isFirst(_ index: Int, in body: [Instruction]) -> Bool {
    guard index > 0, body.indices.contains(index), let surface = body[index].steps.first?.surface else {
      return index == 0
    }
    return !body[..<index].contains { $0.steps.contains { $0.surface == surface } }
  }
}
