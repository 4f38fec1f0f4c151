import Trace

/// Finds what makes one value of another one: a date written anew, a part of a text, a choice that the first word
/// decides.
///
/// A transformation is found from a few examples and must hold for all the others; where what was typed cannot be
/// told from the value, there is none.
struct TransformationFinder: Sendable {
  /// How many examples of each result a choice between cases needs.
  static let fewestOfEach = 3
  /// Up to how many different results a value is a choice.
  static let mostChoices = 6

  /// A transformation, and how unlikely it is, in bits.
  struct Found: Sendable {
    var transformation: Transformation
    var cost: Double
  }

  /// The transformation of single values.
  ///
  /// - Parameters:
  ///   - pairs: what was there and what was typed, one for each episode.
  ///   - others: what else could have been there.
  func find(_ pairs: [(input: String, output: String)], others: [String] = []) -> Found? {
    var results: [String: String] = [:]
    var inputs: [String] = []
    for (input, output) in pairs {
      if let known = results[input] {
        guard known == output else { return nil }
      } else {
        results[input] = output
        inputs.append(input)
      }
    }
    guard inputs.count >= 2, inputs.allSatisfy({ !$0.isEmpty }), Set(results.values).count >= 2 else { return nil }
    let examples = inputs.map { TransformationExample(inputs: [$0], output: results[$0]) }
    if let table = byFirstWord(examples) { return Found(transformation: table, cost: 0) }
    let isChoice = Set(results.values).count <= min(TransformationFinder.mostChoices, inputs.count / 2)
    guard isChoice || examples.count { sharesPiece($0) } * 4 >= examples.count * 3 else { return nil }
    let training = isChoice ? someOfEach(examples) : Array(examples.prefix(4))
    let chosen = Set(training.map(\.inputs))
    let rest = examples.filter { !chosen.contains($0.inputs) }
    let found = TransformationSynthesizer().synthesize(
      examples: training, others: rest.map(\.inputs) + others.map { [$0] })
    return found.first { candidate in
      let isSure = !rest.isEmpty || !candidate.isAmbiguous
      return isSure && holds(candidate.transformation, for: rest) && (!candidate.transformation.isChoice || isChoice)
    }.map { Found(transformation: $0.transformation, cost: $0.cost) }
  }

  /// A choice that the first word decides, where each word was seen often enough.
  ///
  ///     “Outage: no login (T-101)” → Urgent        starts with “Outage” → “Urgent”
  ///     “Error: empty page (T-104)” → High     →   starts with “Error” → “High”
  private func byFirstWord(_ examples: [TransformationExample]) -> Transformation? {
    var results: [String: String] = [:]
    var counts: [String: Int] = [:]
    var words: [String] = []
    for example in examples {
      guard let input = example.inputs.first, let output = example.output else { return nil }
      let word = String(input.prefix { $0.isLetter || $0.isNumber })
      guard !word.isEmpty, word != input, results[word] ?? output == output else { return nil }
      if results[word] == nil { words.append(word) }
      results[word] = output
      counts[word, default: 0] += 1
    }
    let known = words.filter { counts[$0] ?? 0 >= TransformationFinder.fewestOfEach }
    guard known.count >= 2, Set(known.compactMap { results[$0] }).count >= 2,
      known.reduce(0, { $0 + (counts[$1] ?? 0) }) * 10 >= examples.count * 8
    else { return nil }
    return Transformation(
      cases: known.map { word in
        Transformation.Case(
          condition: .starts(with: .literal(word), input: 0), parts: [.constant(results[word] ?? "")])
      })
  }

  private func holds(_ transformation: Transformation, for examples: [TransformationExample]) -> Bool {
    examples.allSatisfy { transformation.evaluate(on: $0.inputs) == $0.output }
  }

  /// Whether a word or number of the result stands in the input.
  private func sharesPiece(_ example: TransformationExample) -> Bool {
    guard let output = example.output, let input = example.inputs.first?.lowercased() else { return false }
    return output.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0.count > 1 && input.contains($0) }
  }

  /// The first few examples of each result.
  private func someOfEach(_ examples: [TransformationExample]) -> [TransformationExample] {
    var counts: [String: Int] = [:]
    return examples.filter { example in
      let count = counts[example.output ?? "", default: 0]
      counts[example.output ?? ""] = count + 1
      return count < TransformationFinder.fewestOfEach
    }
  }
}

extension Transformation {
  /// Whether a condition decides between several ways.
  fileprivate var isChoice: Bool { cases.count > 1 }
}
