import ArgumentParser
import Distill
import Findings
import Trace

struct WorkflowsRenameCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Call a workflow something else; it keeps the name as it grows.",
    discussion: "  understudy workflows rename \"Save in Our wiki\" \"Write the minutes\"")

  @OptionGroup var chosen: ChosenWorkflow

  @Argument(help: "What to call it.")
  var newName: String

  func run() async throws {
    let terminal = Terminal.current
    let (past, workflow) = try await chosen.readFound(terminal)
    try past.requireFree(newName)
    try past.keep(.rename(workflow.episodes, name: newName), chosen.options)
    terminal.print("“\(workflow.name)” is called “\(newName)” from now on.")
  }
}
