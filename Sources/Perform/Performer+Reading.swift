import Surfaces
import Trace

extension Performer {
  /// The most rows of a sheet that are gone over.
  static let mostRows = 10_000

  /// The workflow with what the sheets that it goes over say now: its plan then has every row with its exact values, as
  /// it has those of a file. Nothing is done but looking.
  ///
  /// Throws where a sheet is not open, or a row of it cannot be seen.
  public func reading(_ workflow: CompiledWorkflow) async throws(Halt) -> CompiledWorkflow {
    let loops = workflow.sheetLoops
    guard workflow.inputs.sheet == nil, !loops.isEmpty else { return workflow }
    var rows: [[String: String]] = []
    for loop in loops {
      guard let surface = surfaces[loop.surface] else { throw Self.isMissing(loop.surface) }
      var observation = Observation(place: Place(application: "", window: ""), elements: [])
      for round in 0..<Self.mostRows {
        if !loop.rows.isSeen(round, in: observation) {
          observation = try await look(
            at: surface,
            Attention(surface: loop.surface, element: loop.rows.cell(in: round), place: loop.place))
        }
        guard let texts = try loop.rows.row(round, in: observation) else { break }
        if rows.count == round { rows.append([:]) }
        rows[round].merge(texts) { $1 }
      }
    }
    var inputs = workflow.inputs
    inputs.sheet = rows
    return try CompiledWorkflow(workflow.workflow, inputs: inputs)
  }

  static func isMissing(_ surface: SurfaceKind) -> Halt {
    Halt(.surface, "This workflow needs the \(surface.rawValue), which is not connected. Open it first.")
  }
}

/// A loop over the rows of a sheet, and where that is.
struct SheetLoop {
  var surface: SurfaceKind
  var place: PlaceTemplate
  var rows: SheetRows
}

extension CompiledWorkflow {
  /// The loops of the program that go over sheets.
  var sheetLoops: [SheetLoop] { program.instructions.flatMap(\.sheetLoops) }
}

extension Instruction {
  fileprivate var sheetLoops: [SheetLoop] {
    switch self {
    case .perform: return []
    case .optional(let body, _, _): return body.flatMap(\.sheetLoops)
    case .choice(let branches, _): return branches.flatMap { $0.body.flatMap(\.sheetLoops) }
    case .loop(let loop, let body):
      let inner = body.flatMap(\.sheetLoops)
      guard case .items(let target) = loop, let rows = SheetRows(target, body: body), let step = sought else {
        return inner
      }
      return [SheetLoop(surface: step.surface, place: step.place, rows: rows)] + inner
    }
  }
}
