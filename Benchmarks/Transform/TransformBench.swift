import ArgumentParser
import Distill
import Exchange
import Foundation

/// How many columns are filled in rightly from a few examples, and how fast.
struct TransformBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transform",
    abstract: "Finds text transformations from the first rows of each task and checks them on all others.",
    discussion: """
      A task is solved when every row that was not shown comes out right. Once only the examples are given, and once
      also the inputs (not the outputs) of the other rows, as in the product. Tasks without other rows are left out.
      Beside it: how many tasks copying the input or repeating the first output would solve.
      """)

  @Option(help: "The tasks: JSON lines with name, features, examples; plain or compressed by gzip.") var tasks: String
  @Option(name: .customLong("examples"), parsing: .upToNextOption, help: "How many rows of a task are shown.")
  var exampleCounts = [1, 2, 3]
  @Flag(help: "List the tasks that were not solved, with the first row that came out wrong.") var failures = false

  func run() throws {
    let data = try Data(contentsOf: URL(filePath: tasks)).gunzipped(limit: 1 << 30)
    let all = try TransformTask.all(in: data)
    let synthesizer = TransformationSynthesizer()
    // The first search of a process also loads the tables of Unicode.
    _ = synthesizer.synthesize(examples: [TransformationExample(inputs: ["Ärger 1"], output: "1 ÄRGER")])
    var summary = Summary()
    print("examples  other inputs  solved             copying  sure: right  wrong    median ms      p99 ms")
    for count in exampleCounts {
      for givesOthers in [false, true] {
        var score = TransformScore(exampleCount: count, givesOthers: givesOthers)
        for task in all { score.add(task, synthesizer: synthesizer) }
        print(score.line)
        if failures { score.printFailures() }
        let key = "examples_\(count)" + (givesOthers ? "" : "_alone")
        summary["\(key)_solved"] = score.share.rounded(to: 4)
        summary["\(key)_tasks"] = score.tasks
        summary["\(key)_copying"] = score.copied
        summary["\(key)_sure_right"] = score.solvedSurely
        summary["\(key)_sure_wrong"] = score.wrongSurely
        summary["\(key)_median_ms"] = (score.timings.quantile(0.5) * 1000).rounded(to: 2)
        summary["\(key)_p99_ms"] = (score.timings.quantile(0.99) * 1000).rounded(to: 2)
        if givesOthers {
          print(score.featureLine)
          summary["\(key)_features"] = score.solvedByFeature.mapValues { "\($0.solved)/\($0.tasks)" }
        }
      }
    }
    print(try summary.json)
  }
}

extension TransformScore {
  fileprivate var line: String {
    let share = "\(solved)/\(tasks) = \((100 * self.share).rounded(to: 1)) %"
    let cells = [
      "\(exampleCount)", givesOthers ? "given" : "hidden", share, "\(copied)", "\(solvedSurely)", "\(wrongSurely)",
      "\((timings.quantile(0.5) * 1000).rounded(to: 2))", "\((timings.quantile(0.99) * 1000).rounded(to: 2))",
    ]
    return zip(cells, [8, 14, 19, 9, 13, 6, 12, 12]).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
      .joined(separator: " ") + (withoutOthers > 0 ? " (\(withoutOthers) without other rows)" : "")
  }

  fileprivate var featureLine: String {
    "  "
      + solvedByFeature.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.solved)/\($0.value.tasks)" }
      .joined(separator: ", ")
  }

  fileprivate func printFailures() {
    for failure in failures {
      let expected = failure.row.output.debugDescription
      print("  \(failure.task): \(failure.row.inputs) → \(expected), not \(failure.result.debugDescription)")
    }
  }
}
