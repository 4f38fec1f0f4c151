import Trace

/// Finds conditions that hold for some inputs and for none of others.
struct ConditionSearch {
  struct Found {
    var condition: TextCondition
    var cost: Double
  }

  /// The inputs for which the condition must hold, and those for which it must not.
  var holding: [[ScannedText]]
  var failing: [[ScannedText]]

  private static let runs: [CharacterClass] = [.digit, .letter, .upper, .lower, .space, .punctuation]

  /// The simplest first, at most as many.
  func conditions(limit: Int) -> [Found] {
    var result: [Found] = []
    for found in candidates() {
      let holds = { (row: [ScannedText]) in found.condition.holds(for: row) }
      if holding.allSatisfy(holds), !failing.contains(where: holds) {
        result.append(found)
      } else if !holding.contains(where: holds), failing.allSatisfy(holds) {
        result.append(Found(condition: .not(found.condition), cost: found.cost + 0.2))
      }
    }
    let order = result.indices.sorted { (result[$0].cost, $0) < (result[$1].cost, $1) }
    return order.prefix(limit).map { result[$0] }
  }

  private func candidates() -> [Found] {
    let rows = holding + failing
    var result: [Found] = []
    for input in 0..<(rows.map(\.count).min() ?? 0) {
      let texts = rows.map { $0[input] }
      result.append(Found(condition: .isEmpty(input: input), cost: 1))
      for kind in ConditionSearch.runs {
        result.append(Found(condition: .contains(.run(kind), input: input), cost: 2))
        result.append(Found(condition: .starts(with: .run(kind), input: input), cost: 2.4))
        result.append(Found(condition: .ends(with: .run(kind), input: input), cost: 2.6))
      }
      for sign in Set(texts.flatMap { text in text.scalars.filter { CharacterClasses(of: $0).contains(.punctuation) } })
        .sorted()
      {
        let token = TextToken.literal(String(sign))
        result.append(Found(condition: .contains(token, input: input), cost: 2.2))
        result.append(Found(condition: .starts(with: token, input: input), cost: 2.6))
        result.append(Found(condition: .ends(with: token, input: input), cost: 2.8))
      }
      for word in ConditionSearch.words(of: texts) {
        let token = TextToken.literal(word)
        result.append(Found(condition: .contains(token, input: input), cost: 3.4))
        result.append(Found(condition: .starts(with: token, input: input), cost: 3.6))
        result.append(Found(condition: .ends(with: token, input: input), cost: 3.8))
      }
      for kind in [CharacterClass.digit, .letter, .space, .visible] {
        for count in Set(texts.map { $0.occurrences(of: .run(kind)) }).sorted() where count > 0 {
          result.append(Found(condition: .count(count, of: .run(kind), input: input), cost: 3.2))
        }
      }
      for number in Set(texts.compactMap { $0.numbers(decimals: .point).first?.value }).sorted(by: { !($0 >= $1) }) {
        result.append(Found(condition: .atLeast(number, input: input), cost: 5))
      }
      for text in Set(texts.map(\.scalars)).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        result.append(Found(condition: .equals(String(text), input: input), cost: 5))
      }
    }
    return result
  }

  /// The words of the texts.
  private static func words(of texts: [ScannedText]) -> [String] {
    var result: Set<String> = []
    for text in texts {
      for start in 0..<text.count where text.runStarts(.letter, at: start) {
        result.insert(text.string(start..<text.endOfRun(.letter, startingAt: start)))
      }
    }
    return result.sorted()
  }
}
