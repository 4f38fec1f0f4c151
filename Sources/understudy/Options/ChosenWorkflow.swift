import ArgumentParser
import Findings
import Trace

/// Which workflow a command is about, and where it is kept.
struct ChosenWorkflow: ParsableArguments {
  @Argument(help: "The workflow's name, a part of it, or its id.")
  var name: String

  @OptionGroup var options: HomeOptions

  /// What was recorded, and the workflow that is meant.
  func read(_ terminal: Terminal) async throws -> (Past, Workflow) {
    let past = try await Past.read(options, terminal)
    return (past, try past.workflow(named: name))
  }

  /// The same for one that was found, not demonstrated.
  func readFound(_ terminal: Terminal) async throws -> (Past, Workflow) {
    let past = try await Past.read(options, terminal)
    return (past, try past.foundWorkflow(named: name))
  }
}
