import ArgumentParser
import BrowserSurface
import Distill
import Findings
import Foundation
import Journal
import Report
import Trace

struct DocumentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract: "Write a workflow down as a procedure: what it needs, its steps, its variants, what to check.",
    discussion: """
      Nothing in it is made up: each line comes from steps that were recorded.

        understudy document "Enter an invoice"
        understudy document "Enter an invoice" --markdown invoice.md --html invoice.html --pdf invoice.pdf
        understudy document "Enter an invoice" --bpmn invoice.bpmn

      What was written down once can be checked against what was done since:

        understudy document "Enter an invoice" --json > invoice.json
        understudy document "Enter an invoice" --drift invoice.json

      Without anything written down: the workflow as the days before a day taught it, against what was done since.

        understudy document "Enter an invoice" --since 2026-11-20
      """)

  @OptionGroup var chosen: ChosenWorkflow

  @Option(help: ArgumentHelp("Write it as Markdown.", valueName: "file"))
  var markdown: String?

  @Option(help: ArgumentHelp("Write it as a page with pictures of the steps.", valueName: "file"))
  var html: String?

  @Option(help: ArgumentHelp("Write the same page as PDF, printed by Chromium or Chrome.", valueName: "file"))
  var pdf: String?

  @Option(help: ArgumentHelp("Write it as BPMN 2.0, with a layout.", valueName: "file"))
  var bpmn: String?

  @Option(
    help: ArgumentHelp("Say what has changed since this was written, with --json, as a procedure.", valueName: "file"))
  var drift: String?

  @Option(
    help: ArgumentHelp(
      "Say what has changed since this day: against the workflow as the days before taught it.",
      valueName: "yyyy-mm-dd"))
  var since: LocalMoment?

  @Flag(help: "As JSON.")
  var json = false

  func validate() throws {
    guard drift == nil || since == nil else {
      throw ValidationError("--drift compares with what is written in a file, --since with what was known by then.")
    }
    guard drift == nil && since == nil || [markdown, html, pdf, bpmn].allSatisfy({ $0 == nil }) else {
      throw ValidationError("--drift and --since compare: leave the files to write out.")
    }
  }

  func run() async throws {
    let terminal = Terminal.current
    let (past, workflow) = try await chosen.read(terminal)
    if let drift { return try compare(workflow, with: drift, past, terminal) }
    if let since { return try compare(workflow, since: since.moment, past, terminal) }
    let procedure = Procedure(of: workflow, episodes: past.episodes(of: workflow))
    let sessions = past.sessions(of: workflow)
    func write(_ content: Data, to file: String, called what: String) throws {
      try chosen.options.write(content, to: file, called: what, from: sessions)
      terminal.say("The \(what): \(file)")
    }
    if let markdown { try write(Data(procedure.markdown().utf8), to: markdown, called: "procedure") }
    if html != nil || pdf != nil {
      let chart = ProcessChart(of: past.episodes(of: workflow))
      let page = await past.reader.page { procedure.page(chart: chart, picture: $0) }
      if let html { try write(Data(page.utf8), to: html, called: "page with pictures of the steps") }
      if let pdf { try write(try await PagePrinter().pdf(of: page), to: pdf, called: "page as PDF") }
    }
    if let bpmn { try write(Data(workflow.bpmn.utf8), to: bpmn, called: "process as BPMN") }
    if json {
      try terminal.print(json: procedure)
    } else if [markdown, html, pdf, bpmn].allSatisfy({ $0 == nil }) {
      terminal.print(procedure.markdown())
    }
  }

  /// Compares the workflow as it was when it was written down with how it was done since.
  private func compare(_ workflow: Workflow, with file: String, _ past: Past, _ terminal: Terminal) throws {
    guard let bytes = FileManager.default.contents(atPath: file),
      let written = try? JSONDecoder().decode(Procedure.self, from: bytes)
    else {
      throw Failure(
        .fileUnreadable, "No procedure can be read from \(file). Write one: understudy document NAME --json > \(file)")
    }
    guard let drift = Drift(of: written, in: past.events, now: past.episodes(of: workflow), settings: past.settings)
    else {
      throw Failure(
        .noSuchWorkflow, "The work that \(file) was written from is not there any more, so nothing can be compared.")
    }
    try show(drift, terminal)
  }

  /// Compares the workflow as the days before taught it with how it was done since.
  private func compare(_ workflow: Workflow, since moment: Moment, _ past: Past, _ terminal: Terminal) throws {
    guard let drift = Drift(since: moment, in: past.events, now: past.episodes(of: workflow), settings: past.settings)
    else {
      throw Failure(
        .noSuchWorkflow,
        "“\(workflow.name)” could not be known before \(moment.localTime), so nothing can be compared. Choose a later day."
      )
    }
    try show(drift, terminal)
  }

  private func show(_ drift: Drift, _ terminal: Terminal) throws {
    if json { return try terminal.print(json: drift) }
    terminal.print(drift.text())
  }
}
