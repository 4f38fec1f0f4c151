public import Trace

/// What a workflow would have made of an episode that a person did, step by step, had it been asked to do it.
///
/// At each step it plans with nothing but the steps before and what the person had before their eyes. What it cannot
/// know it asks, as it does when it performs, and is given what the person did; so a step it has to ask about stays
/// the person's, and everything else must be what the person did. A workflow that goes over the rows of a file is asked
/// to do them all, in whatever order: which row it is at is told by what the person entered.
///
/// ```swift
/// let trial = Rehearsal(of: workflow, tables: tablesOpenedSoFar).trial(along: episode.steps)
/// trial.isRight(from: 1)   // asked to go on after the first step: would all of the rest have been right?
/// trial.steps[3].fit       // .alone · .asked(.judgement("status")) · .aside · .otherwise
/// ```
public struct Trial: Sendable, Hashable {
  /// What the workflow would have made of a step.
  public enum Fit: Sendable, Hashable {
    /// It would have done the same, alone.
    case alone
    /// It would have done the same after a question: whether to do it, on what, or with which value.
    case asked(OpenQuestion)
    /// The work is the same without the step: finding the way, looking around, taking a copy.
    case aside
    /// It would have done something else.
    case otherwise
  }

  /// In what something else differs from what the person did.
  public enum Difference: String, Sendable, Codable, Hashable, CaseIterable {
    /// Another kind of action, or none: the workflow would have been done.
    case action
    /// The same kind of action on another element.
    case element
    /// The same with another value.
    case argument
  }

  /// A step of the episode and what was known right before it.
  public struct Step: Sendable, Hashable {
    public var fit: Fit
    /// Where it would have done something else: in what that differs.
    public var difference: Difference?
    /// How many of the steps before it are not of the workflow.
    public var strangers: Int
    /// The program's step that was done last before it; nil before the first.
    public var last: StepTemplate.ID?
    /// Whether something was planned that the workflow is sure to do.
    public var hasPlan: Bool
  }

  /// One for each step of the episode.
  public var steps: [Step]
  /// Whether the workflow would have stopped where the person did.
  public var isFinished: Bool

  /// Whether all that the workflow would have done after so many steps is what the person did: every action, element,
  /// value, and the stop.
  public func isRight(from done: Int) -> Bool {
    isFinished && !steps.dropFirst(done).contains { $0.fit == .otherwise }
  }
}

extension Rehearsal {
  /// Goes along an episode that a person did.
  public func trial(along steps: some Collection<Step>) -> Trial {
    var rehearsal = self
    rehearsal.givenRow = row(of: Array(steps))
    var progress = Progress(rehearsal: rehearsal)
    let found = steps.map { step in
      defer { progress.advance(by: step) }
      return progress.trial(of: step)
    }
    return Trial(steps: found, isFinished: progress.sureRest.isEmpty)
  }

  /// The row of an open file that most of what was entered stands in, by column; empty where there is none.
  private func row(of steps: [Step]) -> [String: String] {
    let texts = Set(steps.compactMap { ($0.action.argument ?? $0.element?.calledName)?.trimmedEnds })
    var best: (count: Int, row: [String: String]) = (0, [:])
    for columns in workflow.program.instructions.compactMap(\.columnsOfRows) {
      for table in tables where columns.allSatisfy(table.columns.contains) {
        for row in table.rows {
          let count = columns.count { table.cell(of: $0, in: row).map { texts.contains($0.trimmedEnds) } ?? false }
          guard count > best.count, count >= min(2, columns.count) else { continue }
          best = (count, Dictionary(zip(table.columns, row), uniquingKeysWith: { first, _ in first }))
        }
      }
    }
    return best.row
  }
}

extension Instruction {
  /// The columns of the rows that it goes over; nil where it goes over none.
  fileprivate var columnsOfRows: [String]? {
    if case .loop(.rows(let columns), _) = self { columns } else { nil }
  }
}
