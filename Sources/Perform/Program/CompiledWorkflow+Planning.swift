import Trace

extension CompiledWorkflow {
  /// Unrolls a program over the given rows, with every value that is known beforehand.
  static func plan(_ workflow: Workflow, program: Program, inputs: Inputs) throws(Halt) -> Plan {
    var planner = Planner(workflow: workflow, inputs: inputs)
    try planner.add(program.instructions, row: nil, conditions: [], isStart: true)
    return Plan(
      workflow: workflow.id, name: workflow.name, origins: origins(of: program),
      applications: Set(program.steps.filter { $0.surface == .desktop }.map(\.place.application)).sorted(),
      steps: planner.steps)
  }

  /// Every origin and folder that the program itself names: in its places, in what followed its steps, and in the
  /// addresses that it opens.
  static func origins(of program: Program) -> [String] {
    var origins: Set<String> = []
    for step in program.steps {
      origins.formUnion([step.place.origin, step.place.windowOrigin].compactMap(\.self))
      for case .navigation(let place) in step.effects { origins.insert(place.origin) }
      if case .navigate(let address, _) = step.action {
        origins.formUnion([Place.origin(of: address)].compactMap(\.self))
      }
    }
    return origins.filter { !$0.isEmpty && $0 != "about:blank" }.sorted()
  }
}

/// Makes the list of planned steps.
private struct Planner {
  var workflow: Workflow
  var inputs: Inputs
  var steps: [PlannedStep] = []

  mutating func add(
    _ instructions: [Instruction], row: Int?, conditions: [String], isStart: Bool
  ) throws(Halt) {
    let isBegun = isStart
    for (number, instruction) in instructions.enumerated() {
      let isStart = isBegun && Stand.isFirst(number, in: instructions)
      switch instruction {
      case .perform(let template):
        if isStart, let opening = CompiledWorkflow.opening(before: template) {
          try add(opening, row: row, conditions: conditions + ["its page is not open"])
        }
        try add(template, row: row, conditions: conditions)
      case .optional(let body, let condition, _):
        switch try condition.map({ condition throws(Halt) in try values(row).holds(condition) }) ?? nil {
        case true?: try add(body, row: row, conditions: conditions, isStart: isStart)
        case false?: break
        case nil: try add(body, row: row, conditions: conditions + [condition?.text ?? "needed"], isStart: isStart)
        }
      case .choice(let branches, let question):
        try add(branches, question, row: row, conditions: conditions, isStart: isStart)
      case .loop(.rows, let body):
        for number in inputs.rows.indices {
          try add(body, row: number, conditions: conditions, isStart: true)
        }
      case .loop(.items(let target), let body) where target.firstRow != nil && inputs.sheet != nil:
        let rows = inputs.sheet ?? []
        for number in rows.indices where rows.has(number, for: body) {
          try add(body, row: number, conditions: conditions, isStart: true)
        }
      case .loop(.items(let target), let body):
        let what = target.firstRow != nil ? "each row" : target.examples.first.map { "each \($0.role)" } ?? "each item"
        try add(body, row: row, conditions: conditions + ["for \(what)"], isStart: true)
      case .loop(.whilePresent(let target), let body):
        let what = target.examples.first?.caption ?? "it"
        try add(body, row: row, conditions: conditions + ["as long as “\(what)” is there"], isStart: true)
      }
    }
  }

  private mutating func add(
    _ branches: [Branch], _ question: String, row: Int?, conditions: [String], isStart: Bool
  ) throws(Halt) {
    var open: [(Branch, String)] = []
    for branch in branches {
      let holds = try branch.condition.map { condition throws(Halt) in try values(row).holds(condition) } ?? nil
      if holds == false { continue }
      if holds == true, open.isEmpty {
        return try add(branch.body, row: row, conditions: conditions, isStart: isStart)
      }
      open.append((branch, branch.condition?.text ?? "answered: \(CompiledWorkflow.summary(of: branch.body))"))
    }
    for (branch, text) in open {
      try add(branch.body, row: row, conditions: conditions + [text], isStart: isStart)
    }
  }

  private mutating func add(_ template: StepTemplate, row: Int?, conditions: [String]) throws(Halt) {
    let values = values(row)
    var value = PlannedValue.none
    var targetValue = PlannedValue.none
    do {
      if template.holdsSecret {
        value = .secret
      } else if let source = template.value {
        value = try values.resolve(source).planned
      }
      if let target = template.target { targetValue = try values.resolve(target).source }
    } catch {
      throw error.at(template.id, row: row)
    }
    guard !steps.contains(where: { $0.step == template.id && $0.row == row }) else { return }
    steps.append(
      PlannedStep(
        step: template.id, row: row, summary: template.summary,
        label: template.target?.examples.first?.caption ?? template.summary, value: value, targetValue: targetValue,
        origin: template.place.origin, consequence: Consequence(of: template), conditions: conditions))
  }

  private func values(_ row: Int?) -> Values {
    Values(
      parameters: workflow.parameters, inputs: inputs, row: row, run: Run(workflow: workflow.id, digest: ""),
      cursor: Cursor(), item: nil, round: row, observation: nil, steps: workflow.program.steps)
  }
}

extension Values.Result {
  /// As it stands in a plan.
  var planned: PlannedValue {
    switch self {
    case .known(let text): .known(text)
    case .read(_, let what): .read(what)
    case .unknown(let value): value
    case .ask(let question): .asked(question.text)
    }
  }
}
