import Trace

/// What is known in each episode when the program gets to a step: where a value can come from.
struct KnownValues: Sendable {
  /// A value with its source: one text for each episode that has it.
  struct Value: Sendable {
    var source: ValueSource
    var texts: [Int: String]
    /// Whether the person went to it in each episode: what is typed afterwards is likely made of it.
    var isGoneTo = false
  }

  private let tables: [Table]
  private let rows: [RowMatch?]
  private let finder = TransformationFinder()
  private(set) var parameters: [Parameter] = []
  /// The columns of the file that the program uses.
  private(set) var columns: [String] = []
  /// What was read, given or chosen so far, in the order of the program.
  private var values: [Value] = []

  /// Names that parameters of other parts of the program have.
  private let taken: Set<String>

  init(tables: [Table], rows: [RowMatch?], taken: Set<String> = []) {
    self.tables = tables
    self.taken = taken
    self.rows = rows
  }

  mutating func add(_ source: ValueSource, texts: [Int: String], isGoneTo: Bool = false) {
    values.append(Value(source: source, texts: texts, isGoneTo: isGoneTo))
  }

  // MARK: - Explaining

  /// Where texts come from, one for each episode; a new parameter where nothing that was there tells.
  mutating func source(of texts: [Int: String], label: String, step: Step) -> ValueSource {
    let texts = texts.mapValues(\.trimmed)
    if let source = told(texts, step: step) { return source }
    let name = addParameter(named: label, texts: texts, step: step, column: nil)
    values.append(Value(source: .parameter(name), texts: texts))
    return .parameter(name)
  }

  /// The same where nothing may be asked: nil where nothing tells.
  private mutating func told(_ texts: [Int: String], step: Step) -> ValueSource? {
    if let column = columnNames(of: texts).first(where: { isColumn($0, equalTo: texts) }) {
      return use(column, texts: texts, step: step)
    }
    let distinct = Set(texts.values)
    if distinct.count == 1, texts.count > 1 || !step.isFreeText, let only = distinct.first { return .constant(only) }
    if let same = values.last(where: { covers($0.texts, texts) && agree($0.texts, texts) }) { return same.source }
    if let composed = composed(texts, step: step) { return composed }
    if let (column, made) = madeOfColumn(texts) {
      let cells = cells(of: column, in: texts.keys)
      return .transformed(made, of: [use(column, texts: cells, step: step)])
    }
    // Two examples say enough of what was gone to for it only.
    let isShort = texts.count <= 2
    var best: (source: ValueSource, found: TransformationFinder.Found)?
    for known in values.reversed() where covers(known.texts, texts) && (known.isGoneTo || !isShort) {
      guard let found = finder.find(pairs(known.texts, texts)), found.cost < best?.found.cost ?? .infinity else {
        continue
      }
      best = (known.source, found)
    }
    if let best { return .transformed(best.found.transformation, of: [best.source]) }
    return nil
  }

  /// The cells and values that the texts are put together of, where they are.
  private mutating func composed(_ texts: [Int: String], step: Step) -> ValueSource? {
    let columns = columnNames(of: texts)
    let cells = columns.map { self.cells(of: $0, in: texts.keys) }
    guard let found = Composition.find(texts, of: cells + values.map(\.texts)) else { return nil }
    let sources = found.values.map { number in
      number < columns.count
        ? use(columns[number], texts: cells[number], step: step) : values[number - columns.count].source
    }
    return .transformed(found.transformation, of: sources)
  }

  /// The column that the texts are most likely made of, and how.
  private func madeOfColumn(_ texts: [Int: String]) -> (column: String, made: Transformation)? {
    var best: (column: String, found: TransformationFinder.Found)?
    for column in columnNames(of: texts) {
      let cells = cells(of: column, in: texts.keys)
      guard covers(cells, texts) else { continue }
      let others = tables.flatMap { table in table.columns.firstIndex(of: column).map { table.cells(in: $0) } ?? [] }
      if let found = finder.find(pairs(cells, texts), others: Array(Set(others)).sorted()),
        found.cost < best?.found.cost ?? .infinity
      {
        best = (column, found)
      }
    }
    return best.map { ($0.column, $0.found.transformation) }
  }

  /// Whether nearly all of the texts have a counterpart.
  private func covers(_ known: [Int: String], _ texts: [Int: String]) -> Bool {
    let both = texts.keys.count { known[$0] != nil }
    return both > 0 && both * 10 >= texts.count * 9
  }

  private func agree(_ known: [Int: String], _ texts: [Int: String]) -> Bool {
    texts.allSatisfy { episode, text in known[episode].map { $0 == text } ?? true }
  }

  private func pairs(_ known: [Int: String], _ texts: [Int: String]) -> [(input: String, output: String)] {
    texts.keys.sorted().compactMap { episode in
      guard let input = known[episode], let output = texts[episode] else { return nil }
      return (input, output)
    }
  }

  // MARK: - Conditions

  /// What decides that something was done in these of so many episodes: a cell that was filled, or a value that was
  /// the same in all of them and another one in the others. Each side needs three examples.
  func condition(for present: Set<Int>, of count: Int) -> Condition? {
    let absent = Set(0..<count).subtracting(present)
    guard present.count >= Ways.fewest, absent.count >= Ways.fewest else { return nil }
    let all = Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, "") })
    for column in columnNames(of: all) {
      let cells = cells(of: column, in: 0..<count)
      guard cells.count == count else { continue }
      if cells.allSatisfy({ $0.value.isEmpty != present.contains($0.key) }) {
        return Condition(subject: .column(column), comparison: .isPresent)
      }
      if let found = comparison(cells, present) {
        return Condition(subject: .column(column), comparison: found.0, value: found.1)
      }
    }
    for value in values where value.texts.count == count {
      if let found = comparison(value.texts, present) {
        return Condition(subject: value.source, comparison: found.0, value: found.1)
      }
    }
    return nil
  }

  private func comparison(_ texts: [Int: String], _ present: Set<Int>) -> (Condition.Comparison, String)? {
    let with = Set(texts.filter { present.contains($0.key) }.values)
    let without = Set(texts.filter { !present.contains($0.key) }.values)
    if with.count == 1, let only = with.first, !without.contains(only) { return (.equals, only) }
    if without.count == 1, let only = without.first, !with.contains(only) { return (.differs, only) }
    return nil
  }

  // MARK: - Files

  /// The columns of the files that the episodes worked from, in their order.
  private func columnNames(of texts: [Int: String]) -> [String] {
    var names: [String] = []
    for table in Set(texts.keys.compactMap { rows[$0]?.table }).sorted() {
      for name in tables[table].columns where !names.contains(name) { names.append(name) }
    }
    return names
  }

  private func cells(of column: String, in episodes: some Sequence<Int>) -> [Int: String] {
    var cells: [Int: String] = [:]
    for episode in episodes {
      guard let match = rows[episode], let index = tables[match.table].columns.firstIndex(of: column),
        index < tables[match.table].rows[match.row].count
      else { continue }
      cells[episode] = tables[match.table].rows[match.row][index].trimmed
    }
    return cells
  }

  private func isColumn(_ column: String, equalTo texts: [Int: String]) -> Bool {
    let cells = cells(of: column, in: texts.keys)
    return cells.count * 10 >= texts.count * 8 && !cells.isEmpty && agree(cells, texts)
  }

  private mutating func use(_ column: String, texts: [Int: String], step: Step) -> ValueSource {
    if !columns.contains(column) {
      columns.append(column)
      _ = addParameter(named: column, texts: texts, step: step, column: column)
    }
    return .column(column)
  }

  // MARK: - Parameters

  private mutating func addParameter(named label: String, texts: [Int: String], step: Step, column: String?) -> String {
    let base = label.asParameterName
    var name = base
    var number = 2
    // What no column of the file gave is not called like one: it would be taken from there.
    let files = Set(rows.compactMap { $0?.table })
    let foreign = column == nil ? Set(files.flatMap { tables[$0].columns.map(\.asParameterName) }) : []
    while taken.contains(name) || foreign.contains(name) || parameters.contains(where: { $0.name == name }) {
      name = "\(base) \(number)"
      number += 1
    }
    var counts: [String: Int] = [:]
    for text in texts.values { counts[text, default: 0] += 1 }
    let examples = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(20).map(\.key)
    // What was chosen of few things, again and again, is decided; what is new each time was told from elsewhere.
    let isDecided = column == nil && texts.count >= 3 && counts.count * 2 <= texts.count
    parameters.append(
      Parameter(
        name: name, kind: step.action.verb == .select ? .choice : Parameter.Kind(of: Array(examples)),
        examples: Array(examples), column: column, isJudgement: isDecided))
    return name
  }
}

extension Table {
  /// The cells of one column.
  fileprivate func cells(in column: Int) -> [String] {
    rows.compactMap { column < $0.count ? $0[column].trimmed : nil }.filter { !$0.isEmpty }
  }
}
