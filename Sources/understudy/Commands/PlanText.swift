import Perform
import Trace

/// A plan as a person approves it: the steps once, and the exact values of every row in a table.
struct PlanText {
  var text: String

  init(_ plan: Plan) {
    let table = plan.table
    var lines = ["“\(plan.name)” at \((plan.origins + plan.applications).joined(separator: ", "))", ""]
    let firstRow = plan.steps.compactMap(\.row).first
    let once = Plan(
      workflow: plan.workflow, name: plan.name, origins: plan.origins, applications: plan.applications,
      steps: plan.steps.filter { $0.row == nil || $0.row == firstRow })
    lines += once.lines.map { "  \($0)" }
    if table.rows.count > 1 || firstRow != nil, !table.columns.isEmpty {
      lines += ["", "With these values:"] + Self.columns(of: table).map { "  \($0)" }
    }
    lines += ["", "Steps marked ! cannot be taken back, or leave for others."]
    text = lines.joined(separator: "\n")
  }

  /// What a plan is called: it names the program and every value in it, so that approving the name approves just that.
  static func name(of workflow: CompiledWorkflow) -> String { String(workflow.digest.prefix(12)) }

  private static func columns(of table: (columns: [String], rows: [[String]])) -> [String] {
    let all = [table.columns] + table.rows
    let widths = table.columns.indices.map { column in
      min(36, all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0)
    }
    return all.map { row in
      zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - cell.count))
      }.joined(separator: "  ")
    }
  }
}
