public import Trace

/// What a workflow would do from a point of a recorded episode on, found out on paper: nothing is performed.
///
/// ```swift
/// let rehearsal = Rehearsal(of: workflow, tables: tablesOpenedSoFar)
/// let outlook = rehearsal.outlook(after: episode.steps.prefix(2))
/// outlook.isDetermined                                     // could it go on without a question?
/// rehearsal.trial(along: episode.steps).isRight(from: 2)   // would going on, and asking, have been right?
/// ```
///
/// The outlook uses only the workflow, the steps before the point and what was open by then; the steps after it are
/// looked at to judge it, never to make it.
public struct Rehearsal: Sendable {
  let workflow: Workflow
  let parts: [Part]
  /// The files that were open by then, the latest first.
  let tables: [Table]
  /// What the columns held the last time the workflow was done with these files; empty for the first time.
  private(set) var previousRow: [String: String] = [:]
  /// The row that it is asked to do; empty where it has to find out.
  var givenRow: [String: String] = [:]

  /// A step of the program as it stands in the flow.
  struct Part: Sendable {
    var template: StepTemplate
    /// What must be answered before it is known whether the step is done at all; nil for one that always is.
    var condition: Condition?
    /// The share of episodes that had it.
    var share: Double
    /// Tells the branches of a choice apart, outermost choice first.
    var branch: [Branch] = []

    struct Branch: Sendable, Hashable {
      var choice: Int
      var number: Int
    }
  }

  /// - Parameters:
  ///   - tables: the files opened until then, in the order of opening.
  ///   - previous: the episode of the same workflow before this one: a loop over rows goes on with the row after it.
  public init(of workflow: Workflow, tables: [Table], after previous: Episode? = nil) {
    self.workflow = workflow
    self.tables = tables.reversed()
    var choices = 0
    parts = Rehearsal.parts(of: workflow.program.instructions, share: 1, condition: nil, branch: [], choices: &choices)
    if let previous {
      var progress = Progress(rehearsal: self)
      for step in previous.steps { progress.advance(by: step) }
      previousRow = progress.columns
    }
  }

  /// What the workflow would do after these steps of an episode.
  public func outlook(after done: some Collection<Step>) -> Outlook {
    var progress = Progress(rehearsal: self)
    for step in done { progress.advance(by: step) }
    return Outlook(planned: progress.rest(), strangers: progress.strangers, last: progress.lastMatched)
  }

  /// The outlook at every point of an episode: before its first step, after it, … up to before its last step.
  public func outlooks(along steps: some Collection<Step>) -> [Outlook] {
    var progress = Progress(rehearsal: self)
    return steps.map { step in
      defer { progress.advance(by: step) }
      return Outlook(planned: progress.rest(), strangers: progress.strangers, last: progress.lastMatched)
    }
  }

  private static func parts(
    of instructions: [Instruction], share: Double, condition: Condition?, branch: [Part.Branch], choices: inout Int
  ) -> [Part] {
    var found: [Part] = []
    for instruction in instructions {
      switch instruction {
      case .perform(let template):
        found.append(Part(template: template, condition: condition, share: share, branch: branch))
      case .optional(let body, let when, let part):
        found += parts(of: body, share: share * part, condition: when ?? condition, branch: branch, choices: &choices)
      case .loop(_, let body):
        found += parts(of: body, share: share, condition: condition, branch: branch, choices: &choices)
      case .choice(let branches, _):
        choices += 1
        let choice = choices
        for (number, way) in branches.enumerated() {
          let here = branch + [Part.Branch(choice: choice, number: number)]
          found += parts(
            of: way.body, share: share * way.share, condition: way.condition ?? condition, branch: here,
            choices: &choices)
        }
      }
    }
    return found
  }
}

/// What a workflow would do next in a rehearsal.
public struct Outlook: Sendable, Hashable {
  /// The steps it would do, in order.
  public var planned: [PlannedStep]
  /// How many of the steps so far are not of the workflow.
  public var strangers: Int
  /// The program's step that was done last; nil before the first.
  public var last: StepTemplate.ID?

  /// The first thing it would have to ask; nil where it could go on to the end alone.
  public var openQuestion: OpenQuestion? {
    planned.lazy.compactMap(\.openQuestion).first
  }

  /// Whether there is something to do, and all of it could be done without a question.
  public var isDetermined: Bool { !planned.isEmpty && openQuestion == nil }
}
