import Findings
import Journal
import Perform
import Report
import Trace

/// What was performed, and what stopped and can go on.
struct RunsPage {
  var root: String
  /// A run that stopped, of a workflow.
  var stopped: [(workflow: Workflow, run: Run)]
  var performed: [LedgerEntry]
  var names: [Workflow.ID: String]

  var body: Markup {
    .list(
      .section(
        "Stopped", id: "stopped",
        stopped.isEmpty ? .paragraph("No run waits to go on.") : .list(stopped.map { card($0.workflow, $0.run) })),
      .section(
        "Performed", id: "performed",
        performed.isEmpty
          ? .paragraph("Nothing was performed yet. Perform a workflow in a terminal: understudy perform NAME")
          : .table(
            "Performed", heads: ["When", "Workflow", "Plan"],
            rows: performed.reversed().prefix(200).map { entry in
              [
                Markup(entry.time.localTime),
                Markup(entry.subjects.first.map { names[$0] ?? $0 } ?? ""),
                Markup(String(entry.digest?.prefix(12) ?? "")),
              ]
            })),
      .paragraph(
        "A run is approved in the terminal it was started in, never here: a page in a browser can be clicked by "
          + "whatever acts in that browser.", "soft"))
  }

  private func card(_ workflow: Workflow, _ run: Run) -> Markup {
    var reason = "It can go on."
    if case .halted(let halt) = run.status { reason = halt.description }
    return .element(
      "section", ["class": "card", "aria-label": workflow.name],
      .element("h3", [:], Markup(workflow.name)), .paragraph("After \(run.done.count) steps: \(reason)"),
      .paragraph("Go on in a terminal: understudy perform \(workflow.id) --resume", "soft"))
  }
}
