public import Trace

extension Procedure {
  /// Writes a workflow down.
  ///
  /// - Parameter episodes: those that it was made of, for pictures; steps of others are not looked at.
  public init(of workflow: Workflow, episodes: [Episode] = []) {
    var writer = ProcedureWriter(workflow: workflow, episodes: episodes)
    let steps = writer.items(of: workflow.program.instructions)
    self.init(
      title: workflow.name, purpose: writer.purpose, inputs: workflow.parameters.map(Input.init), steps: steps,
      ways: writer.ways, exceptions: writer.exceptions, checks: writer.checks, episodes: workflow.episodes)
  }
}

extension Procedure.Input {
  init(_ parameter: Parameter) {
    let source =
      parameter.column.map { "the column “\($0)” of the file" }
      ?? (parameter.isJudgement ? "your decision" : "given with the task")
    self.init(
      name: parameter.name, kind: parameter.kind, examples: Array(parameter.examples.prefix(3)), source: source)
  }
}

/// Goes through a program and writes it line by line.
struct ProcedureWriter {
  let workflow: Workflow
  private let steps: [EventID: Step]
  private var place: PlaceTemplate?
  private var numbers: [StepTemplate.ID: Int] = [:]

  init(workflow: Workflow, episodes: [Episode]) {
    self.workflow = workflow
    steps = Dictionary(episodes.flatMap(\.steps).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func items(of instructions: [Instruction]) -> [Procedure.Item] {
    var items: [Procedure.Item] = []
    for instruction in instructions {
      switch instruction {
      case .perform(let template):
        if template.place != place {
          place = template.place
          items.append(.place(template.place.words))
        }
        items.append(.step(line(template)))
      case .optional(let body, let condition, let share):
        let title = condition.map { "If \(words(of: $0)):" } ?? "Sometimes (\(Amounts.percent(share)) of the times):"
        items.append(.block(title, self.items(of: body)))
      case .loop(let loop, let body): items.append(.block(words(of: loop), self.items(of: body)))
      case .choice(let branches, let question):
        let decision = question.isEmpty ? "One of these ways:" : "Decide: \(question)"
        items.append(
          .block(
            decision,
            branches.map { branch in
              .block(
                branch.condition.map { "If \(words(of: $0)):" }
                  ?? "Or, in \(Amounts.percent(branch.share)) of the times:",
                self.items(of: branch.body))
            }))
      }
    }
    return items
  }

  private mutating func line(_ template: StepTemplate) -> Procedure.Line {
    numbers[template.id] = numbers.count + 1
    let example = template.target?.examples.first
    let name = template.target?.variable.map { words(of: $0.source) }
    let element = example?.calledInWords ?? ""
    let value = template.value.map(words(of:))
    let picture = template.evidence.compactMap { steps[$0] }.last { $0.frame != nil }
    var frame = picture?.frame
    frame?.pixels = nil
    return Procedure.Line(
      id: template.id, verb: template.action.verb, element: element, value: value,
      isVariable: [template.value, template.target?.variable?.source].contains { $0?.isVariable == true },
      text: sentence(template, element: element, named: name, value: value), effect: effect(template.effects),
      frame: frame, bounds: picture?.element?.bounds)
  }

  private func sentence(_ template: StepTemplate, element: String, named name: String?, value: String?) -> String {
    let role = template.target?.examples.first.map { $0.role.spoken } ?? ""
    let thing =
      switch template.target?.variable?.part {
      case .name: "the \(role) called like \(name ?? "it")"
      case .row: "“\(element)” in the row of \(name ?? "it")"
      case .index: template.target?.sheetColumn.map { "the row’s \($0)" } ?? "the next \(role)"
      case nil: element.isEmpty ? "the \(role)" : "“\(element)”"
      }
    return switch template.action {
    case .click(let click):
      (click.button == .right ? "Right-click " : click.count == 2 ? "Double-click " : "Click ") + thing
    case .fill(let text): value == nil && text.isEmpty ? "Empty \(thing)" : "Fill \(thing) with \(value ?? "a text")"
    case .select: "Choose \(value ?? "an option") in \(thing)"
    case .check(let on): (on ? "Tick " : "Untick ") + thing
    case .press(let chord): "Press \(chord)"
    case .drag(let target): "Drag \(thing) to “\(target.calledInWords)”"
    case .scroll: "Scroll"
    case .copy: "Copy the text of \(thing)"
    case .cut: "Cut the text of \(thing)"
    case .paste: "Paste \(value ?? "what was copied") into \(thing)"
    case .navigate: "Open \(value ?? template.place.words)"
    case .openTab: "Open a tab"
    case .closeTab: "Close the tab"
    case .switchTab: "Go to the other tab"
    case .upload: "Upload \(value ?? "the file")"
    case .submit: "Send the form"
    case .answer(let accepted, _): accepted ? "Accept the dialog" : "Refuse the dialog"
    case .run: "Run \(value ?? "the command")"
    }
  }

  // MARK: - Words

  private func words(of source: ValueSource) -> String {
    switch source {
    case .constant(let text): "“\(text)”"
    case .parameter(let name), .column(let name): "the \(name)"
    case .element(let target):
      target.sheetColumn.map { "the row’s \($0)" }
        ?? "what is shown as “\(target.examples.first?.calledInWords ?? "it")”"
    case .clipboard(let step): numbers[step].map { "what was copied in step \($0)" } ?? "what was copied"
    case .transformed(_, let inputs): "what is made of \(inputs.map(words(of:)).joined(separator: " and "))"
    case .question(let question): "your decision (\(question))"
    }
  }

  func words(of condition: Condition) -> String {
    if case .element(let target) = condition.subject, let example = target.examples.first {
      let thing = example.calledInWords.isEmpty ? "the \(example.role.spoken)" : "“\(example.calledInWords)”"
      if condition.comparison == .isPresent { return "\(thing) is there" }
      if condition.comparison == .isAbsent { return "\(thing) is not there" }
    }
    let subject = words(of: condition.subject)
    return switch condition.comparison {
    case .equals: "\(subject) is “\(condition.value)”"
    case .differs: "\(subject) is not “\(condition.value)”"
    case .contains: "\(subject) contains “\(condition.value)”"
    case .lacks: "\(subject) does not contain “\(condition.value)”"
    case .atLeast: "\(subject) is \(condition.value) or more"
    case .below: "\(subject) is less than \(condition.value)"
    case .isPresent: "there is \(subject)"
    case .isAbsent: "there is no \(subject.hasPrefix("the ") ? String(subject.dropFirst(4)) : subject)"
    }
  }

  func words(of loop: Loop) -> String {
    switch loop {
    case .rows(let columns): "For each row of the file with \(columns.map { "“\($0)”" }.joined(separator: ", ")):"
    case .items(let target) where target.firstRow != nil:
      "For each row of the sheet “\(target.examples.first?.attributes["sheet"] ?? "")”, from row "
        + "\((target.firstRow ?? 0) + 1) on:"
    case .items(let target): "For each item like “\(target.examples.first?.calledInWords ?? "it")”:"
    case .whilePresent(let target): "As long as there is “\(target.examples.first?.calledInWords ?? "it")”:"
    }
  }

  private func effect(_ effects: [Effect]) -> String? {
    let seen = effects.map { effect in
      switch effect {
      case .navigation(let place): "\(place.words) opens"
      case .dialog: "a dialog opens"
      case .download: "a file is downloaded"
      case .windowOpened: "a window opens"
      case .submitted: "the form is sent"
      }
    }
    return seen.isEmpty ? nil : seen.joined(separator: ", ")
  }

  // MARK: - Around the steps

  var purpose: String {
    "How “\(workflow.name)” is done, as seen \(Amounts.count(workflow.episodes.count, "time"))."
  }

  var checks: [String] {
    guard let last = workflow.program.steps.last(where: { !$0.effects.isEmpty }), let seen = effect(last.effects) else {
      return []
    }
    return ["After “\(last.summary)”: \(seen)."]
  }

  /// A way that was taken once only is an exception.
  private var isException: (Variant) -> Bool {
    { $0.episodes.count == 1 && self.workflow.episodes.count >= 5 }
  }

  var ways: [Procedure.Way] {
    guard let usual = workflow.variants.first, workflow.variants.count > 1 else { return [] }
    return workflow.variants.filter { !isException($0) }.map { variant in
      Procedure.Way(
        times: variant.episodes.count, condition: variant.condition, differences: differences(variant, from: usual))
    }
  }

  var exceptions: [String] {
    guard let usual = workflow.variants.first else { return [] }
    var seen: Set<String> = []
    return workflow.variants.dropFirst().filter(isException)
      .map { differences($0, from: usual).joined(separator: "; ") }
      .filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private func differences(_ variant: Variant, from usual: Variant) -> [String] {
    variant.steps.difference(from: usual.steps).map { change in
      switch change {
      case .insert(_, let step, _): "also: \(step)"
      case .remove(_, let step, _): "without: \(step)"
      }
    }
  }
}

extension ValueSource {
  /// Whether it can differ from time to time.
  fileprivate var isVariable: Bool {
    if case .constant = self { false } else { true }
  }
}

extension PlaceTemplate {
  /// Where it is, in words; what varies in a path is shown as `…`.
  var words: String {
    let document = origin + path.map { $0 ?? "…" }.joined()
    return document.isEmpty ? application : document
  }
}

extension Role {
  /// As a person says it.
  fileprivate var spoken: String {
    switch self {
    case .textbox, .searchbox, .spinbutton: "field"
    case .combobox, .listbox: "list"
    case .checkbox: "box"
    case .radio: "option"
    case .menuitem: "menu entry"
    case .cell, .gridcell: "cell"
    case .img: "picture"
    case .generic: "element"
    default: rawValue
    }
  }
}
