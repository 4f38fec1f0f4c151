import ArgumentParser
import Distill
import Findings
import Trace

struct WorkflowsSplitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Make some variants of a workflow one of their own.",
    discussion: """
        understudy workflows show "Change ticket"
        understudy workflows split "Change ticket" --variant 2 --variant 3 --into "Close ticket"

      What is done later goes to the one of the two that it fits better.
      """)

  @OptionGroup var chosen: ChosenWorkflow

  @Option(help: ArgumentHelp("A variant, as `understudy workflows show` numbers them.", valueName: "number"))
  var variant: [Int]

  @Option(help: ArgumentHelp("What the new workflow is called.", valueName: "name"))
  var into: String

  func run() async throws {
    let terminal = Terminal.current
    let (past, workflow) = try await chosen.readFound(terminal)
    try past.requireFree(into)
    let numbers = Set(variant)
    guard let split = Correction.split(workflow, variants: numbers, into: into), case .split(let going, _, _) = split
    else {
      throw Failure(
        .usage,
        "“\(workflow.name)” has \(workflow.variants.count) variants, and at least one must stay. See them: "
          + "understudy workflows show")
    }
    try past.keep(split, chosen.options)
    terminal.print("\(going.count) of the \(workflow.episodes.count) episodes are “\(into)” from now on.")
  }
}
