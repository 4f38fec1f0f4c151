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
      Events are written as JSON, as they are kept: what was withheld is not in them. Where it was written is
      remembered, so that `understudy forget` erases the file too, as long as it is where and what it was.

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
    let sessions = Set(reading.events.map(\.id.session))
    try options.write(encoder.encode(reading.events), to: file, called: "file with the events", from: sessions)
    terminal.print("\(reading.events.count) events were written to \(file).")
    if reading.damaged > 0 { terminal.say("\(reading.damaged) events could not be read and are not in it.") }
  }
}
