import Distill
import Trace

/// How far an episode has come in a workflow, and what is known by then.
struct Progress {
  let rehearsal: Rehearsal
  private(set) var isDone: [Bool]
  /// The part after the furthest one done.
  private(set) var position = 0
  private(set) var strangers = 0
  private(set) var lastMatched: StepTemplate.ID?
  private var parameters: [String: String] = [:]
  private(set) var columns: [String: String] = [:]
  private var copies: [String: String] = [:]
  private var branches: [Int: Int] = [:]
  private var seen: [Element] = []

  init(rehearsal: Rehearsal) {
    self.rehearsal = rehearsal
    isDone = [Bool](repeating: false, count: rehearsal.parts.count)
  }

  /// Takes note of what an element showed.
  mutating func see(_ element: Element) { seen.append(element) }

  mutating func advance(by step: Step) {
    defer { if let element = step.element { see(element) } }
    guard let number = next(for: step) else {
      if !step.changesNothing { strangers += 1 }
      return
    }
    let part = rehearsal.parts[number]
    isDone[number] = true
    position = max(position, number + 1)
    lastMatched = part.template.id
    for branch in part.branch { branches[branch.choice] = branch.number }
    if let argument = step.action.argument { bind(part.template.value, to: argument) }
    if let target = part.template.target, let element = step.element, let text = target.variableText(of: element) {
      bind(target.variable?.source, to: text)
    }
    if case .copy(let text) = step.action { copies[part.template.id] = text }
  }

  /// The steps that remain: everything after the furthest one done, and what is still empty in the form being filled.
  func rest() -> [PlannedStep] {
    let first = formStart()
    var planned: [PlannedStep] = []
    for number in rehearsal.parts.indices where number >= first && !isDone[number] {
      let part = rehearsal.parts[number]
      guard number >= position || part.template.action.isFormEntry else { continue }
      switch presence(of: part) {
      case .done: planned.append(plan(part.template, planned: planned))
      case .leftOut: continue
      case .open(let question):
        var step = plan(part.template, planned: planned)
        step.presence = question
        planned.append(step)
      }
    }
    return planned
  }

  /// The program's step that a recorded step is: the next one that fits, or an entry of the current form that was
  /// passed over.
  private func next(for step: Step) -> Int? {
    let parts = rehearsal.parts
    if let ahead = parts.indices.first(where: { $0 >= position && !isDone[$0] && fits(parts[$0], step) }) {
      return ahead
    }
    guard step.action.isFormEntry else { return nil }
    return parts.indices.first { $0 >= formStart() && $0 < position && !isDone[$0] && fits(parts[$0], step) }
  }

  private func fits(_ part: Rehearsal.Part, _ step: Step) -> Bool {
    part.branch.allSatisfy { branches[$0.choice, default: $0.number] == $0.number } && part.template.fits(step)
  }

  /// Where the run of entries begins that the current position is in.
  private func formStart() -> Int {
    var start = min(position, rehearsal.parts.count)
    while start > 0, rehearsal.parts[start - 1].template.action.isFormEntry { start -= 1 }
    return start
  }

  private enum Presence {
    case done, leftOut
    case open(OpenQuestion)
  }

  private func presence(of part: Rehearsal.Part) -> Presence {
    for branch in part.branch {
      if let taken = branches[branch.choice] {
        if taken != branch.number { return .leftOut }
      }
    }
    let isChosen = !part.branch.isEmpty && part.branch.allSatisfy { branches[$0.choice] == $0.number }
    if isChosen || part.share >= 0.9 { return .done }
    if let condition = part.condition {
      return switch holds(condition) {
      case true?: .done
      case false?: .leftOut
      case nil: .open(.unseen(part.template.summary))
      }
    }
    if part.share <= 0.1 { return .leftOut }
    return .open(.judgement(part.template.summary))
  }

  // MARK: - Values

  private func plan(_ template: StepTemplate, planned: [PlannedStep]) -> PlannedStep {
    PlannedStep(
      template: template, argument: template.value.map { value(of: $0, planned: planned) },
      name: (template.target?.variable?.source).map { value(of: $0, planned: planned) })
  }

  private func value(of source: ValueSource, planned: [PlannedStep]) -> PlannedValue {
    switch source {
    case .constant(let text): return .known(text)
    case .parameter(let name):
      if let known = parameters[name] { return .known(known) }
      let parameter = rehearsal.workflow.parameters.first { $0.name == name }
      return .open(parameter?.isJudgement == true ? .judgement(name) : .unseen(name))
    case .column(let name): return cell(of: name).map { .known($0) } ?? .open(.unseen(name))
    case .clipboard(let step):
      if let text = copies[step] { return .known(text) }
      return planned.contains { $0.template.id == step } ? .copied : .open(.unseen("what was copied"))
    case .element(let target):
      let text = seen.last { target.denotes($0) }.map { $0.value ?? $0.calledName }
      return text.map { .known($0) } ?? .open(.unseen("what is shown"))
    case .transformed(let transformation, let inputs):
      let values = inputs.map { value(of: $0, planned: planned) }
      return transformed(transformation, of: values)
    case .question(let question): return .open(.judgement(question))
    }
  }

  private func transformed(_ transformation: Transformation, of inputs: [PlannedValue]) -> PlannedValue {
    var texts: [String] = []
    for input in inputs {
      guard case .known(let text) = input else { return input }
      texts.append(text)
    }
    return transformation.evaluate(on: texts).map { .known($0) } ?? .open(.unseen("a value made of others"))
  }

  /// The cell of the row that the work is at: the only row that agrees with every column known so far; where several
  /// do, the one after the row done last, if it is among them.
  private func cell(of column: String) -> String? {
    if let known = rehearsal.givenRow[column] ?? columns[column] { return known }
    for table in rehearsal.tables where table.columns.contains(column) {
      let rows = table.rows(where: columns)
      let cells = Set(rows.compactMap { table.cell(of: column, in: $0) })
      if cells.count == 1 { return cells.first }
      guard !rows.isEmpty else { continue }
      let next = table.nextRow(after: rehearsal.previousRow).first { rows.contains($0) }
      return next.flatMap { table.cell(of: column, in: $0) }
    }
    return nil
  }

  private mutating func bind(_ source: ValueSource?, to value: String) {
    switch source {
    case .parameter(let name): parameters[name] = value
    case .column(let name): columns[name] = value
    default: break
    }
  }

  private func holds(_ condition: Condition) -> Bool? {
    switch condition.comparison {
    case .isPresent, .isAbsent:
      guard case .known(let text) = value(of: condition.subject, planned: []) else { return nil }
      return text.isEmpty == (condition.comparison == .isAbsent)
    default:
      guard case .known(let text) = value(of: condition.subject, planned: []) else { return nil }
      return condition.comparison.holds(between: text, and: condition.value)
    }
  }
}

extension Condition.Comparison {
  /// Whether it holds between two texts; nil where they cannot be compared.
  func holds(between text: String, and other: String) -> Bool? {
    switch self {
    case .equals: text.isSameText(as: other)
    case .differs: !text.isSameText(as: other)
    case .contains: text.lowercased().contains(other.lowercased())
    case .lacks: !text.lowercased().contains(other.lowercased())
    case .atLeast, .below:
      if let left = Double(text), let right = Double(other) { (left >= right) == (self == .atLeast) } else { nil }
    case .isPresent: !text.isEmpty
    case .isAbsent: text.isEmpty
    }
  }
}

extension Table {
  func cell(of column: String, in row: [String]) -> String? {
    guard let number = columns.firstIndex(of: column), row.indices.contains(number) else { return nil }
    return row[number]
  }

  /// The rows that hold these values in these columns.
  func rows(where values: [String: String]) -> [[String]] {
    rows.filter { row in
      values.allSatisfy { column, value in cell(of: column, in: row).map { $0.isSameText(as: value) } ?? false }
    }
  }

  /// The row after the last one that holds these values; the first row where none does; none after the last row.
  func nextRow(after values: [String: String]) -> ArraySlice<[String]> {
    let last =
      values.isEmpty
      ? nil
      : rows.lastIndex { row in
        values.allSatisfy { column, value in cell(of: column, in: row).map { $0.isSameText(as: value) } ?? false }
      }
    guard let last else { return rows.prefix(1) }
    return rows[(last + 1)...].prefix(1)
  }
}
