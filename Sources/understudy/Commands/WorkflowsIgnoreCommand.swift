import ArgumentParser
import Distill
import Findings
import Trace

struct WorkflowsIgnoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ignore",
    abstract: "Say that something is no workflow: it is listed, counted and performed no more.",
    discussion: "  understudy workflows ignore \"Search\"")

  @OptionGroup var chosen: ChosenWorkflow

  func run() async throws {
    let terminal = Terminal.current
    let (past, workflow) = try await chosen.readFound(terminal)
    try past.keep(.ignore(workflow.episodes), chosen.options)
    terminal.print("“\(workflow.name)” is ignored from now on. Take it back: understudy workflows restore")
  }
}
