import ArgumentParser
import Distill
import Foundation
import Report
import Trace

/// How well the documentation of recorded work matches what somebody wrote who knows the tasks.
struct DocumentBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract: "Writes down recorded workflows and compares them with procedures that were written by hand.",
    discussion: """
      The events are an export (`understudy export`); the written procedures are JSON (Examples/BackOffice/procedures).
      Each workflow is compared with the written procedure that it fits best. Step precision and recall, Kendall's τ of
      the steps that match, and how many of them name as a parameter what is one. The baseline writes the longest
      episode down as it was done. Published for GPT-4 with pictures and trace on other work (WONDERBREAD), with a model
      as the judge: precision .80, recall .88, order .77.

        understudy-bench document --events .demo/events.json
      """)

  @Option(help: "The events, as `understudy export` writes them.") var events: String
  @Option(help: "The written procedures.") var truth = "Examples/BackOffice/procedures/truth.json"
  @Flag(help: "Show the lines that fit nothing.") var verbose = false

  func run() async throws {
    let decoder = JSONDecoder()
    let recorded = try decoder.decode([Event].self, from: Data(contentsOf: URL(filePath: events)))
    let written = try decoder.decode([WrittenProcedure].self, from: Data(contentsOf: URL(filePath: truth)))
    let found = Distiller().distill(recorded)
    var (whole, baseline, tasks) = (ProcedureScore(), ProcedureScore(), Set<String>())
    print("workflow                                   written as         P     R     τ     parameters")
    for workflow in found.workflows {
      let own = Set(workflow.episodes)
      let episodes = found.episodes.filter { own.contains($0.id) }
      let procedure = Procedure(of: workflow, episodes: episodes)
      let lines = procedure.lines.map {
        ProcedureScore.Line(verb: $0.verb, element: $0.element, isVariable: $0.isVariable)
      }
      guard let (wanted, score) = best(lines, written) else { continue }
      whole = whole + score
      tasks.insert(wanted.task)
      if let episode = episodes.max(by: { $0.steps.count < $1.steps.count }) {
        baseline = baseline + ProcedureScore(of: asDone(episode), against: wanted.steps)
      }
      print(
        "\(workflow.name.padding(toLength: 42, withPad: " ", startingAt: 0)) "
          + "\(wanted.task.padding(toLength: 16, withPad: " ", startingAt: 0)) \(row(score))")
      if verbose { for line in procedure.lines { print("    \(line.text)") } }
    }
    print("\("all".padding(toLength: 59, withPad: " ", startingAt: 0)) \(row(whole))")
    print(
      "\("the longest episode, as it was done".padding(toLength: 59, withPad: " ", startingAt: 0)) \(row(baseline))")
    let missing = written.map(\.task).filter { !tasks.contains($0) }
    if !missing.isEmpty { print("not found: \(missing.joined(separator: ", "))") }
    var summary = Summary()
    summary["precision"] = whole.precision.rounded(to: 4)
    summary["recall"] = whole.recall.rounded(to: 4)
    summary["order"] = whole.order.rounded(to: 4)
    summary["parameters"] = whole.parameters.rounded(to: 4)
    summary["missing"] = missing.count
    summary["baseline"] = "the longest episode as it was done"
    summary["baseline_precision"] = baseline.precision.rounded(to: 4)
    summary["baseline_recall"] = baseline.recall.rounded(to: 4)
    summary["baseline_parameters"] = baseline.parameters.rounded(to: 4)
    print(try summary.json)
  }

  /// The written procedure that fits best, by the mean of precision and recall.
  private func best(
    _ lines: [ProcedureScore.Line], _ written: [WrittenProcedure]
  ) -> (WrittenProcedure, ProcedureScore)? {
    written.map { ($0, ProcedureScore(of: lines, against: $0.steps)) }
      .max { $0.1.precision + $0.1.recall < $1.1.precision + $1.1.recall }
  }

  private func asDone(_ episode: Episode) -> [ProcedureScore.Line] {
    episode.steps.map { step in
      ProcedureScore.Line(
        verb: step.action.verb, element: step.element.map { $0.name.isEmpty ? $0.text : $0.name } ?? "",
        isVariable: false)
    }
  }

  private func row(_ score: ProcedureScore) -> String {
    [score.precision, score.recall, score.order, score.parameters].map {
      let hundredths = Int(($0 * 100).rounded())
      return hundredths >= 100 ? "1.00 " : ".\(hundredths < 10 ? "0" : "")\(hundredths)  "
    }.joined(separator: " ")
  }
}
