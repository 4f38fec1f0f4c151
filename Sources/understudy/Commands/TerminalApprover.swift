import Foundation
import Perform

/// Asks the person on the terminal: no page and no program in the browser can answer there.
struct TerminalApprover: Approver {
  private let terminal: Terminal
  private let reader: LineReader

  init(terminal: Terminal) {
    self.terminal = terminal
    reader = LineReader { terminal.ask(withoutReading: $0) }
  }

  func approve(_ plan: Plan) async throws -> Bool {
    terminal.endProgress()
    terminal.say(PlanText(plan).text)
    return await agrees("Do this? Type yes: ")
  }

  func approve(_ deviation: Deviation) async throws -> Bool {
    terminal.endProgress()
    terminal.say("Not as planned at “\(deviation.step.summary)”:")
    deviation.differences.forEach { terminal.say("  \($0)") }
    return await agrees("Go on all the same? Type yes: ")
  }

  func answer(_ question: Question) async throws -> String? {
    terminal.endProgress()
    terminal.say(question.row.map { "Row \($0 + 1): \(question.text)" } ?? question.text)
    let hints = question.choices.isEmpty ? question.examples : question.choices
    if !hints.isEmpty {
      terminal.say("  \(question.choices.isEmpty ? "before, for example" : "one of"): \(hints.joined(separator: ", "))")
    }
    return await line("> ")
  }

  func secret(for step: PlannedStep) async throws -> String? {
    terminal.endProgress()
    return await terminal.withoutEcho { await line("\(step.summary) (not shown, not kept): ") }
  }

  private func agrees(_ question: String) async -> Bool {
    await line(question)?.trimmingCharacters(in: .whitespaces).lowercased() == "yes"
  }

  private func line(_ question: String) async -> String? {
    guard terminal.canAsk else { return nil }
    await reader.prepare()
    terminal.ask(withoutReading: question)
    return await reader.line()
  }
}

/// Asks in two places at once: whoever answers first has answered.
struct EitherApprover: Approver {
  var first: any Approver
  var second: any Approver
  /// Called where the second one answered.
  var whenSecond: @Sendable () -> Void

  func approve(_ plan: Plan) async throws -> Bool { try await either { try await $0.approve(plan) } }

  func approve(_ deviation: Deviation) async throws -> Bool {
    try await either { try await $0.approve(deviation) }
  }

  func answer(_ question: Question) async throws -> String? { try await either { try await $0.answer(question) } }

  func secret(for step: PlannedStep) async throws -> String? {
    try await either { try await $0.secret(for: step) }
  }

  private func either<Answer: Sendable>(
    _ ask: @escaping @Sendable (any Approver) async throws -> Answer
  ) async throws -> Answer {
    try await withThrowingTaskGroup(of: (Answer, isSecond: Bool).self) { group in
      group.addTask { (try await ask(first), false) }
      group.addTask { (try await ask(second), true) }
      defer { group.cancelAll() }
      guard let (answer, isSecond) = try await group.next() else { throw CancellationError() }
      if isSecond, !Task.isCancelled { whenSecond() }
      return answer
    }
  }
}

/// Approves one plan that was approved by its name already; everything else is asked of another one.
struct NamedPlanApprover: Approver {
  var approver: any Approver

  func approve(_ plan: Plan) async throws -> Bool { true }
  func approve(_ deviation: Deviation) async throws -> Bool { try await approver.approve(deviation) }
  func answer(_ question: Question) async throws -> String? { try await approver.answer(question) }
  func secret(for step: PlannedStep) async throws -> String? { try await approver.secret(for: step) }
}
