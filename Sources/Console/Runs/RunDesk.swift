import Foundation
public import Perform
public import Trace

/// Where a run asks, and where whoever looks sees how far it is: a page of the console, or the terminal beside it.
///
/// ```swift
/// let desk = RunDesk(of: compiled, at: now)
/// let running = Task { await Performer(surfaces: [browser], approver: desk).perform(compiled) }
/// await desk.halting { running.cancel() }
/// await desk.view.asked                       // what waits for the person, with the exact values
/// await desk.answer("yes", to: 1)
/// ```
public actor RunDesk: Approver {
  /// Names the run: nobody can guess it.
  public nonisolated let id: String
  public private(set) var view: RunView

  private var waiting: CheckedContinuation<String?, Never>?
  private var halt: (@Sendable () -> Void)?
  private var isHalted = false

  public init(of workflow: CompiledWorkflow, at now: Moment) {
    var random = SystemRandomNumberGenerator()
    id = String(Secret(using: &random).text.prefix(24))
    view = RunView(
      id: id, workflow: workflow.workflow.id, name: workflow.workflow.name, begun: now,
      planned: workflow.plan.steps.count)
  }

  // MARK: - What the run does

  /// Says how the run is stopped; where it was told to stop already, it is.
  public func halting(by halt: @escaping @Sendable () -> Void) {
    self.halt = halt
    if isHalted { halt() }
  }

  /// Notes a step that was carried out.
  public func note(_ step: StepTemplate, _ done: Done) {
    view.done += 1
    view.last = done.row.map { "row \($0 + 1): \(step.summary)" } ?? step.summary
  }

  /// Notes how it ended, in a full sentence.
  public func end(_ sentence: String) {
    view.ended = sentence
    give(nil)
  }

  public func approve(_ plan: Plan) async throws -> Bool { await ask(RunView.Asked(plan)) == "yes" }

  public func approve(_ deviation: Deviation) async throws -> Bool { await ask(RunView.Asked(deviation)) == "yes" }

  public func answer(_ question: Question) async throws -> String? { await ask(RunView.Asked(question)) }

  public func secret(for step: PlannedStep) async throws -> String? { await ask(RunView.Asked(secretFor: step)) }

  /// Shows a question and waits for its answer; nil where the run is stopped or somebody answered elsewhere.
  private func ask(_ asked: RunView.Asked) async -> String? {
    guard !isHalted, !Task.isCancelled else { return nil }
    give(nil)
    let number = view.questions + 1
    var asked = asked
    asked.number = number
    (view.questions, view.asked) = (number, asked)
    return await withTaskCancellationHandler {
      await withCheckedContinuation { waiting = $0 }
    } onCancel: {
      Task { await self.withdraw(number) }
    }
  }

  // MARK: - What the person does

  /// Answers a question by its number; false where that one does not wait any more. Nil leaves it open: the run stops.
  public func answer(_ text: String?, to number: Int) -> Bool {
    guard view.asked?.number == number, waiting != nil else { return false }
    give(text)
    return true
  }

  /// Stops the run before its next input.
  public func stop() {
    isHalted = true
    halt?()
    give(nil)
  }

  private func withdraw(_ number: Int) {
    if view.asked?.number == number { give(nil) }
  }

  private func give(_ answer: String?) {
    view.asked = nil
    waiting?.resume(returning: answer)
    waiting = nil
  }
}
