import Distill
import Learn
import Surfaces
import Trace

/// Turns the value sources of a program into values: of these inputs, this row, this run and what can be seen now.
struct Values {
  var parameters: [Parameter]
  var inputs: Inputs
  /// Which row the program is at, from 0.
  var row: Int?
  var run: Run
  var cursor: Cursor
  /// Which of the alike elements a loop over items is at, from 0.
  var item: Int?
  /// How often that loop has gone round, from 0: the rows of a sheet are counted, whether they can be seen or not.
  var round: Int?
  /// What can be seen; nil when nothing can be looked at (a rehearsal).
  var observation: Observation?
  /// The steps of the program: what they read as they were carried out can be used once it is out of sight.
  var steps: [StepTemplate] = []

  /// A value, or why there is none yet.
  enum Result: Hashable {
    case known(String)
    /// Read from a surface just now: data, never more.
    case read(String, what: String)
    case unknown(PlannedValue)
    case ask(Question)
  }

  func resolve(_ source: ValueSource) throws(Halt) -> Result {
    switch source {
    case .constant(let text): Withheld(text) == nil ? .known(text) : .unknown(.secret)
    case .parameter(let name): try resolve(parameter: name)
    case .column(let name): try resolve(column: name)
    case .element(let target): try read(target)
    case .clipboard(let step): try clipped(step)
    case .transformed(let transformation, let sources): try resolve(transformation, of: sources)
    case .question(let text): asked(text, choices: [], examples: [])
    }
  }

  // MARK: - Given values

  private var cells: [String: String] {
    row.flatMap { inputs.rows.indices.contains($0) ? inputs.rows[$0] : nil } ?? [:]
  }

  private func resolve(parameter name: String) throws(Halt) -> Result {
    let parameter = parameters.first { $0.name == name }
    let given =
      cells.value(named: name) ?? parameter?.column.flatMap { cells.value(named: $0) }
      ?? inputs.parameters.value(named: name)
    if let given {
      if let refusal = parameter?.kind.refusal(of: given) {
        throw Halt(.valueRefused, "The value given for “\(name)” \(refusal). Correct it and start again.", row: row)
      }
      return .known(given)
    }
    if let parameter, parameter.isJudgement {
      let choices = parameter.kind == .choice ? parameter.examples : []
      return asked("What is “\(name)”?", choices: choices, examples: parameter.examples)
    }
    throw Halt(.valueMissing, "There is no value for “\(name)”. Give it as a parameter or as a column.", row: row)
  }

  private func resolve(column name: String) throws(Halt) -> Result {
    let parameter = parameters.first { $0.column == name || $0.name == name }
    guard let cell = cells.value(named: name) ?? inputs.parameters.value(named: name) else {
      throw Halt(.valueMissing, "The rows have no column “\(name)”. Add it to the file and start again.", row: row)
    }
    if let refusal = parameter?.kind.refusal(of: cell) {
      throw Halt(.valueRefused, "The cell in column “\(name)” \(refusal). Correct it and start again.", row: row)
    }
    return .known(cell)
  }

  private func asked(_ text: String, choices: [String], examples: [String]) -> Result {
    let key = "\(text)|\(cursor.rounds)"
    if let answer = run.answers[key] { return .known(answer) }
    if observation == nil { return .unknown(.asked(text)) }
    return .ask(Question(key: key, text: text, choices: choices, examples: examples, row: row))
  }

  // MARK: - Values from surfaces

  private func read(_ target: Target) throws(Halt) -> Result {
    let what = target.examples.first?.caption ?? "an element"
    if let text = try planned(target) { return .known(text) }
    if let reading = remembered(target) { return .read(reading, what: what) }
    guard let observation else { return .unknown(.read(what)) }
    let resolved = try resolve(target)
    let elements = observation.elements.map(\.element)
    switch resolved.locator.locate(in: elements) {
    case .found(let index, _, _):
      let element = elements[index]
      guard !element.states.contains(.secret) else {
        throw Halt(.valueRefused, "A value would be read from a field that holds a secret. Fill the field in by hand.")
      }
      return .read(element.reading, what: what)
    case .ambiguous:
      throw Halt(.elementAmbiguous, "Several elements could hold the value to read. Bring one of them to the front.")
    case .absent:
      throw Halt(.elementAbsent, "The element to read a value from is not there. Bring the page to where it is.")
    }
  }

  /// What a cell of the sheet said that was read beforehand; nil for anything else.
  private func planned(_ target: Target) throws(Halt) -> String? {
    guard target.firstRow != nil, let sheet = inputs.sheet, let row, sheet.indices.contains(row),
      let step = steps.last(where: { $0.target == target })
    else { return nil }
    guard let text = sheet[row][step.id] else {
      throw Halt(.elementAbsent, "The sheet has no column “\(target.examples.first?.caption ?? "")”.", row: row)
    }
    return text
  }

  /// What an element said when a step of this round acted on it; nil where none did, or where it can be seen.
  private func remembered(_ target: Target) -> String? {
    guard let step = steps.last(where: { $0.target == target && run.readings[$0.id] != nil }),
      let reading = run.readings[step.id], cursor.rounds.hasPrefix(reading.rounds)
    else { return nil }
    if let observation, step.place.matches(observation) { return nil }
    return reading.text
  }

  private func clipped(_ step: String) throws(Halt) -> Result {
    if let copy = steps.first(where: { $0.id == step }), let target = copy.target, let text = try planned(target) {
      return try copy.value.map { source throws(Halt) in try resolve(source) } ?? .known(text)
    }
    if let text = run.clipboard[step] { return .read(text, what: "copied") }
    return .unknown(.read("copied"))
  }

  private func resolve(_ transformation: Transformation, of sources: [ValueSource]) throws(Halt) -> Result {
    var inputs: [String] = []
    var isRead: String?
    for source in sources {
      switch try resolve(source) {
      case .known(let text): inputs.append(text)
      case .read(let text, let what):
        inputs.append(text)
        isRead = isRead ?? what
      case .unknown(let value): return .unknown(value)
      case .ask(let question): return .ask(question)
      }
    }
    guard let text = transformation.evaluate(on: inputs) else {
      throw Halt(
        .valueMissing, "A value cannot be made of what it comes from, as it was in the demonstrations.", row: row)
    }
    return isRead.map { .read(text, what: $0) } ?? .known(text)
  }

  // MARK: - Targets

  /// The target with its variable part filled in.
  func resolve(_ target: Target) throws(Halt) -> ResolvedTarget {
    guard let variable = target.variable else { return ResolvedTarget(target) }
    if let first = target.firstRow { return ResolvedTarget(target, value: String(first + (round ?? 0))) }
    if variable.part == .index, let item { return ResolvedTarget(target, value: String(item)) }
    switch try resolve(variable.source) {
    case .known(let text): return ResolvedTarget(target, value: text, source: .known(text))
    case .read(let text, let what): return ResolvedTarget(target, value: text, source: .read(what))
    case .unknown(let value): return ResolvedTarget(target, source: value)
    case .ask(let question): return ResolvedTarget(target, source: .asked(question.text))
    }
  }

  // MARK: - Conditions

  /// Whether a condition holds; nil where it cannot be told yet.
  func holds(_ condition: Condition) throws(Halt) -> Bool? {
    if condition.comparison == .isPresent || condition.comparison == .isAbsent,
      case .element(let target) = condition.subject
    {
      guard let observation else { return nil }
      // The page that leads to a form often names the same things (a column, a filter) in other roles.
      let alike = observation.elements.map(\.element).filter(target.hasRole)
      let location = try resolve(target).locator.locate(in: alike)
      return (location == .absent) == (condition.comparison == .isAbsent)
    }
    let subject: String
    switch try resolve(condition.subject) {
    case .known(let text), .read(let text, _): subject = text
    case .unknown, .ask: return nil
    }
    return condition.comparison.holds(subject, condition.value)
  }
}

extension Target {
  /// Whether an element is of the kind that was seen, and called the same where its name does not vary.
  fileprivate func hasRole(_ element: Element) -> Bool {
    guard examples.contains(where: { $0.role == element.role }) else { return false }
    return variable != nil || examples.contains { $0.name == element.name }
  }
}
