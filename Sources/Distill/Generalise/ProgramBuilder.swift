import Trace

/// Writes the program of an alignment: which steps, on what, with values from where.
struct ProgramBuilder {
  let alignment: Alignment
  let steps: [[Step]]
  let tables: [Table]
  let rows: [RowMatch?]
  var parameters: [Parameter] = []
  private var columnsUsed: [String] = []
  private var idOfStep: [EventID: String] = [:]
  private var parameterValues: [String: [Int: String]] = [:]

  init(alignment: Alignment, steps: [[Step]], tables: [Table]) {
    self.alignment = alignment
    self.steps = steps
    self.tables = tables
    rows = RowMatch.find(values: steps.map { $0.compactMap(\.enteredText) }, tables: tables)
  }

  mutating func build() -> Program {
    var body: [Instruction] = []
    let count = alignment.episodeCount
    for (index, column) in alignment.columns.enumerated() {
      let share = Double(column.steps.count) / Double(count)
      guard column.steps.count >= min(2, count), share >= 0.1 else { continue }
      let template = template(column, id: "s\(index + 1)")
      body.append(share >= 0.999 ? .perform(template) : .optional([.perform(template)], when: nil, share: share))
    }
    return columnsUsed.isEmpty ? Program(body) : Program([.loop(.rows(columns: columnsUsed), body: body)])
  }

  private mutating func template(_ column: Alignment.Column, id: String) -> StepTemplate {
    let members = column.inOrder
    let last = members[members.count - 1].step
    for (_, step) in members { idOfStep[step.id] = id }
    let value = source(of: column)
    let target = target(of: column)
    var naming: String?
    if let part = target?.variable { naming = "the one named by \(words(part.source))" }
    let summary =
      naming.map { "Click \($0)" }
      ?? StepSummary.of(last, value: value.map(words))
    return StepTemplate(
      id: id, surface: last.surface, place: PlaceTemplate(members.map(\.step.place)), action: last.action,
      target: target, value: value, effects: effects(members.map(\.step)), summary: summary,
      evidence: members.map(\.step.id))
  }

  // MARK: - Values

  /// Where the column's argument comes from.
  private mutating func source(of column: Alignment.Column) -> ValueSource? {
    let members = column.inOrder
    guard members.contains(where: { $0.step.takesValue }) else { return nil }
    if let copy = copySource(members.map(\.step)) { return copy }
    var values: [Int: String] = [:]
    for (episode, step) in members { values[episode] = step.action.argument ?? "" }
    let last = members[members.count - 1].step
    return explain(values, label: last.element.map(StepSummary.label(of:)) ?? "value", step: last)
  }

  private func copySource(_ steps: [Step]) -> ValueSource? {
    let ids = steps.map { step -> String? in
      guard case .paste(_, let from) = step.action, let event = from?.event else { return nil }
      return idOfStep[event]
    }
    guard let first = ids[0], ids.allSatisfy({ $0 == first }) else { return nil }
    return .clipboard(step: first)
  }

  private mutating func explain(_ values: [Int: String], label: String, step: Step) -> ValueSource {
    if let column = tableColumn(equalTo: values) {
      if !columnsUsed.contains(column) { columnsUsed.append(column) }
      addParameter(named: column, values: values, step: step, column: column)
      return .column(column)
    }
    let distinct = Set(values.values)
    if distinct.count == 1, values.count > 1 || !step.isFreeText, let only = distinct.first { return .constant(only) }
    for parameter in parameters {
      guard let known = parameterValues[parameter.name] else { continue }
      if values.allSatisfy({ known[$0.key] == $0.value }) { return .parameter(parameter.name) }
    }
    return .parameter(addParameter(named: label, values: values, step: step, column: nil))
  }

  /// The column of the opened file whose cell in the episode's row was the value, in every episode.
  private func tableColumn(equalTo values: [Int: String]) -> String? {
    let known = values.keys.sorted().compactMap { episode in rows[episode].map { (episode, $0) } }
    guard !known.isEmpty, known.count * 10 >= values.count * 8 else { return nil }
    let names = Set(known.map { tables[$0.1.table].columns }).flatMap { $0 }
    return names.first { name in
      known.allSatisfy { episode, match in
        let table = tables[match.table]
        guard let index = table.columns.firstIndex(of: name), index < table.rows[match.row].count else { return false }
        return table.rows[match.row][index].trimmed == values[episode]?.trimmed
      }
    }
  }

  @discardableResult
  private mutating func addParameter(named label: String, values: [Int: String], step: Step, column: String?) -> String
  {
    var name = label.asParameterName
    if let column, parameters.contains(where: { $0.column == column }) { return name }
    var number = 2
    while parameters.contains(where: { $0.name == name }) {
      name = "\(label.asParameterName) \(number)"
      number += 1
    }
    var counts: [String: Int] = [:]
    for value in values.values { counts[value, default: 0] += 1 }
    let examples = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(20).map(\.key)
    let isChoice = step.action.verb == .select
    parameters.append(
      Parameter(
        name: name, kind: isChoice ? .choice : Parameter.Kind(of: Array(examples)), examples: Array(examples),
        column: column,
        isJudgement: column == nil && values.count >= 3 && counts.count <= max(2, values.count / 2)))
    parameterValues[name] = values
    return name
  }

  // MARK: - Targets

  private mutating func target(of column: Alignment.Column) -> Target? {
    let members = column.inOrder.filter { $0.step.element != nil }
    guard !members.isEmpty else { return nil }
    var examples: [Element] = []
    for element in members.reversed().compactMap({ $0.step.element }) where examples.count < 5 {
      if !examples.contains(element) { examples.append(element) }
    }
    var names: [Int: String] = [:]
    for (episode, step) in members { names[episode] = step.element.map(StepSummary.label(of:)) ?? "" }
    let last = members[members.count - 1].step
    guard Set(names.values).count > 1, !last.action.isEntry, names.values.allSatisfy({ !$0.isEmpty }) else {
      return Target(examples: examples)
    }
    let around = last.element?.surroundings
    let label = [around?.column, around?.heading].compactMap { $0 }.first { !$0.isEmpty } ?? "item"
    let source = explain(names, label: label, step: last)
    return Target(examples: examples, variable: Target.VariablePart(part: .name, source: source))
  }

  // MARK: - Effects

  private func effects(_ steps: [Step]) -> [Effect] {
    let all = steps.map { $0.signals.compactMap(Kind.init) }
    guard let first = all.first else { return [] }
    var seen: Set<Kind> = []
    return first.filter { kind in seen.insert(kind).inserted && all.allSatisfy { $0.contains(kind) } }.map { kind in
      switch kind {
      case .navigation:
        .navigation(
          to: PlaceTemplate(
            steps.compactMap { step in
              step.signals.lazy.compactMap { signal -> Place? in
                guard case .navigation(let address, _) = signal else { return nil }
                return Place(application: step.place.application, window: "", document: address)
              }.first
            }))
      case .dialog(let name): .dialog(kind: name)
      case .download: .download
      case .windowOpened: .windowOpened
      case .submitted: .submitted
      }
    }
  }

  private enum Kind: Hashable {
    case navigation, download, windowOpened, submitted
    case dialog(String)

    init?(_ signal: Signal) {
      switch signal {
      case .navigation: self = .navigation
      case .dialog(let kind, _): self = .dialog(kind)
      case .download: self = .download
      case .windowOpened: self = .windowOpened
      case .submitted: self = .submitted
      default: return nil
      }
    }
  }

  private func words(_ source: ValueSource) -> String {
    switch source {
    case .constant(let text): "“\(text)”"
    case .parameter(let name), .column(let name): name
    case .element: "what is shown"
    case .clipboard: "what was copied"
    case .transformed(_, let inputs): "what is made of " + inputs.map(words).joined(separator: " and ")
    case .question: "the person's answer"
    }
  }
}
