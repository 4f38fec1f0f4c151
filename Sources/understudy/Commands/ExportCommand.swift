import ArgumentParser
import Foundation
import Journal
import Surfaces
import Trace

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what is held about you to a file: everything, without asking anyone.",
    discussion: """
      Events are written as JSON, as they are kept: what was withheld is not in them.

        understudy export events.json
      """)

  @Argument(help: "The file to write.")
  var file: String

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let reading = try await options.openJournal(terminal).events()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let location = URL(filePath: file)
    do {
      try encoder.encode(reading.events).write(to: location, options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: location.path)
    } catch {
      throw Failure(.fileUnreadable, "The events could not be written to \(file). Check that its folder is there.")
    }
    try Ledger(home: options.folders).append(
      LedgerEntry(.exported, at: SystemClock().now(), subjects: Set(reading.events.map(\.id.session)).sorted()))
    terminal.print("\(reading.events.count) events were written to \(file).")
    if reading.damaged > 0 { terminal.say("\(reading.damaged) events could not be read and are not in it.") }
  }
}
