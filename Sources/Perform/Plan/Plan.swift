/// Everything a run is going to do, as the person approves it: steps, values, places.
public struct Plan: Sendable, Codable, Hashable {
  /// The workflow's id and name.
  public var workflow: String
  public var name: String
  /// The origins (for files: folders) that the workflow names. Nowhere else is anything done.
  public var origins: [String]
  /// The applications of the desktop that the workflow names. In no other is anything done.
  public var applications: [String]
  /// In the order in which they are done; the body of a loop whose rounds are not known stands here once.
  public var steps: [PlannedStep]

  public init(workflow: String, name: String, origins: [String], applications: [String] = [], steps: [PlannedStep]) {
    self.workflow = workflow
    self.name = name
    self.origins = origins
    self.applications = applications
    self.steps = steps
  }

  /// The gravest consequence of any step.
  public var consequence: Consequence { steps.map(\.consequence).max() ?? .reads }

  /// A step of the plan, by the step's id and the row it is for.
  public func step(_ id: String, row: Int?) -> PlannedStep? {
    steps.first { $0.step == id && $0.row == row }
  }

  /// The values of all rows as one table: a column for each step that has a value, a line for each row.
  public var table: (columns: [String], rows: [[String]]) {
    let valued = steps.filter { $0.value != .none }
    var columns: [String] = []
    for step in valued where !columns.contains(step.step) { columns.append(step.step) }
    let numbers = Set(valued.map { $0.row ?? -1 }).sorted()
    let titles = columns.map { id in valued.first { $0.step == id }?.label ?? id }
    let rows = numbers.map { number in
      columns.map { id in valued.first { $0.step == id && ($0.row ?? -1) == number }?.value.text ?? "" }
    }
    return (titles, rows)
  }
}

/// One step of a plan, with its exact value where that is known.
public struct PlannedStep: Sendable, Codable, Hashable {
  /// The step's id in the program.
  public var step: String
  /// Which row of the given rows it is for, from 0; nil outside rows.
  public var row: Int?
  /// What it says to a person: `Fill “Amount” with amount`.
  public var summary: String
  /// What names its value or element: `Amount`.
  public var label: String
  public var value: PlannedValue
  /// The value that decides which element is meant, where one does.
  public var targetValue: PlannedValue
  /// The origin it is done at.
  public var origin: String
  public var consequence: Consequence
  /// Under which conditions it is done, in words, outermost first; empty where it always is.
  public var conditions: [String]

  public init(
    step: String, row: Int?, summary: String, label: String, value: PlannedValue, targetValue: PlannedValue = .none,
    origin: String, consequence: Consequence, conditions: [String] = []
  ) {
    self.step = step
    self.row = row
    self.summary = summary
    self.label = label
    self.value = value
    self.targetValue = targetValue
    self.origin = origin
    self.consequence = consequence
    self.conditions = conditions
  }
}
