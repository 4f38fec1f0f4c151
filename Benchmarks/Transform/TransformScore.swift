import Distill
import Trace

/// How many tasks were solved from their first rows: all other rows right.
struct TransformScore {
  var exampleCount: Int
  /// Whether the inputs of the other rows, without their outputs, were given too.
  var givesOthers: Bool
  var tasks = 0
  var solved = 0
  /// Tasks that have no other rows, which are left out.
  var withoutOthers = 0
  /// Solved by copying the input or repeating the first output.
  var copied = 0
  /// Solved, and the person would not have been asked.
  var solvedSurely = 0
  /// Not solved, a wrong value written, and the person would not have been asked.
  var wrongSurely = 0
  var timings = Timings()
  var solvedByFeature: [String: (solved: Int, tasks: Int)] = [:]
  /// The names of tasks that were not solved, each with the first row that came out wrong.
  var failures: [(task: String, row: TransformTask.Row, result: String?)] = []

  init(exampleCount: Int, givesOthers: Bool) {
    self.exampleCount = exampleCount
    self.givesOthers = givesOthers
  }

  mutating func add(_ task: TransformTask, synthesizer: TransformationSynthesizer) {
    let rest = task.examples.dropFirst(exampleCount)
    guard !rest.isEmpty else {
      withoutOthers += 1
      return
    }
    let examples = task.examples.prefix(exampleCount).map(\.example)
    let others = givesOthers ? rest.map(\.inputs) : []
    var found: [RankedTransformation] = []
    timings.add(ContinuousClock().measure { found = synthesizer.synthesize(examples: examples, others: others) })
    let best = found.first
    let wrong = rest.first { best == nil || best?.transformation.evaluate(on: $0.inputs) != $0.output }
    tasks += 1
    if rest.allSatisfy({ $0.inputs.first == $0.output }) || rest.allSatisfy({ $0.output == examples.first?.output }) {
      copied += 1
    }
    for feature in task.features {
      solvedByFeature[feature, default: (0, 0)].tasks += 1
      if wrong == nil { solvedByFeature[feature, default: (0, 0)].solved += 1 }
    }
    let isSure = best.map { !$0.isAmbiguous } ?? false
    if let wrong {
      let result = best?.transformation.evaluate(on: wrong.inputs)
      if isSure, result != nil { wrongSurely += 1 }
      failures.append((task.name, wrong, result))
    } else {
      solved += 1
      if isSure { solvedSurely += 1 }
    }
  }

  var share: Double { tasks == 0 ? 0 : Double(solved) / Double(tasks) }
}
