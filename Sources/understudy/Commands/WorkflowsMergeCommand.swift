import ArgumentParser
import Distill
import Findings
import Trace

struct WorkflowsMergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Say that two workflows are one and the same.",
    discussion: "  understudy workflows merge \"Add invoice\" \"Add invoice (2)\"")

  @OptionGroup var chosen: ChosenWorkflow

  @Argument(help: "The other one's.")
  var other: String

  func run() async throws {
    let terminal = Terminal.current
    let (past, first) = try await chosen.readFound(terminal)
    let second = try past.foundWorkflow(named: other)
    guard first.id != second.id else {
      throw Failure(.usage, "“\(chosen.name)” and “\(other)” are the same workflow. Name two different ones.")
    }
    try past.keep(.merge(first.episodes, with: second.episodes), chosen.options)
    terminal.print("“\(first.name)” and “\(second.name)” are one workflow from now on.")
  }
}
