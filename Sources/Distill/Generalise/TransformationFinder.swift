import Foundation
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
  /// How much a choice must have foretold of what it was not made from, in bits: many conditions are tried, and one of
  /// them fits a few examples by chance.
  static let evidence = 8.0
  /// A week holds many values that nothing was made of: the search ends early, where one that a person asked for goes on.
  static let settings: SynthesisSettings = {
    var settings = SynthesisSettings()
    settings.width = 8
    settings.variants = 6
    settings.maximumStates = 1_500
    settings.maximumSteps = 150_000
    settings.maximumPieces = 500
    settings.maximumEdges = 1_000
    settings.maximumLength = 120
    return settings
  }()

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
    guard isChoice || areMadeOfInputs(examples) else { return nil }
    let training = isChoice ? someOfEach(examples) : Array(examples.prefix(4))
    let chosen = Set(training.map(\.inputs))
    let rest = examples.filter { !chosen.contains($0.inputs) }
    guard !isChoice || surprise(of: rest, among: examples) >= TransformationFinder.evidence else { return nil }
    var settings = TransformationFinder.settings
    settings.findsCases = isChoice
    let found = TransformationSynthesizer(settings: settings).synthesize(
      examples: training, others: rest.map(\.inputs) + others.map { [$0] })
    return found.first { candidate in
      let isSure = !rest.isEmpty || !candidate.isAmbiguous
      return isSure && holds(candidate.transformation, for: rest)
    }.map { Found(transformation: $0.transformation, cost: $0.cost) }
  }

  /// How surprising these results are for one who knows only how frequent each is, in bits.
  private func surprise(of examples: [TransformationExample], among all: [TransformationExample]) -> Double {
    var counts: [String: Double] = [:]
    for example in all { counts[example.output ?? "", default: 0] += 1 }
    return examples.reduce(0) { $0 - log2((counts[$1.output ?? ""] ?? 1) / Double(all.count)) }
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

  /// Whether in most examples a word or number of the result stands in the input; what stands in every result tells
  /// nothing.
  private func areMadeOfInputs(_ examples: [TransformationExample]) -> Bool {
    let pieces = examples.map { ($0.output ?? "").pieces }
    guard let first = pieces.first else { return false }
    let common = pieces.dropFirst().reduce(first) { $0.intersection($1) }
    let sharing = zip(examples, pieces).count { example, own in
      let input = (example.inputs.first ?? "").lowercased()
      let numbers = input.pieces
      return own.subtracting(common).contains { numbers.contains($0) || $0.count > 1 && input.contains($0) }
    }
    return sharing * 4 >= examples.count * 3
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

extension String {
  /// Its words in lower case and its numbers without leading zeros.
  fileprivate var pieces: Set<String> {
    Set(
      lowercased().split { !$0.isLetter && !$0.isNumber }.map { word in
        word.allSatisfy(\.isNumber) ? String(word.drop { $0 == "0" }) : String(word)
      })
  }
}
