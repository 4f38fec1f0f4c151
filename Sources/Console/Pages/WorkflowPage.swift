import Findings
import Report
import Trace

/// One workflow: its program, what follows what, its variants, and the episodes it was seen in.
struct WorkflowPage {
  var root: String
  var shelf: Shelf
  var entry: Shelf.WorkflowEntry
  /// Whether a page can have it performed.
  var canPerform: Bool
  var isRevealed: Bool

  private var workflow: Workflow { entry.workflow }
  private var path: String { "\(root)/workflows/\(workflow.id)" }

  var body: Markup {
    .list(
      .list(entry.lines.map { .paragraph($0) }),
      .section(
        "Program", id: "program",
        .element(
          "ul", ["class": "program card"],
          ProgramText(workflow.program).lines.map { line in
            .element("li", ["class": "depth\(min(4, line.prefix { $0 == " " }.count / 3))"], Markup(line))
          })),
      .section(
        "What follows what", id: "map",
        .element(
          "div", ["class": "scroll card", "tabindex": "0", "role": "region", "aria-label": "Map"],
          entry.map)),
      parameters, performing, variants,
      .section(
        "Seen in", id: "evidence",
        .table(
          "Episodes", heads: ["When", "Where", "Steps"], numbers: [2],
          rows: shelf.episodes.filter { $0.workflow == workflow.id }.suffix(200).reversed().map { episode in
            [
              .element(
                "a", ["href": "\(root)/episodes/\(episode.id.session)/\(episode.id.sequence)"],
                Markup(episode.start.localTime)),
              Markup(episode.places.joined(separator: ", ")), Markup("\(episode.steps.count)"),
            ]
          })),
      entry.isDemonstrated ? .empty : corrections)
  }

  private var parameters: Markup {
    guard !workflow.parameters.isEmpty else { return .empty }
    return .section(
      "Parameters", id: "parameters", isRevealed ? .empty : .reveal(root: root, path: "/workflows/\(workflow.id)"),
      .table(
        "Parameters", heads: ["Name", "Kind", "Comes from", "For example"],
        rows: workflow.parameters.map { parameter in
          [
            Markup(parameter.name), Markup(parameter.kind.rawValue),
            Markup(
              parameter.column.map { "the column “\($0)” of the file" }
                ?? (parameter.isJudgement ? "your decision" : "given with the task")),
            Markup(isRevealed ? parameter.examples.prefix(3).joined(separator: ", ") : "…"),
          ]
        }))
  }

  private var performing: Markup {
    guard canPerform else { return .empty }
    return .section(
      "Perform it", id: "perform",
      .paragraph(
        "First you see the whole plan with its exact values, and nothing is done before you agree to it. What is left "
          + "empty is asked when it comes to that.", "soft"),
      .action(
        "\(path)/perform", button: "Show the plan", .inputs(of: workflow, id: "perform")))
  }

  private var variants: Markup {
    guard workflow.variants.count > 1 else { return .empty }
    return .section(
      "Variants", id: "variants",
      .element(
        "ol", [:],
        workflow.variants.map { variant in
          .element(
            "li", [:],
            .element(
              "details", [:],
              .element(
                "summary", [:],
                Markup("\(variant.episodes.count) times\(variant.condition.map { ", when \($0)" } ?? "")")),
              .element("ol", ["class": "steps"], variant.steps.map { .element("li", [:], Markup($0)) })))
        }))
  }

  private var corrections: Markup {
    let others = shelf.workflows.filter { !$0.isDemonstrated && $0.workflow.id != workflow.id }
    return .section(
      "Correct it", id: "correct",
      .paragraph("What you say holds for what is recorded later too.", "soft"),
      .action(
        "\(path)/rename", button: "Rename", .field("New name", named: "name", id: "name", value: workflow.name)),
      others.isEmpty
        ? .empty
        : .action(
          "\(path)/merge", button: "Merge",
          .element(
            "p", ["class": "field"], .element("label", ["for": "other"], "Merge with"),
            .element(
              "select", ["id": "other", "name": "other"],
              others.map { .element("option", ["value": $0.workflow.id], Markup($0.workflow.name)) }))),
      workflow.variants.count < 2
        ? .empty
        : .action(
          "\(path)/split", button: "Split",
          .element(
            "fieldset", [:],
            [.element("legend", [:], "Variants that are a workflow of their own")]
              + workflow.variants.enumerated().map { number, variant in
                .element(
                  "label", [:],
                  .void("input", ["type": "checkbox", "name": "variants", "value": "\(number + 1)"]),
                  " \(number + 1): \(variant.episodes.count) times")
              }), .field("Called", named: "into", id: "into")),
      .action("\(path)/ignore", button: "Ignore: it is no workflow"))
  }
}
