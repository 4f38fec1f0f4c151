import Learn
import Surfaces
import Trace

extension Performer {
  /// Does the next step: or asks the next question, or ends the run.
  func step(_ policy: some Policy, _ plan: Plan, _ gate: ApprovalGate, _ run: inout Run) async throws(Halt) {
    let time = Stopwatch(clock)
    var pause = Duration.milliseconds(20)
    while true {
      if Task.isCancelled { throw Self.cancelled }
      do {
        return try await attempt(policy, plan, gate, &run, time)
      } catch {
        // What is not there yet may come; everything else will not mend by itself.
        guard error.mayPass, time.elapsed + pause < limits.step else { throw error }
      }
      do { try await clock.sleep(for: pause) } catch { throw Self.cancelled }
      pause = min(pause * 2, .milliseconds(250))
    }
  }

  private func attempt(
    _ policy: some Policy, _ plan: Plan, _ gate: ApprovalGate, _ run: inout Run, _ time: Stopwatch
  ) async throws(Halt) {
    let attention = policy.attention(in: run)
    guard let surface = surfaces[attention.surface] else {
      throw Self.isMissing(attention.surface)
    }
    var observation = try await look(at: surface, attention)
    // What a frame of another site says is nobody's business here.
    observation.elements.removeAll { $0.place.frames.contains { $0.contains("://") && !plan.covers($0) } }
    let proposal = try await propose(policy, Situation(observation: observation, run: run, surface: surface.kind))
    run.cursor = proposal.cursor
    switch proposal.move {
    case .look: break
    case .finish: run.status = .finished
    case .stop(let halt): throw halt
    case .ask(let question):
      guard let answer = try await ask({ try await self.approver.answer(question) }) else {
        throw Halt(.refused, "A question was left open. Resume to be asked again.", row: question.row)
      }
      run.answers[question.key] = answer
    case .act(var intent):
      do {
        intent.place = observation.place
        let (found, destination) = try await find(intent, observation, attention, surface)
        try await act(found, destination, proposal, plan, gate, surface, &run, time)
      } catch {
        throw error.at(intent.template.id, row: intent.row)
      }
    }
  }

  private func propose(_ policy: some Policy, _ situation: Situation) async throws(Halt) -> Proposal {
    try await policy.propose(situation)
  }

  // MARK: - Looking and finding

  /// What is there now. While a dialog is open nothing can be looked at: the last place stands.
  func look(at surface: any Surface, _ attention: Attention) async throws(Halt) -> Observation {
    if !attention.isNeeded {
      if let place = places[surface.kind] { return Observation(place: place, elements: []) }
      let open = try await halting { () throws(SurfaceError) in try await surface.windows() }
      return Observation(place: open.first ?? Place(application: "", window: ""), elements: [])
    }
    let budget = Budget(resembling: attention.element)
    if let place = attention.place { try await bringToFront(place, on: surface) }
    let observation = try await halting { () throws(SurfaceError) in try await surface.observe(within: budget) }
    places[surface.kind] = observation.place
    return observation
  }

  /// Makes the window that shows a place the one that is looked at, where another is and only one shows it.
  private func bringToFront(_ place: PlaceTemplate, on surface: any Surface) async throws(Halt) {
    guard surfaces.count > 1 || surface.kind == .desktop else { return }
    let open = try await halting { () throws(SurfaceError) in try await surface.windows() }
    guard let front = open.first, !place.matches(front) else { return }
    let fitting = open.filter(place.matches)
    guard let window = fitting.first, fitting.count == 1 else { return }
    try await halting { () throws(SurfaceError) in try await surface.activate(window: window.window) }
  }

  /// The intent with its element, and where it is dragged to.
  private func find(
    _ intent: Intent, _ observation: Observation, _ attention: Attention, _ surface: any Surface
  ) async throws(Halt) -> (Intent, ObservedElement?) {
    guard let target = intent.target, intent.action.needsElement || !observation.elements.isEmpty else {
      return (intent, nil)
    }
    var intent = intent
    var elements = intent.candidates(in: observation)
    var location = target.locator.locate(in: elements.map(\.element))
    if location.index == nil, attention.element != nil {
      // Only what resembles it was looked at: before saying that it is not there, look at everything.
      let all = try await look(at: surface, Attention(surface: surface.kind))
      elements = intent.candidates(in: all)
      location = target.locator.locate(in: elements.map(\.element))
    }
    switch location {
    case .found(let index, _, _):
      let role = elements[index].element.role
      // A key may go without one: something else that bears the same name would take the keyboard for itself.
      guard intent.action.needsElement || target.target.examples.contains(where: { $0.role == role }) else { break }
      intent.element = elements[index]
    case .ambiguous:
      guard intent.action.needsElement else { break }
      throw Halt(
        .elementAmbiguous,
        "Several elements fit about equally well, and none of them is acted on. Do this step by hand.")
    case .absent:
      guard intent.action.needsElement else { break }
      throw Halt(
        .elementAbsent, "The element this step acts on is not there. Bring the page to where it is, then resume.")
    }
    guard case .drag(let destination) = intent.action else { return (intent, nil) }
    guard let index = Locator(examples: [destination]).locate(in: elements.map(\.element)).index else {
      throw Halt(.elementAbsent, "The element this step drags to is not there. Do this step by hand.")
    }
    return (intent, elements[index])
  }

  /// Turns the errors of a surface into halts.
  func halting<Value: Sendable>(
    _ body: @Sendable () async throws(SurfaceError) -> Value
  ) async throws(Halt) -> Value {
    do { return try await body() } catch {
      if Task.isCancelled { throw Self.cancelled }
      throw Halt(error)
    }
  }
}

extension Intent {
  /// The elements of the documents the step is done in: what looks alike in a frame of another is not meant.
  func candidates(in observation: Observation) -> [ObservedElement] {
    observation.elements.filter { template.place.matches(document: $0.place.innermostDocument) }
  }
}

extension Halt {
  init(_ error: SurfaceError) {
    let code: Code =
      switch error.code {
      case .elementNotFound, .changed: .elementAbsent
      case .notActionable: .notActionable
      case .timedOut, .unavailable, .closed, .unsupported, .failed: .surface
      }
    self.init(code, error.reason)
  }

  /// Whether waiting may mend it.
  var mayPass: Bool {
    switch code {
    case .wrongPlace, .elementAbsent, .elementAmbiguous: true
    default: false
    }
  }
}
