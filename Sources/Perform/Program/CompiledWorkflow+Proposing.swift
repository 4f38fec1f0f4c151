import Learn
import Surfaces
import Trace

extension CompiledWorkflow {
  public func attention(in run: Run) -> Attention {
    let blind = try? walk(from: run.cursor, run: run, observation: nil)
    guard case .step(let template, let stand)? = blind else {
      return loopAttention(at: blind) ?? Attention(surface: lastSurface(in: run))
    }
    let place = needsPlace(template) ? template.place : nil
    let isMarked = template.action.needsElement || template.target != nil
    guard isMarked || template.value.map(\.isRead) == true else {
      return Attention(surface: template.surface, isNeeded: needsPlace(template), place: place)
    }
    // A cell of a sheet has an address, wherever it is; what else is needed was read before.
    if let target = template.target, target.firstRow != nil,
      let resolved = try? values(stand, run: run, observation: nil).resolve(target)
    {
      return Attention(surface: template.surface, element: resolved.likeness, place: place)
    }
    guard template.value.map(\.isRead) != true, template.target?.variable.map(\.source.isRead) != true,
      !template.action.hasDestination, stand.items == nil, let target = template.target,
      let resolved = try? values(stand, run: run, observation: nil).resolve(target)
    else { return Attention(surface: template.surface, place: place) }
    return Attention(surface: template.surface, element: resolved.likeness, place: place)
  }

  /// What a loop goes on by, where the run stands at its beginning or at the end of a round.
  private func loopAttention(at arrival: Arrival?) -> Attention? {
    guard case .look(let cursor)? = arrival, let stand = Stand(cursor, in: program),
      let step = (stand.instruction ?? stand.parent)?.sought
    else { return nil }
    return Attention(surface: step.surface, place: step.place)
  }

  public func propose(_ situation: Situation) throws(Halt) -> Proposal {
    let run = situation.run
    switch try walk(from: run.cursor, run: run, observation: situation.observation) {
    case .end(let cursor): return Proposal(.finish, at: cursor)
    case .ask(let question, let cursor): return Proposal(.ask(question), at: cursor)
    case .look(let cursor):
      return Proposal(.stop(Halt(.valueMissing, "What decides the way cannot be told from what is there.")), at: cursor)
    case .step(let template, let stand):
      do {
        return try propose(template, stand, situation)
      } catch {
        throw error.at(template.id, row: stand.row)
      }
    }
  }

  private func propose(_ template: StepTemplate, _ stand: Stand, _ situation: Situation) throws(Halt) -> Proposal {
    let cursor = stand.cursor
    if let surface = situation.surface, surface != template.surface { return Proposal(.look, at: cursor) }
    if needsPlace(template), !template.place.matches(situation.observation) {
      return try reach(template, stand, situation)
    }
    let values = values(stand, run: situation.run, observation: situation.observation)
    var intent = Intent(template: template, action: template.plainAction, row: stand.row)
    intent.isRead = template.target.map(sources.contains) ?? false
    if template.holdsSecret {
      intent.value = .secret
      intent.action = template.action(with: "")
    } else if let source = template.value {
      switch try values.resolve(source) {
      case .known(let text):
        if source.isRead { try check(text, for: template) }
        intent.action = template.action(with: text)
        intent.value = .known(text)
      case .read(let text, let what):
        try check(text, for: template)
        intent.action = template.action(with: text)
        intent.value = .read(what)
      case .unknown(.secret):
        intent.value = .secret
        intent.action = template.action(with: "")
      case .unknown(let value):
        throw Halt(.valueMissing, "A value is not there yet (\(value.text)). Do the step that gives it first.")
      case .ask(let question): return Proposal(.ask(question), at: cursor)
      }
    }
    if let target = template.target {
      intent.target = try values.resolve(target)
      try checkCell(of: template, intent.target, stand, situation.observation)
    }
    if case .asked(let text)? = intent.target?.source {
      return Proposal(.ask(Question(key: "\(text)|\(cursor.rounds)", text: text, row: stand.row)), at: cursor)
    }
    return Proposal(.act(intent), at: cursor, next: cursor.advanced(), reasons: [template.summary])
  }

  /// What is read fills a slot of the declared kind, and nothing else.
  private func check(_ text: String, for template: StepTemplate) throws(Halt) {
    if let refusal = template.slot(among: workflow.parameters).refusal(of: text) {
      throw Halt(.valueRefused, "What was read for this step \(refusal). Fill it in by hand.")
    }
  }

  /// A cell says what it said when the plan was made of it.
  private func checkCell(
    of template: StepTemplate, _ target: ResolvedTarget?, _ stand: Stand, _ observation: Observation
  ) throws(Halt) {
    guard let row = stand.row, let planned = inputs.sheet, planned.indices.contains(row),
      let text = planned[row][template.id], let target
    else { return }
    let elements = observation.elements.map(\.element)
    guard let index = target.locator.locate(in: elements).index, elements[index].reading != text else { return }
    throw Halt(
      .effectUnexpected, "The cell holds something else than when the plan was made. Start anew, to see the plan again."
    )
  }

  /// The window shows another document than the step expects. Where the work begins anew and the address is known, it
  /// is opened; anywhere else that is no place to guess.
  private func reach(_ template: StepTemplate, _ stand: Stand, _ situation: Situation) throws(Halt) -> Proposal {
    let opening = Self.opening(before: template)
    let justOpened = situation.run.done.last.map { $0.step == opening?.id && $0.row == stand.row } ?? false
    guard stand.isStart, !justOpened, let opening else {
      throw Halt(
        .wrongPlace, "The window does not show the document this step is done in. Open it, then resume.")
    }
    let intent = Intent(template: opening, action: opening.action, row: stand.row)
    return Proposal(.act(intent), at: stand.cursor, next: stand.cursor, reasons: [opening.summary])
  }

  /// The step that opens the document where a step is done; nil where its address varies.
  static func opening(before template: StepTemplate) -> StepTemplate? {
    // A frame's document is not opened by itself.
    guard template.place.windowOrigin == nil, needsPlaceToBe(template), let address = template.place.address else {
      return nil
    }
    return StepTemplate(
      id: "open \(template.id)", surface: template.surface, place: template.place,
      action: .navigate(address, cause: .typed), target: nil, value: nil,
      effects: [.navigation(to: template.place)], summary: "Open \(address)", evidence: template.evidence)
  }

  /// Whether a step can only be done in its place.
  private func needsPlace(_ template: StepTemplate) -> Bool { Self.needsPlaceToBe(template) }

  private static func needsPlaceToBe(_ template: StepTemplate) -> Bool {
    switch template.action {
    case .navigate, .openTab, .switchTab, .answer: false
    default: true
    }
  }

  /// The elements that values are made of.
  private var sources: Set<Target> {
    var found: Set<Target> = []
    func add(_ source: ValueSource) {
      switch source {
      case .element(let target): found.insert(target)
      case .transformed(_, let sources): sources.forEach(add)
      case .constant, .parameter, .column, .clipboard, .question: break
      }
    }
    for step in program.steps {
      if let value = step.value { add(value) }
      if let variable = step.target?.variable { add(variable.source) }
    }
    return found
  }

  private func lastSurface(in run: Run) -> SurfaceKind {
    let steps = program.steps
    let last = run.done.last.flatMap { done in steps.first { $0.id == done.step } }
    return (last ?? steps.first)?.surface ?? .browser
  }
}

extension ValueSource {
  /// Whether it has to be read from a surface.
  var isRead: Bool {
    switch self {
    case .element: true
    case .transformed(_, let sources): sources.contains(where: \.isRead)
    case .constant, .parameter, .column, .clipboard, .question: false
    }
  }
}

extension StepTemplate {
  /// The kind of value its slot takes: the parameter's, where it has one; else what the demonstrated field says.
  func slot(among parameters: [Parameter]) -> Parameter.Kind {
    if case .navigate = action { return .url }
    if case .parameter(let name)? = value, let parameter = parameters.first(where: { $0.name == name }) {
      return parameter.kind
    }
    let kinds = Set((target?.examples ?? []).map(\.slot))
    return kinds.count == 1 ? kinds.first ?? .text : .text
  }
}

extension Action {
  var hasDestination: Bool { if case .drag = self { true } else { false } }
}
