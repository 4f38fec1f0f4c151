import ArgumentParser
import Console
import Foundation
import Journal

struct ConsoleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console",
    abstract: "Open a page on this machine: what is recorded, what was found, what would have been learned.",
    discussion: """
      It listens on this machine only and loads nothing from anywhere. The link lets one browser in, once, within a
      minute; press Enter for another one. Workflows can be performed from there, in a browser of their own. Values and pictures are shown, and work leaves the machine, only after the
      passphrase was given there (or, without one, a code that this terminal shows).

        understudy console
        understudy console --passphrase-file secret.txt
      """)

  @Flag(help: "Perform without a window what is begun on the page.")
  var headless = false

  @Option(help: ArgumentHelp("The Chromium or Chrome to perform in.", valueName: "path"))
  var chromium: String?

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let home = options.folders
    let key = try options.unlock(recorded: terminal)
    try await options.applyRetention(with: key, terminal)
    let console = ConsoleServer(
      home: home, key: key, stage: PerformingStage(home: home, executable: chromium, isHeadless: headless)
    ) { terminal.say($0) }
    let asking = terminal.canAsk ? Task.detached { await giveLinks(to: console, terminal) } : nil
    defer { asking?.cancel() }
    try await console.run { link in
      terminal.print("Open \(link)")
      if terminal.canAsk { terminal.say("Another link: Enter. End: Ctrl+C.") }
    }
  }

  /// Shows another link for each line that is entered.
  private func giveLinks(to console: ConsoleServer, _ terminal: Terminal) async {
    while terminal.ask("") != nil { terminal.print("Open \(await console.link())") }
  }
}
