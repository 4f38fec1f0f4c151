import ArgumentParser
import Distill
import Findings
import Trace

struct WorkflowsMergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Say that two workflows are one and the same.",
    discussion: "  understudy workflows merge \"Add invoice\" \"Add invoice (2)\"")

  @Argument(help: "The first workflow's name, a part of it, or its id.")
  var name: String

  @Argument(help: "The other one's.")
  var other: String

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let past = try await Past.read(options, terminal)
    let (first, second) = (try past.foundWorkflow(named: name), try past.foundWorkflow(named: other))
    guard first.id != second.id else {
      throw Failure(.usage, "“\(name)” and “\(other)” are the same workflow. Name two different ones.")
    }
    try past.keep(.merge(first.episodes, with: second.episodes), options)
    terminal.print("“\(first.name)” and “\(second.name)” are one workflow from now on.")
  }
}
