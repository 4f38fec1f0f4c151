import Trace

extension SynthesisProblem {
  /// What it costs to tell cases apart at all.
  private static let costOfCase = 4.0
  /// How many conditions are tried.
  private static let width = 6

  /// Transformations that agree with every example: without conditions where there are any, else with cases.
  func candidates() -> [Candidate] {
    let all = Array(answered.indices)
    guard !all.isEmpty else { return [] }
    let plain = straightLine(over: all, others: others)
    var result = plain.map(Candidate.init)
    if plain.isEmpty, settings.findsCases {
      result = split(all, others: others)
      if let table = table(of: all, besides: result) { result.append(table) }
    }
    if !unanswered.isEmpty { result = result.flatMap(refusing) }
    return result.map(keepingBlank)
  }

  /// Blank inputs have a blank result where nothing else was shown: a constant alone would be written even for them.
  private func keepingBlank(_ candidate: Candidate) -> Candidate {
    let width = answered[0].inputs.count
    let blank = Array(repeating: ScannedText(""), count: width)
    guard width == 1,
      !(answered + unanswered).contains(where: { TextCondition.isEmpty(input: 0).holds(for: $0.inputs) }),
      candidate.transformation.evaluate(on: blank) != nil
    else { return candidate }
    var result = candidate
    result.transformation.cases.insert(Transformation.Case(condition: .isEmpty(input: 0), parts: []), at: 0)
    return result
  }

  /// The candidate where it has no result for the examples without one; else with a condition that keeps it from them.
  private func refusing(_ candidate: Candidate) -> [Candidate] {
    if unanswered.allSatisfy({ candidate.transformation.evaluate(on: $0.inputs) == nil }) { return [candidate] }
    let search = ConditionSearch(holding: answered.map(\.inputs), failing: unanswered.map(\.inputs))
    return search.conditions(limit: 4).map { found in
      var cases = candidate.transformation.cases
      cases.insert(Transformation.Case(condition: .not(found.condition).simplified, parts: nil), at: 0)
      return Candidate(
        transformation: Transformation(cases: cases), cost: candidate.cost + SynthesisProblem.costOfCase + found.cost)
    }
  }

  /// Cases, each with a program of its own, told apart by conditions: two where that is enough.
  private func split(_ all: [Int], others: [[ScannedText]]) -> [Candidate] {
    guard all.count > 1 else { return [] }
    let two = split(all, others: others) { best(over: $0, others: $1).map(Candidate.init) }
    return !two.isEmpty || all.count < 3
      ? two : split(all, others: others) { split($0, others: $1).min { $0.cost < $1.cost } }
  }

  /// - Parameter rest: Finds what to do in the second case, given its examples and other inputs.
  private func split(
    _ all: [Int], others: [[ScannedText]], rest: ([Int], [[ScannedText]]) -> Candidate?
  ) -> [Candidate] {
    var result: [Candidate] = []
    for (first, second) in divisions(of: representatives(of: all)) {
      let conditions = ConditionSearch(
        holding: first.map { answered[$0].inputs }, failing: second.map { answered[$0].inputs }
      ).conditions(limit: SynthesisProblem.width)
      var known: [[Bool]: (PathSearch.Path?, Candidate?)] = [:]
      for found in conditions {
        let holds = others.map { found.condition.holds(for: $0) }
        let programs =
          known[holds]
          ?? (
            best(over: first, others: zip(others, holds).filter(\.1).map(\.0)),
            rest(second, zip(others, holds).filter { !$1 }.map(\.0))
          )
        known[holds] = programs
        guard let one = programs.0, let two = programs.1 else { break }
        let cases = [Transformation.Case(condition: found.condition, parts: one.parts)] + two.transformation.cases
        result.append(
          Candidate(
            transformation: Transformation(cases: cases),
            cost: one.cost + two.cost + found.cost + SynthesisProblem.costOfCase))
      }
      result = result.filter { candidate in
        all.allSatisfy { candidate.transformation.evaluate(on: answered[$0].inputs) == answered[$0].output }
      }
      if !result.isEmpty { break }
    }
    return result
  }

  /// Each input with its result and nothing for any other, where no result has anything of its input.
  private func table(of all: [Int], besides others: [Candidate]) -> Candidate? {
    guard all.allSatisfy({ answered[$0].inputs.count == 1 }) else { return nil }
    let constants = all.compactMap { straightLine(over: [$0], others: []).first?.parts }
    guard constants.count == all.count, constants.joined().allSatisfy(\.isConstant),
      Set(constants.filter { !$0.isEmpty }).count > 1
    else { return nil }
    let cases = zip(all, constants).map { example, parts in
      let text = String(answered[example].inputs[0].scalars)
      return Transformation.Case(condition: .equals(text, input: 0), parts: parts)
    }
    // Rather nothing than a guess for an input that was never shown.
    return Candidate(transformation: Transformation(cases: cases), cost: (others.map(\.cost).min() ?? 21) - 1)
  }

  /// At most five of the examples, those first whose inputs look different.
  private func representatives(of all: [Int]) -> [Int] {
    guard all.count > 5 else { return all }
    var looks: Set<[String]> = []
    let different = all.filter { looks.insert(answered[$0].inputs.map { OutputShape.outline(of: $0) }).inserted }
    return Array((different + all.filter { !different.contains($0) }).prefix(5)).sorted()
  }

  /// The ways to part the examples in two, those with the smallest smaller half first.
  private func divisions(of all: [Int]) -> [([Int], [Int])] {
    var result: [([Int], [Int])] = []
    for mask in 1..<max(1, 1 << (all.count - 1)) {
      let first = all.indices.filter { mask >> $0 & 1 == 1 }.map { all[$0] }
      let second = all.indices.filter { mask >> $0 & 1 == 0 }.map { all[$0] }
      result.append(first.count <= second.count ? (first, second) : (second, first))
    }
    return result.sorted { ($0.0.count, $0.0.first ?? 0) < ($1.0.count, $1.0.first ?? 0) }
  }

  /// The likeliest program over these examples, given the other inputs that are in the same case.
  private func best(over chosen: [Int], others: [[ScannedText]]) -> PathSearch.Path? {
    let shape = OutputShape(chosen.map { answered[$0] })
    let rows = others.evenly(settings.rankedOthers)
    var best: PathSearch.Path?
    for path in straightLine(over: chosen, others: others) {
      var path = path
      let oddity = rows.reduce(0.0) { sum, row in
        sum + (path.parts.value(of: row).map { shape.oddity(of: $0, for: row) } ?? 1)
      }
      path.cost += 10 * oddity / Double(rows.count + 1)
      if path.cost < best?.cost ?? .infinity { best = path }
    }
    return best
  }
}

extension TextCondition {
  /// Without a double negation.
  fileprivate var simplified: TextCondition {
    if case .not(.not(let condition)) = self { return condition }
    return self
  }
}

extension TextExpression {
  fileprivate var isConstant: Bool {
    if case .constant = self { true } else { false }
  }
}

extension SynthesisProblem.Candidate {
  fileprivate init(_ path: PathSearch.Path) {
    self.init(transformation: Transformation(parts: path.parts), cost: path.cost)
  }
}
