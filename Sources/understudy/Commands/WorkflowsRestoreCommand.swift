import ArgumentParser
import Findings

struct WorkflowsRestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Take your last correction back, or all of them.",
    discussion: """
        understudy workflows restore
        understudy workflows restore --all
      """)

  @Flag(help: "All corrections.")
  var all = false

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    var teaching = try Teaching.read(in: options.folders)
    guard !teaching.corrections.isEmpty else {
      return terminal.print("Nothing was corrected, so nothing is taken back.")
    }
    let taken = all ? teaching.corrections.count : 1
    teaching.corrections.removeLast(taken)
    try teaching.write(in: options.folders)
    terminal.print(
      "\(taken) \(taken == 1 ? "correction was" : "corrections were") taken back; \(teaching.corrections.count) stay.")
  }
}
