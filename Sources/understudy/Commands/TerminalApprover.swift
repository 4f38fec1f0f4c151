import Foundation
import Perform

/// Asks the person on the terminal: no page and no program in the browser can answer there.
struct TerminalApprover: Approver {
  var terminal: Terminal
  /// Whether this very plan was approved by its name already.
  var isApproved: Bool
  /// Called once the plan is approved, before anything is done.
  var whenApproved: @Sendable () throws -> Void = {}

  func approve(_ plan: Plan) async throws -> Bool {
    if !isApproved {
      terminal.endProgress()
      terminal.say(PlanText(plan).text)
      guard agrees("Do this? Type yes: ") else { return false }
    }
    try whenApproved()
    return true
  }

  func approve(_ deviation: Deviation) async throws -> Bool {
    terminal.endProgress()
    terminal.say("Not as planned at “\(deviation.step.summary)”:")
    deviation.differences.forEach { terminal.say("  \($0)") }
    return agrees("Go on all the same? Type yes: ")
  }

  func answer(_ question: Question) async throws -> String? {
    terminal.endProgress()
    terminal.say(question.row.map { "Row \($0 + 1): \(question.text)" } ?? question.text)
    let hints = question.choices.isEmpty ? question.examples : question.choices
    if !hints.isEmpty {
      terminal.say("  \(question.choices.isEmpty ? "before, for example" : "one of"): \(hints.joined(separator: ", "))")
    }
    return terminal.ask("> ")
  }

  func secret(for step: PlannedStep) async throws -> String? {
    terminal.endProgress()
    return terminal.askSecretly("\(step.summary) (not shown, not kept): ")
  }

  private func agrees(_ question: String) -> Bool {
    terminal.ask(question)?.trimmingCharacters(in: .whitespaces).lowercased() == "yes"
  }
}
