import ArgumentParser
import Findings
import Report

struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Test what was learned on your own work that it was not learned from: step by step, on paper.",
    discussion: """
      Each day is tested with what the days before taught: how often the same action would have come next, on the same
      element, with the same value; what would have been asked; where it would have gone on too far; and whether it is as
      often right as it says. Nothing is performed.

        understudy evaluate
        understudy evaluate --risk 0.05 --json
      """)

  @Option(help: ArgumentHelp("How often what it does alone may be wrong.", valueName: "0…1"))
  var risk = 0.1

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var options: HomeOptions

  func validate() throws {
    guard risk > 0, risk < 1 else { throw ValidationError("The risk lies between 0 and 1, for example 0.1.") }
  }

  func run() async throws {
    let terminal = Terminal.current
    let past = try await Past.read(options, terminal)
    terminal.progress("Testing each day with what the days before taught …")
    let evaluation = Evaluation.make(
      events: past.events, days: WorkDay.days(of: past.events), risk: risk, distilling: past.settings)
    terminal.endProgress()
    if json { return try terminal.print(json: evaluation) }
    terminal.print(evaluation.text())
  }
}
