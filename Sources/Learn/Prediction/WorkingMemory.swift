public import Trace

/// What a person could have at hand at a moment: what was copied, typed, clicked, and the open file with its place.
///
/// Built up step by step; it holds nothing of later steps.
public struct WorkingMemory: Sendable {
  private var clipboard: String?
  private var arguments: [StepClass: String] = [:]
  private var texts: [StepClass: String] = [:]
  /// The classes seen, the latest last, without repetition.
  private var recent: [StepClass] = []
  private var table: Table?
  private var row = 0
  private var isRowBegun = false

  /// How many of the latest step classes are looked at as sources.
  private static let reach = 24

  public init() {}

  /// Takes note of a step.
  public mutating func note(_ step: Step) {
    for case .opened(let opened) in step.signals where opened != table {
      table = opened
      row = 0
      isRowBegun = false
    }
    let kind = StepClass(step)
    recent.removeAll { $0 == kind }
    recent.append(kind)
    if recent.count > WorkingMemory.reach { recent.removeFirst() }
    switch step.action {
    case .copy(let text), .cut(let text): clipboard = text
    default: break
    }
    if let argument = step.action.argument {
      arguments[kind] = argument
      moveRow(to: argument)
    }
    if let element = step.element {
      let text = element.name.isEmpty ? element.text : element.name
      texts[kind] = text.isEmpty ? nil : text
    }
  }

  /// What `source` gives now; nil where it gives nothing.
  public func value(of source: ArgumentSource, for kind: StepClass) -> String? {
    switch source {
    case .constant(let value): value
    case .clipboard: clipboard
    case .argument(let step): arguments[step]
    case .text(let step): texts[step]
    case .column(let name): cell(of: name, for: kind)
    }
  }

  /// Every source that could be asked now, apart from constants.
  public var sources: [ArgumentSource] {
    var found: [ArgumentSource] = clipboard == nil ? [] : [.clipboard]
    for step in recent.reversed() {
      if arguments[step] != nil { found.append(.argument(of: step)) }
      if texts[step] != nil { found.append(.text(of: step)) }
    }
    return found + (table?.columns.map { .column($0) } ?? [])
  }

  /// The cell in the row that the work is at: the one begun, or the next one where a value of it was already used.
  private func cell(of column: String, for kind: StepClass) -> String? {
    guard let table, let number = table.columns.firstIndex(of: column) else { return nil }
    let isUsed = isRowBegun && table.rows.indices.contains(row) && arguments[kind] == table.rows[row][number]
    let wanted = isUsed ? row + 1 : row
    return table.rows.indices.contains(wanted) ? table.rows[wanted][number] : nil
  }

  private mutating func moveRow(to argument: String) {
    guard let table, !argument.isEmpty else { return }
    for number in [row, row + 1] where table.rows.indices.contains(number) && table.rows[number].contains(argument) {
      row = number
      isRowBegun = true
      return
    }
    let holding = table.rows.indices.filter { table.rows[$0].contains(argument) }
    guard holding.count == 1, let only = holding.first else { return }
    row = only
    isRowBegun = true
  }
}
