import Trace

/// Writes the program of what was demonstrated, loop by loop, the innermost first.
struct LoopWriter {
  let tables: [Table]
  private(set) var parameters: [Parameter] = []
  private var blocks = 0

  init(tables: [Table]) { self.tables = tables }

  /// The instructions of parts that were done once.
  mutating func instructions(of parts: [TracePart]) -> [Instruction] {
    var builder = builder(of: [parts])
    let body = builder.body()
    parameters += builder.known.parameters
    let columns = builder.known.columns
    return columns.isEmpty ? body : [.loop(.rows(columns: columns), body: body)]
  }

  /// The instructions of a loop.
  private mutating func loop(_ rounds: [[TracePart]], begun: [[TracePart]]) -> [Instruction] {
    let given = builder(of: rounds, begun: begun)
    var builder = given
    let body = builder.body()
    guard builder.known.columns.isEmpty else {
      parameters += builder.known.parameters
      return [.loop(.rows(columns: builder.known.columns), body: body)]
    }
    var items = given
    if let target = items.goOverItems() {
      let body = items.body()
      parameters += items.known.parameters
      return LoopWriter.overItems(target, body)
    }
    var pages = given
    if let target = pages.turnPages() {
      let body = pages.body()
      parameters += pages.known.parameters
      // The page that has no next one is done after the loop.
      return [.loop(.whilePresent(target), body: body)] + body.dropLast()
    }
    parameters += builder.known.parameters
    guard let target = body.flatMap(\.steps).first(where: { $0.target != nil })?.target else { return body }
    return [.loop(.whilePresent(target), body: body)]
  }

  /// A loop over items; the way to the list is gone before it, and at the end of each round.
  private static func overItems(_ target: Target, _ body: [Instruction]) -> [Instruction] {
    // A sheet is where it is, whatever else is open.
    if target.examples.first?.isSheetCell == true { return [.loop(.items(target), body: body)] }
    let start = body.firstIndex { instruction in
      if case .perform(let template) = instruction { template.target?.variable?.part == .index } else { false }
    }
    let way = Array(body[..<(start ?? 0)])
    return way + [.loop(.items(target), body: Array(body[way.count...]) + way)]
  }

  /// Lays rounds side by side; loops in them are written first.
  private mutating func builder(of rounds: [[TracePart]], begun: [[TracePart]] = []) -> ProgramBuilder {
    blocks += 1
    let prefix = blocks == 1 ? "s" : "s\(blocks)."
    let kinds = PartKinds(rounds)
    let given = rounds.indices.map { round in
      KindedSteps(steps: rounds[round].compactMap(\.first), kinds: kinds.kinds[round])
    }
    let alignment = Alignment(given)
    var inner: [Int: [Instruction]] = [:]
    for (number, column) in alignment.columns.enumerated() {
      var loops: [(rounds: [[TracePart]], begun: [TracePart])] = []
      for (round, own) in zip(rounds, kinds.kinds) {
        for (part, kind) in zip(round, own) where kind == column.kind {
          if case .loop(let rounds, let begun) = part { loops.append((rounds, begun)) }
        }
      }
      guard let first = loops.first?.rounds.first?.first else { continue }
      // Of a round that was only begun, the loops in it are as good as others.
      for part in begun.joined() where part.isAlike(.loop(loops[0].rounds, begun: [])) || part.isOfOneKind(with: first)
      {
        if case .loop(let rounds, let begun) = part { loops.append((rounds, begun)) }
      }
      inner[number] = loop(loops.flatMap(\.rounds), begun: loops.map(\.begun))
    }
    return ProgramBuilder(
      alignment: alignment, steps: rounds.map { $0.compactMap(\.step) }, tables: tables,
      loops: inner, prefix: prefix, taken: Set(parameters.map(\.name)))
  }
}

/// Which parts of several rounds correspond to each other.
private struct PartKinds {
  var kinds: [[Int]] = []

  init(_ rounds: [[TracePart]]) {
    // Where all rounds have the same parts, their places say it.
    if Set(rounds.map(\.count)).count == 1,
      zip(rounds, rounds.dropFirst()).allSatisfy({ zip($1, $0).allSatisfy { $0.isOfOneKind(with: $1) } })
    {
      kinds = rounds.map { Array($0.indices) }
      return
    }
    var known: [TracePart] = []
    for round in rounds {
      kinds.append(
        round.map { part in
          let same = known.firstIndex { part.step?.element?.name == $0.step?.element?.name && part.isAlike($0) }
          if let number = same ?? known.firstIndex(where: { part.isAlike($0) || part.isItem(like: $0) }) {
            // What comes next is compared with the last one.
            known[number] = part
            return number
          }
          known.append(part)
          return known.count - 1
        })
    }
  }
}

extension TracePart {
  fileprivate func isItem(like other: TracePart) -> Bool {
    guard let step, let otherStep = other.step, step.element?.surroundings.rowIndex != nil else { return false }
    return step.isOfOneKind(with: otherStep)
  }
}
