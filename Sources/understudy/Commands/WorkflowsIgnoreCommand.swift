import ArgumentParser
import Distill
import Findings
import Trace

struct WorkflowsIgnoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ignore",
    abstract: "Say that something is no workflow: it is listed, counted and performed no more.",
    discussion: "  understudy workflows ignore \"Search\"")

  @Argument(help: "The workflow's name, a part of it, or its id.")
  var name: String

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let past = try await Past.read(options, terminal)
    let workflow = try past.foundWorkflow(named: name)
    try past.keep(.ignore(workflow.episodes), options)
    terminal.print("“\(workflow.name)” is ignored from now on. Take it back: understudy workflows restore")
  }
}
