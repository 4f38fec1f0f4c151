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
    var result =
      plain.isEmpty
      ? split(all) : plain.map { Candidate(transformation: Transformation(parts: $0.parts), cost: $0.cost) }
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

  /// Two cases, each with a program of its own, told apart by a condition.
  private func split(_ all: [Int]) -> [Candidate] {
    guard all.count > 1 else { return [] }
    var result: [Candidate] = []
    for (first, second) in divisions(of: all) {
      let conditions = ConditionSearch(
        holding: first.map { answered[$0].inputs }, failing: second.map { answered[$0].inputs }
      ).conditions(limit: SynthesisProblem.width)
      var known: [[Bool]: (PathSearch.Path?, PathSearch.Path?)] = [:]
      for found in conditions {
        let holds = others.map { found.condition.holds(for: $0) }
        let programs =
          known[holds]
          ?? (
            best(over: first, others: zip(others, holds).filter(\.1).map(\.0)),
            best(over: second, others: zip(others, holds).filter { !$1 }.map(\.0))
          )
        known[holds] = programs
        guard let one = programs.0, let two = programs.1 else { break }
        let cases = [
          Transformation.Case(condition: found.condition, parts: one.parts), Transformation.Case(parts: two.parts),
        ]
        result.append(
          Candidate(
            transformation: Transformation(cases: cases),
            cost: one.cost + two.cost + found.cost + SynthesisProblem.costOfCase))
      }
      if !result.isEmpty { break }
    }
    return result
  }

  /// The ways to part the examples in two, those with the smallest smaller half first.
  private func divisions(of all: [Int]) -> [([Int], [Int])] {
    guard all.count <= 6 else { return [] }
    var result: [([Int], [Int])] = []
    for mask in 1..<(1 << (all.count - 1)) {
      let first = all.filter { mask >> $0 & 1 == 1 }
      let second = all.filter { mask >> $0 & 1 == 0 }
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
