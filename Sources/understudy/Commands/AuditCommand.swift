import ArgumentParser
import Findings
import Foundation
import Journal
import Report
import Surfaces
import Trace

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Say what a machine that had watched would have learned to do, and what not, with evidence.",
    discussion: """
      Day by day: what the days before taught is frozen and tested on the day. It is about work, never about a
      person's speed or worth, and nobody but you sees it.

        understudy audit
        understudy audit --html audit.html
        understudy audit --risk 0.05 --json
      """)

  @Option(
    help: ArgumentHelp("Write a page with charts, pictures and the steps behind every figure.", valueName: "file"))
  var html: String?

  @Option(help: ArgumentHelp("How often what is counted as carried out right may be wrong.", valueName: "0…1"))
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
    let audit = Audit.make(
      events: past.events, days: WorkDay.days(of: past.events), settings: AuditSettings(risk: risk),
      distilling: past.settings)
    terminal.endProgress()
    if json {
      try terminal.print(json: audit)
    } else {
      terminal.print(audit.text())
    }
    if let html {
      try options.write(
        Data(await past.reader.page { audit.page(picture: $0) }.utf8), to: html, called: "page", from: past.sessions)
      terminal.say("The page with charts, pictures and the steps behind every figure: \(html)")
    }
  }
}
