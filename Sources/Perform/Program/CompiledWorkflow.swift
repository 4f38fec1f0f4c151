import Crypto
import Foundation
import Surfaces
public import Trace

/// A workflow as a policy: its program, carried out exactly, with these inputs.
///
/// ```swift
/// let compiled = try CompiledWorkflow(workflow, inputs: Inputs(rows: rows))
/// print(compiled.plan.lines.joined(separator: "\n"))        // rehearse: nothing is touched
/// let run = await Performer(surfaces: [browser], approver: terminal).perform(compiled)
/// ```
///
/// It never does anything that is not in the program: what it reads on a surface fills slots of their declared kind
/// and decides conditions that the program has; it adds no step and names no new place.
public struct CompiledWorkflow: Policy {
  public let workflow: Workflow
  public let inputs: Inputs
  /// Everything it is going to do.
  public let plan: Plan
  /// Names the program and the inputs, so that a run is resumed with the same.
  public let digest: String
  /// The program, inside a loop over the rows where it has none itself.
  let program: Program

  /// Checks the inputs against the workflow: missing parameters and columns, and values that do not fit their slots,
  /// are found here and not halfway. A program that goes over rows and is given none takes the parameters for the only
  /// row.
  public init(_ workflow: Workflow, inputs: Inputs = Inputs()) throws(Halt) {
    var inputs = inputs
    if inputs.rows.isEmpty, workflow.program.instructions.contains(where: \.hasRows) {
      guard !inputs.parameters.isEmpty else {
        let names = workflow.parameters.map(\.name).joined(separator: ", ")
        throw Halt(
          .valueMissing,
          "It goes over the rows of a file, and was given none. Give a file with these columns, or one value "
            + "for each: \(names).")
      }
      inputs.rows = [inputs.parameters]
    }
    self.workflow = workflow
    self.inputs = inputs
    if inputs.rows.isEmpty || workflow.program.instructions.contains(where: \.hasRows) {
      program = workflow.program
    } else {
      program = Program([.loop(.rows(columns: []), body: workflow.program.instructions)])
    }
    digest = Self.digest(of: workflow, inputs)
    plan = try Self.plan(workflow, program: program, inputs: inputs)
  }

  /// A run of it that has not begun.
  public var run: Run { Run(workflow: workflow.id, digest: digest) }

  private static func digest(of workflow: Workflow, _ inputs: Inputs) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var hash = SHA256()
    // Plain values: encoding them cannot fail; where it did, the digests would be those of nothing and equal.
    for bytes in [try? encoder.encode(workflow.program), try? encoder.encode(inputs)] {
      hash.update(data: bytes ?? Data())
    }
    return hash.finalize().prefix(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// The values as they are for a place in the program.
  func values(_ stand: Stand, run: Run, observation: Observation?) -> Values {
    Values(
      parameters: workflow.parameters, inputs: inputs, row: stand.row, run: run, cursor: stand.cursor,
      item: item(of: stand, observation: observation), round: stand.round, observation: observation,
      steps: program.steps)
  }

  /// Which of the alike elements the innermost loop over items is at.
  private func item(of stand: Stand, observation: Observation?) -> Int? {
    guard let items = stand.items, let observation else { return nil }
    return Items(items.target, observation).position(of: items.key)
  }
}

extension Instruction {
  /// Whether it goes over rows anywhere.
  var hasRows: Bool {
    switch self {
    case .perform: false
    case .optional(let body, _, _): body.contains(where: \.hasRows)
    case .loop(.rows, _): true
    case .loop(_, let body): body.contains(where: \.hasRows)
    case .choice(let branches, _): branches.contains { $0.body.contains(where: \.hasRows) }
    }
  }
}

extension CompiledWorkflow {
  /// Where its steps are done.
  public var surfaces: Set<SurfaceKind> { Set(program.steps.map(\.surface)) }

  /// Whether it goes over the rows of a sheet that has to be read first: see ``Performer/reading(_:)``.
  public var goesOverSheet: Bool { inputs.sheet == nil && !sheetLoops.isEmpty }
}
