import Findings
import Report
import Trace

/// What was found, and what was demonstrated.
struct WorkflowsPage {
  var root: String
  var shelf: Shelf

  var body: Markup {
    let omissions = Markup.list(shelf.omissions.map { .paragraph($0) })
    guard !shelf.workflows.isEmpty else {
      return .list(
        omissions,
        .paragraph(
          "No workflow was found yet: a workflow needs at least two pieces of work that are alike. Record more work, or "
            + "teach one: understudy learn NAME"))
    }
    return .list(
      omissions,
      .paragraph("Found in \(shelf.events.rows.count) events, as of \(shelf.read.localTime).", "soft"),
      .list(
        shelf.workflows.enumerated().map { number, entry in
          .element(
            "section", ["class": "card", "aria-labelledby": "w\(number)"],
            .element(
              "h2", ["id": "w\(number)", "class": "name"],
              .element("a", ["href": "\(root)/workflows/\(entry.workflow.id)"], Markup(entry.workflow.name))),
            .list(entry.lines.map { .paragraph($0) }))
        }),
      .action("\(root)/restore", button: "Take the last correction back"))
  }
}
