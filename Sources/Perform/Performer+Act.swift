import Surfaces
import Trace

extension Performer {
  /// Past the gate, acts, and checks what followed.
  func act(
    _ intent: Intent, _ destination: ObservedElement?, _ proposal: Proposal, _ plan: Plan, _ gate: ApprovalGate,
    _ surface: any Surface, _ run: inout Run, _ time: Stopwatch
  ) async throws(Halt) {
    var proposal = proposal
    proposal.move = .act(intent)
    switch await gate.decide(proposal, under: plan) {
    case .allowed: break
    case .refused(let reason): throw Halt(.outOfScope, reason + " Nothing was done.")
    case .ask(let differences):
      guard let planned = plan.step(intent.template.id, row: intent.row) else {
        throw Halt(.outOfScope, "This step is not part of the approved plan. Nothing was done.")
      }
      let deviation = Deviation(step: planned, differences: differences)
      guard try await ask({ try await self.approver.approve(deviation) }) else {
        throw Halt(.refused, "What differs from the plan was not approved. Nothing was done.")
      }
      await gate.approve(proposal, under: plan)
      return  // Look again: the approval holds for exactly what was shown, and time has passed.
    }

    let action = try await filled(intent, plan)
    if Task.isCancelled { throw Self.cancelled }
    let outcome: Outcome
    do {
      outcome = try await carryOut(action, intent, destination, surface)
    } catch {
      if error.mayHaveActed {
        await gate.spend(proposal, under: plan)
        run.isUnconfirmed = true
      }
      throw Task.isCancelled ? Self.cancelled : Halt(error)
    }
    await gate.spend(proposal, under: plan)
    places[surface.kind] = outcome.place
    run.isUnconfirmed = true
    try await verify(intent, outcome, plan, surface, time)
    run.isUnconfirmed = false
    switch intent.action {
    case .copy(let text), .cut(let text): run.clipboard[intent.template.id] = outcome.value ?? text
    default: break
    }
    if intent.isRead, let element = intent.element?.element, !element.states.contains(.secret) {
      run.readings[intent.template.id] = Reading(text: element.reading, rounds: proposal.cursor.rounds)
    }
    let done = Done(step: intent.template.id, row: intent.row, seconds: time.elapsed.seconds)
    run.done.append(done)
    run.cursor = proposal.next
    report(intent.template, done)
  }

  /// The action with the secret in it, where it holds one: asked for now, handed on, and not kept.
  private func filled(_ intent: Intent, _ plan: Plan) async throws(Halt) -> Action {
    let isSecret = intent.value == .secret || (intent.element?.element.states.contains(.secret) ?? false)
    guard isSecret, intent.action.verb == .fill || intent.action.verb == .paste else { return intent.action }
    guard let planned = plan.step(intent.template.id, row: intent.row),
      let secret = try await ask({ try await self.approver.secret(for: planned) })
    else { throw Halt(.refused, "The secret for this step was not given. Nothing was done.") }
    return .fill(secret)
  }

  private func carryOut(
    _ action: Action, _ intent: Intent, _ destination: ObservedElement?, _ surface: any Surface
  ) async throws(SurfaceError) -> Outcome {
    if let element = intent.element, let destination {
      return try await surface.drag(element.handle, to: destination.handle)
    }
    if case .switchTab = action {
      let window = try await surface.windows().first { intent.template.place.matches($0) }
      guard let window else {
        throw SurfaceError(.elementNotFound, "No window shows the document to switch to. Open it, then resume.")
      }
      try await surface.activate(window: window.window)
      return Outcome(place: window)
    }
    return try await surface.perform(action, on: intent.element?.handle)
  }
}

extension SurfaceError {
  /// Whether something may have been done although there is no outcome.
  var mayHaveActed: Bool {
    switch code {
    case .unavailable, .elementNotFound, .notActionable, .changed, .unsupported: false
    case .closed, .timedOut, .failed: true
    }
  }
}
