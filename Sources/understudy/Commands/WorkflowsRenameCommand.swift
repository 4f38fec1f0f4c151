import ArgumentParser
import Distill
import Findings
import Trace

struct WorkflowsRenameCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Call a workflow something else; it keeps the name as it grows.",
    discussion: "  understudy workflows rename \"Save in Our wiki\" \"Write the minutes\"")

  @Argument(help: "The workflow's name, a part of it, or its id.")
  var name: String

  @Argument(help: "What to call it.")
  var newName: String

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let past = try await Past.read(options, terminal)
    let workflow = try past.foundWorkflow(named: name)
    try past.requireFree(newName)
    try past.keep(.rename(workflow.episodes, name: newName), options)
    terminal.print("“\(workflow.name)” is called “\(newName)” from now on.")
  }
}
