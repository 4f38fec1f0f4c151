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

  @Argument(help: "The workflow's name, a part of it, or its id.")
  var name: String

  @Option(help: ArgumentHelp("A variant, as `understudy workflows show` numbers them.", valueName: "number"))
  var variant: [Int]

  @Option(help: ArgumentHelp("What the new workflow is called.", valueName: "name"))
  var into: String

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let past = try await Past.read(options, terminal)
    let workflow = try past.foundWorkflow(named: name)
    try past.requireFree(into)
    let numbers = Set(variant)
    guard numbers.allSatisfy({ (1...workflow.variants.count).contains($0) }), numbers.count < workflow.variants.count
    else {
      throw Failure(
        .usage,
        "“\(workflow.name)” has \(workflow.variants.count) variants, and at least one must stay. See them: "
          + "understudy workflows show")
    }
    let going = workflow.variants.enumerated().filter { numbers.contains($0.offset + 1) }.flatMap(\.element.episodes)
    let staying = workflow.episodes.filter { !going.contains($0) }
    try past.keep(.split(going, from: staying, name: into), options)
    terminal.print("\(going.count) of the \(workflow.episodes.count) episodes are “\(into)” from now on.")
  }
}
