import ArgumentParser
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
        understudy document "Enter an invoice" --markdown invoice.md --html invoice.html
      """)

  @Argument(help: "The workflow's name, a part of it, or its id.")
  var name: String

  @Option(help: ArgumentHelp("Write it as Markdown.", valueName: "file"))
  var markdown: String?

  @Option(help: ArgumentHelp("Write it as a page with pictures of the steps.", valueName: "file"))
  var html: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let past = try await Past.read(options, terminal)
    let workflow = try past.workflow(named: name)
    let procedure = Procedure(of: workflow, episodes: past.episodes(of: workflow))
    let sessions = past.sessions(of: workflow)
    if let markdown {
      try options.write(Data(procedure.markdown().utf8), to: markdown, called: "procedure", from: sessions)
      terminal.say("The procedure: \(markdown)")
    }
    if let html {
      let chart = ProcessChart(of: past.episodes(of: workflow))
      let page = await past.reader.page { procedure.page(chart: chart, picture: $0) }
      try options.write(Data(page.utf8), to: html, called: "page", from: sessions)
      terminal.say("The page with pictures of the steps: \(html)")
    }
    if json {
      try terminal.print(json: procedure)
    } else if markdown == nil, html == nil {
      terminal.print(procedure.markdown())
    }
  }
}
