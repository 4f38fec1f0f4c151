import Findings
import Foundation
import Journal
import Perform
import Report
import Trace

/// What is being performed and what it asks, what stopped and can go on, and what was performed.
struct RunsPage {
  var root: String
  /// The runs that go on now, and the last one that was begun on a page and has ended.
  var going: [RunView]
  /// A run that stopped, of a workflow.
  var stopped: [(workflow: Workflow, run: Run)]
  var performed: [LedgerEntry]
  var names: [Workflow.ID: String]
  /// Whether a page can begin a run.
  var canBegin: Bool
  var isRevealed: Bool
  var asksPassphrase: Bool

  var body: Markup {
    .list(
      .element(
        "section", ["aria-labelledby": "going", "data-runs": RunsPage.state(of: going)],
        [.element("h2", ["id": "going"], "Going on")]
          + (going.isEmpty ? [.paragraph("Nothing is being performed.")] : going.map(card))),
      .section(
        "Stopped", id: "stopped",
        stopped.isEmpty ? .paragraph("No run waits to go on.") : .list(stopped.map { card($0.workflow, $0.run) })),
      .section(
        "Performed", id: "performed",
        performed.isEmpty
          ? .paragraph("Nothing was performed yet. Choose a workflow, or in a terminal: understudy perform NAME")
          : .table(
            "Performed", heads: ["When", "Workflow", "Plan"],
            rows: performed.reversed().prefix(200).map { entry in
              [
                Markup(entry.time.localTime),
                Markup(entry.subjects.first.map { names[$0] ?? $0 } ?? ""),
                Markup(String(entry.digest?.prefix(12) ?? "")),
              ]
            })))
  }

  /// What the page must be shown anew for: which runs there are, and what they ask.
  static func state(of runs: [RunView]) -> String {
    runs.map { "\($0.id):\($0.asked?.number ?? 0):\($0.ended == nil ? "on" : "ended")" }.joined(separator: " ")
  }

  // MARK: - What goes on

  private func card(_ run: RunView) -> Markup {
    .element(
      "section", ["class": "card", "aria-labelledby": "run-\(run.id)"],
      .element("h3", ["id": "run-\(run.id)"], Markup(run.name)),
      .element("p", ["role": "status", "data-live": "run-\(run.id)"], Markup(run.progress)),
      run.asked.map { question($0, of: run) } ?? .empty,
      run.ended == nil ? .action("\(root)/runs/\(run.id)/halt", button: "Halt") : .empty)
  }

  private func question(_ asked: RunView.Asked, of run: RunView) -> Markup {
    guard isRevealed else {
      return .list(
        .element("p", ["role": "alert"], "It asks you something."),
        .element("p", [:], .element("a", ["href": "\(root)/confirm?to=/runs"], "Show what it asks")))
    }
    return .list(
      .element("p", ["role": "alert"], Markup(asked.title)),
      asked.lines.isEmpty
        ? .empty
        : .element(
          "ul", ["class": "program card", "aria-label": "What it is about"],
          asked.lines.map { .element("li", [:], Markup($0)) }),
      asked.lines.contains { $0.hasPrefix("!") }
        ? .paragraph("Steps marked ! cannot be taken back, or leave for others.", "soft") : .empty,
      asked.rows.isEmpty
        ? .empty : .table("Values", heads: asked.columns, rows: asked.rows.map { $0.map { Markup($0) } }),
      .list(answers(to: asked, of: run)))
  }

  /// An approval is given with the passphrase each time, or with a code from the terminal: whatever acts in a browser
  /// has neither.
  private func answers(to asked: RunView.Asked, of run: RunView) -> [Markup] {
    func form(_ button: String, _ fields: Markup...) -> Markup {
      .action(
        "\(root)/runs/\(run.id)/answer", button: button, .hidden("number", "\(asked.number)"), .list(fields))
    }
    let id = "answer-\(run.id)"
    switch asked.kind {
    case .plan, .deviation:
      return [
        asksPassphrase
          ? .empty : .action("\(root)/code", button: "Show a code in the terminal"),
        form(
          asked.kind == .plan ? "Approve and perform" : "Go on all the same", .hidden("answer", "yes"),
          asksPassphrase
            ? .passphrase(where: true, id: id)
            : .field("Code", named: "secret", id: id, complete: "one-time-code")),
        form(asked.kind == .plan ? "Do not perform" : "Stop here", .hidden("answer", "no")),
      ]
    case .question where !asked.choices.isEmpty:
      return [
        form(
          "Answer",
          .element(
            "p", ["class": "field"], .element("label", ["for": id], "Your answer"),
            .element(
              "select", ["id": id, "name": "answer"],
              asked.choices.map { .element("option", ["value": $0], Markup($0)) })))
      ]
    case .question: return [form("Answer", .field("Your answer", named: "answer", id: id))]
    case .secret:
      return [form("Use it once", .field("The secret", named: "answer", id: id, type: "password"))]
    }
  }

  // MARK: - What stopped

  private func card(_ workflow: Workflow, _ run: Run) -> Markup {
    var reason = "It can go on."
    if case .halted(let halt) = run.status { reason = halt.description }
    return .element(
      "section", ["class": "card", "aria-label": workflow.name],
      .element("h3", [:], Markup(workflow.name)), .paragraph("After \(run.done.count) steps: \(reason)"),
      canBegin
        ? .element(
          "details", [:], .element("summary", [:], Markup("Go on with “\(workflow.name)”")),
          .paragraph("It goes on with the same values and rows as before, after you agree to the plan.", "soft"),
          .action(
            "\(root)/workflows/\(workflow.id)/resume", button: "Show the plan",
            .inputs(of: workflow, id: "resume-\(workflow.id)")))
        : .paragraph("Go on in a terminal: understudy perform \(workflow.id) --resume", "soft"))
  }
}

extension Markup {
  /// The fields for what a workflow needs.
  static func inputs(of workflow: Workflow, id: String) -> Markup {
    .list(
      workflow.parameters.enumerated().map { number, parameter in
        .field(parameter.name, named: "set \(parameter.name)", id: "\(id)-\(number)", required: false)
      } + [
        .field(
          "Rows of a CSV file, by its path (it is done for each)", named: "rows", id: "\(id)-rows", required: false)
      ])
  }
}
