import ArgumentParser
import Distill
import Findings
import Foundation
import Report
import Trace

struct WorkflowsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workflows",
    abstract: "List the workflows that were found in what was recorded, or show one.",
    discussion: """
        understudy workflows
        understudy workflows show "Enter an invoice"
        understudy workflows --json

      What was found can be corrected; a correction holds for what is recorded later too:

        understudy workflows rename "Save in Our wiki" "Write the minutes"
        understudy workflows merge "Add invoice" "Add invoice (2)"
        understudy workflows split "Change ticket" --variant 2 --into "Close ticket"
        understudy workflows ignore "Search"
        understudy workflows restore
      """,
    subcommands: [
      WorkflowsListCommand.self, WorkflowsShowCommand.self, WorkflowsRenameCommand.self, WorkflowsMergeCommand.self,
      WorkflowsSplitCommand.self, WorkflowsIgnoreCommand.self, WorkflowsRestoreCommand.self,
    ],
    defaultSubcommand: WorkflowsListCommand.self)
}

struct WorkflowsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the workflows: how often, how long, which parameters, how many variants.",
    discussion: "  understudy workflows list --json")

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let past = try await Past.read(options, terminal)
    if json { return try terminal.print(json: past.workflows) }
    guard !past.workflows.isEmpty else {
      return terminal.print(
        "No workflow was found yet: a workflow needs at least two episodes. Record more work, or teach one: "
          + "understudy learn NAME")
    }
    for workflow in past.workflows {
      let summary = WorkflowSummary(workflow, in: past)
      terminal.print(terminal.bold(workflow.name))
      summary.lines.forEach { terminal.print("  \($0)") }
      terminal.print()
    }
    terminal.print("See one: understudy workflows show NAME. What a machine would have learned: understudy audit")
  }
}

struct WorkflowsShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a workflow's program in words, its parameters, variants and evidence.",
    discussion: """
        understudy workflows show "Enter an invoice"
        understudy workflows show "Enter an invoice" --svg invoice.svg
      """)

  @OptionGroup var chosen: ChosenWorkflow

  @Option(help: ArgumentHelp("Write a picture of what follows what in it.", valueName: "file"))
  var svg: String?

  @Flag(help: "As JSON.")
  var json = false

  func run() async throws {
    let terminal = Terminal.current
    let (past, workflow) = try await chosen.read(terminal)
    if let svg {
      let chart = ProcessChart(of: past.episodes(of: workflow))
      try chosen.options.write(Data(chart.svg.utf8), to: svg, called: "picture", from: past.sessions(of: workflow))
      terminal.say("The picture: \(svg)")
    }
    if json { return try terminal.print(json: workflow) }
    terminal.print(terminal.bold(workflow.name))
    let summary = WorkflowSummary(workflow, in: past)
    summary.lines.forEach { terminal.print("  \($0)") }
    terminal.print("\n\(terminal.bold("Steps"))")
    ProgramText(workflow.program).lines.forEach { terminal.print("  \($0)") }
    if !workflow.parameters.isEmpty {
      terminal.print("\n\(terminal.bold("Parameters"))")
      workflow.parameters.forEach { terminal.print("  \(WorkflowSummary.line(for: $0))") }
    }
    if workflow.variants.count > 1 {
      terminal.print("\n\(terminal.bold("Variants"))")
      summary.variantLines.forEach { terminal.print("  \($0)") }
    }
    terminal.print("\n\(terminal.bold("Seen in"))")
    summary.evidenceLines.forEach { terminal.print("  \($0)") }
  }
}
