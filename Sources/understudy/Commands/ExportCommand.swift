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
        understudy export --for release:Acme events.json

      With `--for` only what a grant lets be used for that purpose is written; for a release it is noted to whom, so
      that taking the purpose back or erasing what it came from makes a signed withdrawal to send them.
      """)

  @Argument(help: "The file to write.")
  var file: String

  @Option(
    name: .customLong("for"), help: ArgumentHelp("Only what may be used for this purpose.", valueName: "purpose"))
  var purpose: String?

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let purpose = try purpose.map { word in
      guard let purpose = Purpose(word) else {
        throw Failure(
          .usage, "“\(word)” is no purpose. There are: record, learn, perform, release:NAME, train, aggregate.")
      }
      return purpose
    }
    var reading = try await options.openJournal(terminal).events()
    if let purpose { reading.events = try options.events(reading.events, for: purpose, terminal) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let sessions = Set(reading.events.map(\.id.session))
    let content = try encoder.encode(reading.events)
    if case .release(let recipient) = purpose {
      try ReleaseStore(home: options.folders).add(content, to: recipient, from: sessions, at: SystemClock().now())
    }
    try options.write(content, to: file, called: "file with the events", from: sessions)
    terminal.print("\(reading.events.count) events were written to \(file).")
    if reading.damaged > 0 { terminal.say("\(reading.damaged) events could not be read and are not in it.") }
  }
}
