import Trace

/// Writes the program of an alignment: which steps, on what, with values from where, and when.
///
/// The program is the way that was taken most often. Steps that only some episodes had are optional where something
/// that can be seen decides, or where as many did them as not; rarer ones are left to the variants.
struct ProgramBuilder {
  /// From this share of episodes on a step belongs to the way.
  static let always = 0.9
  /// Below this share a step does not, unless something that can be seen decides for it.
  static let seldom = 0.3

  private let columns: [Alignment.Column]
  private let count: Int
  private let ways: Ways
  private(set) var known: KnownValues
  /// The number of the column that each copy was made in.
  private let copies: [EventID: Int]
  private var ids: [Int: String] = [:]
  /// The loops that stand in the place of some columns, by their numbers; nil where none was looked for: then ways
  /// that can be spared are.
  private let loops: [Int: [Instruction]]?
  /// What the ids of its steps begin with.
  private let prefix: String
  /// The columns that are done to another item of a list each time.
  private var items: Set<Int> = []
  /// The column that shows the next page, where the same is done again.
  private var turn: Int?

  /// - Parameters:
  ///   - loops: the instructions of columns that stand for loops, by their numbers; nil for none at all.
  ///   - prefix: what tells the ids of these steps from those of other builders for the same program.
  ///   - taken: names of parameters that the program has already.
  init(
    alignment: Alignment, steps: [[Step]], tables: [Table], loops: [Int: [Instruction]]? = nil, prefix: String = "s",
    taken: Set<String> = []
  ) {
    columns = alignment.columns
    self.loops = loops
    self.prefix = prefix
    count = alignment.episodeCount
    ways = Ways(columns: alignment.columns, episodes: alignment.episodeCount)
    let rows = RowMatch.find(
      values: steps.map { $0.flatMap { loops == nil ? [$0.enteredText].compactMap { $0 } : $0.namedTexts } },
      tables: tables)
    known = KnownValues(tables: tables, rows: rows, taken: taken)
    var copies: [EventID: Int] = [:]
    for (number, column) in alignment.columns.enumerated() {
      for step in column.steps.values where step.action.isTaking { copies[step.id] = number }
    }
    self.copies = copies
  }

  mutating func build() -> Program {
    let body = body()
    return known.columns.isEmpty ? Program(body) : Program([.loop(.rows(columns: known.columns), body: body)])
  }

  /// What is done for one row, item or page; or once.
  mutating func body() -> [Instruction] {
    let places = columns.enumerated().map { number, column in
      let steps = column.inOrder.map(\.step)
      return PlaceTemplate(steps.map(\.place) + (number == turn ? steps.compactMap(\.shownPlace) : []))
    }
    var body: [Instruction] = []
    var hasBegun = false
    for (number, column) in columns.enumerated() {
      if let loop = loops?[number] {
        body += loop
        continue
      }
      guard let presence = presence(of: number) else { continue }
      // Ways to a place that can be opened by its address.
      if !hasBegun, loops == nil, column.example.isWayfinding, places[number].hasVariable,
        let first = nextOfTheWay(after: number), !places[first].hasVariable
      {
        continue
      }
      hasBegun = true
      let template = template(column, place: places[number], number: number)
      switch presence {
      case .always: body.append(.perform(template))
      case .sometimes(let condition):
        body.append(.optional([.perform(template)], when: condition, share: share(of: column)))
      case .instead(let block):
        add(template, to: block, of: number, in: &body)
      }
    }
    return body
  }

  /// Takes what goes from item to item of a list as that, and says which items; nil where nothing does.
  mutating func goOverItems() -> Target? {
    items = Set(
      columns.indices.filter { number in
        let steps = columns[number].inOrder.map(\.step)
        let pairs = zip(steps, steps.dropFirst())
        return loops?[number] == nil && pairs.contains { $1.isNextItem(after: $0) }
          && pairs.allSatisfy { $1.isNextItem(after: $0) || $1.isEarlierItem(than: $0) }
      })
    // A list that every round had an item of; of several, the one that comes first.
    return items.sorted().first { columns[$0].steps.count == count }.flatMap { number in
      var target = target(of: columns[number])
      if target?.examples.first?.isSheetCell == true {
        target?.variable = Target.VariablePart(part: .index, source: .constant(String(start(of: columns[number]))))
      }
      return target
    }
  }

  /// Where a loop begins: lists are gone over from their beginning, sheets from the row that the first round was in.
  private func start(of column: Alignment.Column) -> Int {
    guard let element = column.inOrder.first?.step.element, element.isSheetCell else { return 0 }
    return element.surroundings.rowIndex ?? 0
  }

  /// Takes the last column as what shows the next page; nil where that cannot be.
  mutating func turnPages() -> Target? {
    guard let last = columns.indices.last, loops?[last] == nil, columns[last].example.action.verb == .click else {
      return nil
    }
    turn = last
    return target(of: columns[last])
  }

  // MARK: - When

  private enum Presence {
    case always
    case sometimes(Condition?)
    /// One way of a choice.
    case instead(Int)
  }

  private func share(of column: Alignment.Column) -> Double { Double(column.steps.count) / Double(count) }

  /// When a column's step is done; nil for one that is left to the variants.
  private func presence(of number: Int) -> Presence? {
    let column = columns[number]
    let share = share(of: column)
    // What is taken from each item of a list may have been written anew instead of pasted.
    if column.example.action.isTaking { return isPasted(number) || items.contains(number) ? .always : nil }
    if share >= ProgramBuilder.always || ways.isMain(number) { return .always }
    if ways.isDisplaced(number) { return nil }
    if let choice = ways.choice(of: number) { return .instead(choice) }
    if column.example.isMove {
      guard let next = nextOfTheWay(after: number), let element = target(of: columns[next]) else { return nil }
      guard share >= ProgramBuilder.seldom / 3 else { return nil }
      return .sometimes(Condition(subject: .element(element), comparison: .isAbsent))
    }
    if let condition = known.condition(for: Set(column.steps.keys), of: count) { return .sometimes(condition) }
    return share >= ProgramBuilder.seldom && (column.steps.count > 1 || count < 3) ? .sometimes(nil) : nil
  }

  /// The next step of the way that does more than show something else.
  private func nextOfTheWay(after number: Int) -> Int? {
    columns.indices.first { other in
      other > number && !columns[other].example.isWayfinding && !columns[other].example.action.isTaking
        && (share(of: columns[other]) >= ProgramBuilder.always || ways.isMain(other))
    }
  }

  /// Whether what was copied here was pasted, in more than one episode.
  private func isPasted(_ number: Int) -> Bool {
    let pastes = columns.flatMap { $0.steps.values }.count { step in
      guard case .paste(_, let from?) = step.action, let event = from.event else { return false }
      return copies[event] == number
    }
    return pastes >= min(2, count)
  }

  private mutating func add(_ template: StepTemplate, to block: Int, of number: Int, in body: inout [Instruction]) {
    let choice = ways.choices[block]
    guard let branch = choice.firstIndex(where: { $0.contains(number) }) else { return }
    if case .choice(var branches, let question)? = body.last, branches.count == choice.count {
      branches[branch].body.append(.perform(template))
      body[body.count - 1] = .choice(branches, question: question)
      return
    }
    var branches = choice.map { columns in
      let episodes = Set(self.columns[columns[0]].steps.keys)
      return Branch(
        condition: known.condition(for: episodes, of: count), body: [], share: Double(episodes.count) / Double(count))
    }
    branches[branch].body.append(.perform(template))
    let firsts = choice.map { StepSummary.of(columns[$0[0]].example) }
    body.append(.choice(branches, question: "Which way: " + firsts.joined(separator: ", or ") + "?"))
  }

  // MARK: - Steps

  private mutating func template(_ column: Alignment.Column, place: PlaceTemplate, number: Int) -> StepTemplate {
    let id = "\(prefix)\(ids.count + 1)"
    ids[number] = id
    let example = column.example
    let members = column.likeExample
    var target = target(of: column)
    if items.contains(number) {
      target?.variable = Target.VariablePart(part: .index, source: .constant(String(start(of: column))))
      addItem(column, target)
    } else if let part = variablePart(of: column) {
      target?.variable = part
    }
    let value = value(of: column, target: target)
    var effects = Effect.common(to: members.map(\.step))
    // The next page is of the same kind as this one.
    if number == turn { effects = effects.map { if case .navigation = $0 { .navigation(to: place) } else { $0 } } }
    return StepTemplate(
      id: id, surface: example.surface, place: place, action: example.action, target: target, value: value,
      effects: effects, summary: summary(example, target: target, value: value),
      evidence: column.inOrder.map(\.step.id))
  }

  private func summary(_ step: Step, target: Target?, value: ValueSource?) -> String {
    let item = target?.variable?.part == .index ? target : nil
    let name = item == nil ? target?.variable.map { words($0.source) } : nil
    return StepSummary.of(step, value: step.action.isTaking ? nil : value.map(words), name: name, item: item)
  }

  /// Where the column's argument comes from; nil for actions without one.
  private mutating func value(of column: Alignment.Column, target: Target?) -> ValueSource? {
    let members = column.inOrder
    if column.example.action.isTaking { return takenPart(members, from: target) }
    guard members.contains(where: { $0.step.takesValue }) else { return nil }
    var texts: [Int: String] = [:]
    for (episode, step) in members where step.takesValue { texts[episode] = step.action.argument ?? "" }
    if let copy = copySource(members.map(\.step)) { return copy }
    return known.source(of: texts, label: column.example.elementLabel, step: column.example)
  }

  /// What part of an element was copied; nil for all of it, or where that cannot be told.
  private func takenPart(_ members: [(episode: Int, step: Step)], from target: Target?) -> ValueSource? {
    guard let target else { return nil }
    let pairs = members.compactMap { _, step -> (input: String, output: String)? in
      guard let element = step.element, let taken = step.action.argument else { return nil }
      return (element.reading, taken.trimmed)
    }
    guard pairs.contains(where: { $0.input.trimmed != $0.output }) else { return nil }
    return TransformationFinder().find(pairs).map { .transformed($0.transformation, of: [.element(target)]) }
  }

  /// The copy that the pasted texts came from, where all of them came from the same step of the program.
  private func copySource(_ steps: [Step]) -> ValueSource? {
    let sources = steps.compactMap { step -> Int? in
      guard case .paste(_, let from?) = step.action, let event = from.event else { return nil }
      return copies[event]
    }
    guard let first = sources.first, sources.allSatisfy({ $0 == first }), let id = ids[first] else { return nil }
    return .clipboard(step: id)
  }

  // MARK: - Elements

  private func target(of column: Alignment.Column) -> Target? {
    var examples: [Element] = []
    for element in column.likeExample.reversed().compactMap(\.step.element) where examples.count < 5 {
      if !examples.contains(element) { examples.append(element) }
    }
    return examples.isEmpty ? nil : Target(examples: examples)
  }

  /// What in the element differs from episode to episode, where it is what points it out.
  private mutating func variablePart(of column: Alignment.Column) -> Target.VariablePart? {
    let members = column.likeExample.filter { $0.step.element != nil }
    let example = column.example
    guard !example.action.isEntry || example.element?.role == .checkbox, !example.action.isTaking else { return nil }
    var names: [Int: String] = [:]
    for (episode, step) in members { names[episode] = step.elementLabel }
    guard Set(names.values).count > 1, names.values.allSatisfy({ !$0.isEmpty }) else { return nil }
    let around = example.element?.surroundings
    let label = [around?.column.withoutSortNumber ?? "", around?.label ?? ""].first { !$0.isEmpty } ?? "item"
    return Target.VariablePart(part: .name, source: known.source(of: names, label: label, step: example))
  }

  /// What an item says can be entered elsewhere, and decide what is done with it.
  private mutating func addItem(_ column: Alignment.Column, _ target: Target?) {
    guard let target, !column.example.action.isEntry else { return }
    var texts: [Int: String] = [:]
    for (episode, step) in column.inOrder { texts[episode] = step.element?.reading.trimmed }
    known.add(.element(target), texts: texts, isGoneTo: true)
  }

  private func words(_ source: ValueSource) -> String {
    switch source {
    case .constant(let text): "“\(text)”"
    case .parameter(let name), .column(let name): name
    case .element(let target): target.sheetColumn.map { "the row’s \($0)" } ?? "what is shown"
    case .clipboard: "what was copied"
    case .transformed(_, let inputs): "what follows from " + inputs.map(words).joined(separator: " and ")
    case .question: "the person's answer"
    }
  }
}

extension Element {
  /// What a person reads in it: its value, else its text, else its name.
  var reading: String {
    if let value { return value }
    return text.isEmpty ? name : text
  }
}

extension PlaceTemplate {
  /// Whether its address is not always the same.
  var hasVariable: Bool { path.contains(nil) }
}
