import ArgumentParser
import Findings
import Foundation
import Guard
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
        understudy audit --what-if "forget:https://bank.example.org"
      """)

  @Option(
    help: ArgumentHelp("Write a page with charts, pictures and the steps behind every figure.", valueName: "file"))
  var html: String?

  @Option(help: ArgumentHelp("How often what is counted as carried out right may be wrong.", valueName: "0…1"))
  var risk = 0.1

  @Option(
    help: ArgumentHelp(
      "What a machine would know without a place; nothing is erased. Several times for several places.",
      valueName: "forget:place"))
  var whatIf: [String] = []

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var options: HomeOptions

  func validate() throws {
    guard risk > 0, risk < 1 else { throw ValidationError("The risk lies between 0 and 1, for example 0.1.") }
    guard whatIf.allSatisfy({ $0.hasPrefix("forget:") }) else {
      throw ValidationError("Write it as --what-if forget:PLACE, for example forget:https://bank.example.org.")
    }
    guard whatIf.isEmpty || html == nil else {
      throw ValidationError("--what-if prints a comparison: leave --html out.")
    }
  }

  func run() async throws {
    let terminal = Terminal.current
    let past = try await Past.read(options, terminal)
    terminal.progress("Testing each day with what the days before taught …")
    let days = WorkDay.days(of: past.events)
    let audit = audit(of: past.events, on: days, past)
    if !whatIf.isEmpty { return try compare(audit, on: days, past, terminal) }
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

  private func audit(of events: [Event], on days: [WorkDay], _ past: Past) -> Audit {
    Audit.make(events: events, days: days, settings: AuditSettings(risk: risk), distilling: past.settings)
  }

  /// Says what would be different without some places, on the same days.
  private func compare(_ whole: Audit, on days: [WorkDay], _ past: Past, _ terminal: Terminal) throws {
    let places = whatIf.map { String($0.dropFirst(7)) }
    let selection = ErasureSelection(places: try places.map { try PlacePattern($0) })
    let rest = selection.remainder(of: past.events)
    let left = audit(of: rest, on: days, past)
    terminal.endProgress()
    let difference = WhatIf(
      whole, without: left, what: places.joined(separator: " and "), events: past.events.count - rest.count)
    if json { return try terminal.print(json: difference) }
    terminal.print(difference.text())
  }
}
