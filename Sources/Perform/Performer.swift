import Learn
public import Surfaces
public import Trace

/// Carries a workflow out: looks, asks the policy, finds the element, asks the gate, acts, and checks what followed.
///
/// ```swift
/// let performer = Performer(surfaces: [browser], approver: terminal)
/// let run = await performer.perform(try CompiledWorkflow(workflow, inputs: inputs))
/// if case .halted(let halt) = run.status { print(halt) }
/// ```
///
/// It halts rather than guesses: an element under the locator's margin, a place that is not the expected one, an effect
/// that is not seen. What it was doing is in the ``Run``, from which it goes on. Cancelling the task stops it before
/// the next input.
public actor Performer {
  let surfaces: [SurfaceKind: any Surface]
  let approver: any Approver
  let limits: Limits
  let clock: any Clock<Duration>
  let report: @Sendable (StepTemplate, Done) -> Void
  /// Where each surface was last seen: needed while a dialog keeps it from being looked at.
  var places: [SurfaceKind: Place] = [:]

  /// `report` is called after each step that was carried out.
  public init(
    surfaces: [any Surface], approver: any Approver, limits: Limits = Limits(),
    clock: any Clock<Duration> = ContinuousClock(),
    report: @escaping @Sendable (StepTemplate, Done) -> Void = { _, _ in }
  ) {
    self.surfaces = Dictionary(surfaces.map { ($0.kind, $0) }) { first, _ in first }
    self.approver = approver
    self.limits = limits
    self.clock = clock
    self.report = report
  }

  /// Carries a workflow out after the person approved its plan, from the start or from where a run stopped.
  public func perform(_ given: CompiledWorkflow, resuming earlier: Run? = nil) async -> Run {
    let workflow: CompiledWorkflow
    do throws(Halt) {
      workflow = try await reading(given)
    } catch {
      var run = earlier ?? given.run
      run.status = .halted(error)
      return run
    }
    var run = earlier ?? workflow.run
    if run.digest != workflow.digest {
      run.status = .halted(
        Halt(.valueMissing, "The run was begun with another program or other inputs. Give the same, or start it anew."))
      return run
    }
    return await perform(workflow, plan: workflow.plan, run: run)
  }

  /// Carries out what a policy proposes, as far as a plan allows it.
  public func perform(_ policy: some Policy, plan: Plan, run: Run) async -> Run {
    var run = run
    let gate = ApprovalGate(clock: clock, validity: limits.approval)
    do throws(Halt) {
      try await approve(plan, gate)
      try await confirm(&run)
      let whole = Stopwatch(clock)
      run.status = .ready
      var count = 0
      while run.status == .ready {
        guard count < limits.steps, whole.elapsed < limits.time else {
          throw Halt(.budgetSpent, "The steps or the time allowed for this run are used up. Resume it to go on.")
        }
        try await step(policy, plan, gate, &run)
        count += 1
      }
    } catch {
      run.status = .halted(Task.isCancelled ? Self.cancelled : error)
    }
    return run
  }

  static let cancelled = Halt(.cancelled, "The run was stopped. Resume it to go on.")

  // MARK: - Approval

  /// Asks once for the whole plan; looking alone needs no approval.
  private func approve(_ plan: Plan, _ gate: ApprovalGate) async throws(Halt) {
    guard plan.consequence > .reads else { return await gate.approve(plan) }
    guard try await ask({ try await self.approver.approve(plan) }) else {
      throw Halt(.refused, "The plan was not approved. Nothing was done.")
    }
    await gate.approve(plan)
  }

  /// A step that was carried out without its effect being seen: only the person knows whether it took.
  private func confirm(_ run: inout Run) async throws(Halt) {
    guard run.isUnconfirmed else { return }
    let question = Question(
      key: "unconfirmed", text: "The last step was carried out, but what follows it was not seen. Did it take effect?",
      choices: ["yes", "no"])
    // Anything but a plain yes or no says nothing: a step that may have left already is not done again for it.
    let answer = try await ask { try await self.approver.answer(question) }
    switch answer?.lowercased().filter({ !$0.isWhitespace }) {
    case "yes", "y": run.cursor = run.cursor.advanced()
    case "no", "n": break
    default:
      throw Halt(.refused, "It was not said whether the last step took effect: yes or no. Resume to be asked again.")
    }
    run.isUnconfirmed = false
  }

  /// Asks the person; whatever goes wrong with asking is no approval.
  func ask<Answer: Sendable>(_ body: @Sendable () async throws -> Answer) async throws(Halt) -> Answer {
    do { return try await body() } catch {
      throw Halt(.refused, "The person could not be asked: \(error). Nothing more was done.")
    }
  }
}
