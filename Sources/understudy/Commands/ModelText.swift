import Foundation
import Learn
import Trace

/// A model in words: what it was made from, and which features weigh how much.
struct ModelText {
  private let model: Model

  init(_ model: Model) { self.model = model }

  /// What it was made from, and how its workflows did on work they were not learned from.
  func summary(bytes: Int) -> [String] {
    let lineage = model.lineage
    return [
      "Learned from \(lineage.events) events in \(count(lineage.sessions.count, "session")): "
        + "\(count(lineage.episodes.count, "episode")) of \(count(model.workflows.count, "workflow")).",
      "  granted by \(lineage.grants.joined(separator: ", ")); version \(lineage.code), seed \(lineage.seed), "
        + "\(bytes / 1000) kB",
    ] + model.workflows.map { "  \($0.name): \(Self.sentence(on: model.record(of: $0.id)))" }
  }

  /// What weighs how much in one workflow.
  func explanation(of workflow: Workflow, width: Int = 100) -> [String] {
    let words = RequestReader(model.workflows).words(for: workflow.id).prefix(8)
    var lines = [
      workflow.name, "  \(Self.sentence(on: model.record(of: workflow.id)))",
      "  made of \(count(workflow.episodes.count, "episode"))",
      "  called for by: " + words.map { "\($0.word) \(number($0.weight))" }.joined(separator: ", "),
    ]
    for (place, step) in workflow.program.steps.enumerated() {
      lines.append("  \(place + 1). \(step.summary)")
      guard let target = step.target else { continue }
      let weights = Locator(target: target, value: "").weights().prefix(5)
      lines.append("     found again by: " + weights.map { "\($0.trait) \(number($0.bits))" }.joined(separator: ", "))
    }
    return lines
  }

  /// How much what was done before counts for what comes next.
  var foresight: [String] {
    let shares = model.next.shares.enumerated().map { length, share in
      "\(length == 0 ? "how often anything is done" : length == 1 ? "the last step" : "the last \(length) steps") "
        + "\(Int((share * 100).rounded())) %"
    }
    return ["What comes next is told by", "  " + shares.joined(separator: ", ")]
  }

  /// How a workflow did, and what that lets it do.
  static func sentence(on record: TrialRecord?) -> String {
    guard let record else { return "not tested yet: no episode of it was left to test on" }
    let did = "right in \(record.right) of \(record.episodes) episodes it was not learned from"
    let risk = "\(Int((record.threshold.risk * 100).rounded())) %"
    switch record.threshold.verdict {
    case .actFrom: return "\(did): within a risk of \(risk)"
    case .notEnoughEvidence(_, let needed):
      return "\(did): not enough evidence for a risk of \(risk), which takes \(needed)"
    case .tooOftenWrong: return "\(did): too often wrong for a risk of \(risk); look at its plan closely"
    }
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private func number(_ value: Double) -> String { value.formatted(.number.precision(.fractionLength(1))) }
}
