import ArgumentParser
import Distill
import Exchange
import Findings
import Foundation
import Report
import Trace

struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Show what follows what: of a workflow, of all work that was recorded, or of another system's log.",
    discussion: """
      Which activity follows which, how often and after how long; the variants; and the blocks that the process is made
      of, as a process tree (-> in order, X one of them, + side by side, * again, tau nothing). A log of another system
      is an XES file, or a CSV file; it needs no journal.

        understudy map
        understudy map "Enter an invoice" --svg map.svg
        understudy map --log tickets.xes.gz --noise 0.2
        understudy map --log tickets.csv --case ticket --activity status --time changed
        understudy map "Enter an invoice" --xes invoices.xes --ocel invoices.json
      """)

  @Argument(help: "A workflow's name, a part of it, or its id; all work where there is none.")
  var name: String?

  @Option(help: ArgumentHelp("A log of another system: XES or CSV, plain or compressed by gzip.", valueName: "file"))
  var log: String?

  @Option(name: .customLong("case"), help: ArgumentHelp("With a CSV log: the column of the case.", valueName: "column"))
  var caseColumn = LogColumns.usual.case

  @Option(
    name: .customLong("activity"),
    help: ArgumentHelp("With a CSV log: the column of the activity.", valueName: "column"))
  var activityColumn = LogColumns.usual.activity

  @Option(
    name: .customLong("time"),
    help: ArgumentHelp("With a CSV log: the column of the time; “none” where there is none.", valueName: "column"))
  var timeColumn = LogColumns.usual.time ?? "none"

  @Option(help: "Leave out of the tree what is rarer than this share of the usual, 0 to 1.")
  var noise = 0.0

  @Option(help: "Show the most frequent ways, up to this share of all steps, 0 to 1.")
  var share = 0.9

  @Option(help: ArgumentHelp("Write it as a picture.", valueName: "file"))
  var svg: String?

  @Option(help: ArgumentHelp("Write the log itself as XES (IEEE 1849).", valueName: "file"))
  var xes: String?

  @Option(help: ArgumentHelp("Write the log itself as CSV.", valueName: "file"))
  var csv: String?

  @Option(help: ArgumentHelp("Write recorded work as OCEL 2.0, with the documents and windows.", valueName: "file"))
  var ocel: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var options: HomeOptions

  func validate() throws {
    guard (0...1).contains(noise), (0...1).contains(share) else {
      throw ValidationError("--noise and --share are shares: give a number from 0 to 1.")
    }
    guard log == nil || (name == nil && ocel == nil) else {
      throw ValidationError("With --log the map is of that log: leave the workflow's name and --ocel out.")
    }
  }

  func run() async throws {
    let terminal = Terminal.current
    if let log {
      let other = try readLog(log)
      try write(other, to: { try $0.write(to: URL(filePath: $1), options: .atomic) })
      return try show(ProcessMap(of: other, noise: noise), called: URL(filePath: log).lastPathComponent, terminal)
    }
    let past = try await Past.read(options, terminal)
    let workflow = try name.map { try past.workflow(named: $0) }
    let episodes = workflow.map { past.episodes(of: $0) } ?? past.learned.distillation.episodes
    let recorded = EventLog(episodes: episodes, workflows: past.workflows)
    let sessions = workflow.map { past.sessions(of: $0) } ?? past.sessions
    try write(recorded) { try options.write($0, to: $1, called: "file", from: sessions) }
    if let ocel {
      let objects = ObjectLog(episodes: episodes, workflows: past.workflows)
      try options.write(objects.ocel(), to: ocel, called: "file", from: sessions)
    }
    try show(ProcessMap(of: recorded, noise: noise), called: workflow?.name ?? "All that was recorded", terminal)
  }

  private func readLog(_ path: String) throws -> EventLog {
    let file = URL(filePath: path)
    guard let data = try? Data(contentsOf: file, options: .alwaysMapped) else {
      throw Failure(.fileUnreadable, "The log \(path) could not be read. Check its path.")
    }
    let name = file.lastPathComponent
    guard name.hasSuffix(".csv") || name.hasSuffix(".csv.gz") else { return try EventLog(xes: data, named: name) }
    let columns = LogColumns(
      case: caseColumn, activity: activityColumn, time: timeColumn == "none" ? nil : timeColumn)
    guard let plain = try? data.gunzipped(limit: 8 << 30) else {
      throw Failure(.fileUnreadable, "The log \(path) is damaged: it cannot be decompressed. Get it again.")
    }
    return try EventLog(csv: plain, named: name, columns: columns)
  }

  /// Writes the files that were asked for.
  private func write(_ log: EventLog, to file: (Data, String) throws -> Void) throws {
    if let xes { try file(log.xes, xes) }
    if let csv { try file(log.csv, csv) }
    if let svg {
      let graph = DirectlyFollowsGraph(of: ActivitySequences(of: log))
      try file(Data(ProcessChart(graph, showing: share).svg.utf8), svg)
    }
  }

  private func show(_ map: ProcessMap, called name: String, _ terminal: Terminal) throws {
    if json { return try terminal.print(json: map) }
    terminal.print(terminal.bold(name))
    MapText(map, showing: share).lines.forEach { terminal.print($0) }
  }
}
