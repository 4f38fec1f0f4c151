import Foundation
import Journal
import SystemPackage
import Trace
import Watch

/// The main job on a real web application: a scripted week is recorded, looked into, audited, and one of its workflows
/// performed on rows that nobody has seen. Run by `make demo`.
@main
struct Demo {
  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      Screen.print(
        "usage: understudy-demo EXAMPLES FOLDER  (EXAMPLES: the folder Examples/BackOffice; FOLDER: made anew)")
      exit(64)
    }
    do {
      try await Demo(example: FilePath(arguments[1]), folder: FilePath(arguments[2])).run()
    } catch {
      Screen.print("\nThe demonstration stopped: \(error)")
      exit(1)
    }
  }

  private let office: Office
  private let home: Home
  private let tool: Tool
  private let page: String

  private init(example: FilePath, folder: FilePath) throws {
    let files = FileManager.default
    let root = URL(filePath: folder.string).standardizedFileURL
    try? files.removeItem(at: root)
    try files.createDirectory(at: root, withIntermediateDirectories: true)
    office = Office(
      example: FilePath(URL(filePath: example.string).standardizedFileURL.path),
      data: FilePath(root.appending(path: "office").path))
    let directory = root.appending(path: "home").path
    home = Home(directory: directory)
    let binaries = URL(filePath: CommandLine.arguments[0]).standardizedFileURL.deletingLastPathComponent()
    tool = Tool(executable: FilePath(binaries.appending(path: "understudy").path), home: directory)
    page = root.appending(path: "audit.html").path
  }

  private func run() async throws {
    let start = ContinuousClock.now
    @Sendable func say(_ line: String) {
      let seconds = Int((ContinuousClock.now - start) / .seconds(1))
      Screen.print("  [\(seconds) s] \(line)")
    }
    Screen.print(
      """
      A scripted worker does a working week in a real back office (Django's admin) in real Chromium, with trusted
      input, and Understudy records it as it would record a person. The week is scripted: its five days are told
      apart by a clock that the script sets.

      """)
    try await office.serve { address in
      say("the back office answers at \(address)")
      let status = try await Week(office: office, home: home, address: address).record(say)
      say("recorded \(status.recorded) events, kept out \(status.keptOut)")

      try await tool.show("workflows")
      try await tool.show("audit", "--html", page)
      try await perform(say)
      guard try await office.check() else { throw DemoError.rowsMissing }
      Screen.print(
        """

        In short: five days of work were recorded with consent and stay sealed in \(home.data.path).
        The workflows above were found in them, the audit says what a machine would have learned and what not
        (with charts and the steps behind every figure: \(page)),
        and one workflow was performed on rows it had never seen, and checked in the office's database.
        """)
      say("done")
    }
  }

  /// Performs the workflow that goes over the rows of a file, on rows that were not there in the week.
  private func perform(_ say: (String) -> Void) async throws {
    let found = try await tool.read("workflows", "--json")
    let workflows = try JSONDecoder().decode([Workflow].self, from: Data(found.utf8))
    guard let workflow = workflows.first(where: { $0.parameters.contains { $0.column != nil } }) else {
      throw DemoError.noInvoiceWorkflow
    }
    let rows = office.unseenRows.string
    let plan = try await tool.read("perform", workflow.id, "--with", rows, "--rehearse")
    Screen.print("\n$ understudy perform \"\(workflow.name)\" --with \(rows) --rehearse\n\(plan)")
    guard let name = plan.split(whereSeparator: \.isWhitespace).last?.dropLast() else {
      throw DemoError.commandFailed("perform --rehearse")
    }
    say("the plan above is approved by its name, as a person would on the terminal")
    try await tool.show("perform", workflow.name, "--with", rows, "--approve", String(name), "--headless")
  }
}
