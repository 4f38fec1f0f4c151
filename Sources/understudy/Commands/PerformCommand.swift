import ArgumentParser
import BrowserSurface
import Exchange
import Findings
import Foundation
import Guard
import Journal
import Learn
import Perform
import Surfaces
import Trace
import UnixSignals

struct PerformCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "perform",
    abstract: "Perform a workflow in a browser, after you have seen and approved what will be done.",
    discussion: """
      The whole plan is shown once, with the exact values of every row, and nothing is done before you agree. Whatever
      differs from it later is asked again. Where something is not as it was, it stops and says why; `--resume` goes on
      from there.

        understudy perform "Enter an invoice" --with rows.csv
        understudy perform "Enter an invoice" --set customer="Anna Müller" --set amount=12.50
        understudy perform "Enter an invoice" --with rows.csv --rehearse

      Instead of a name, a sentence may say what is wanted. What was understood is said first; where it is not clear
      which workflow is meant, it is asked.

        understudy perform "Enter an invoice for Anna Müller over 12.50" --rehearse

      A script that cannot be asked approves one exact plan: `--rehearse` prints its name, `--approve NAME` runs that
      plan and no other.
      """)

  @Argument(help: "The workflow's name, a part of it, or its id; or a sentence that says what to do.")
  var workflow: String

  @Option(
    name: .customLong("with"), help: ArgumentHelp("A CSV file: the workflow is done for each row.", valueName: "file"))
  var rows: String?

  @Option(help: ArgumentHelp("A value for a parameter; may be given several times.", valueName: "name=value"))
  var set: [String] = []

  @Flag(help: "Show what would be done and do nothing.")
  var rehearse = false

  @Option(help: ArgumentHelp("Approve the plan with this name without being asked.", valueName: "name"))
  var approve: String?

  @Flag(help: "Go on where the last run of this workflow stopped.")
  var resume = false

  @Flag(help: "Without a window.")
  var headless = false

  @Option(help: ArgumentHelp("The Chromium or Chrome to use.", valueName: "path"))
  var chromium: String?

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let past = try await Past.read(options, terminal)
    let compiled = try compile(WantedWork(workflow, in: past, terminal))
    // How far to trust it, as far as the person's own past tells.
    if let record = try DerivedStore(home: options.folders).model(with: past.key)?.record(of: compiled.workflow.id) {
      terminal.say("“\(compiled.workflow.name)” was \(ModelText.sentence(on: record)).")
    }
    if rehearse {
      terminal.print(PlanText(compiled.plan).text)
      return terminal.print("This plan is called \(PlanText.name(of: compiled)).")
    }
    if let approve, approve != PlanText.name(of: compiled) {
      throw Failure(
        .notApproved, "The plan is not the one called \(approve), so nothing was done. Look at it: --rehearse")
    }
    try await perform(compiled, of: past, terminal)
  }

  private func compile(_ wanted: WantedWork) throws -> CompiledWorkflow {
    do {
      return try CompiledWorkflow(wanted.workflow, inputs: try inputs(said: wanted.values))
    } catch let halt as Halt {
      throw Failure(.valuesMissing, "\(halt)")
    }
  }

  /// - Parameter said: what a sentence gave; what is set outright stands before it.
  private func inputs(said: [String: String]) throws -> Inputs {
    var inputs = Inputs(parameters: said)
    for assignment in set {
      guard let equals = assignment.firstIndex(of: "="), equals > assignment.startIndex else {
        throw Failure(.usage, "“--set \(assignment)” gives no value. Write it as --set name=value.")
      }
      inputs.parameters[String(assignment[..<equals])] = String(assignment[assignment.index(after: equals)...])
    }
    guard let rows else { return inputs }
    let file = URL(filePath: rows)
    guard let bytes = try? Data(contentsOf: file) else {
      throw Failure(.fileUnreadable, "The file \(rows) could not be read. Check its path.")
    }
    inputs.rows = try Table(csv: bytes, named: file.lastPathComponent).records
    guard !inputs.rows.isEmpty else {
      throw Failure(.valuesMissing, "The file \(rows) has a header but no rows. Add at least one.")
    }
    return inputs
  }
}

// MARK: - Performing

extension PerformCommand {
  private func perform(_ compiled: CompiledWorkflow, of past: Past, _ terminal: Terminal) async throws {
    let home = options.folders
    try checkGrants(of: compiled.plan, home)
    let runs = RunFile(home: home, workflow: compiled.workflow.id, key: past.key)
    let earlier = resume ? try runs.read() : nil
    if resume, earlier == nil {
      throw Failure(.usage, "There is no run of “\(compiled.workflow.name)” to resume. Leave --resume out.")
    }
    var settings = BrowserSettings(profile: home.browserProfile.path, executable: chromium, isHeadless: headless)
    settings.address = "about:blank"
    let browser = try await Chromium.start(settings)
    let performer = Performer(
      surfaces: [browser],
      approver: TerminalApprover(terminal: terminal, isApproved: approve != nil) {
        // Before the first act: what is performed is in the ledger, whatever happens then.
        try Ledger(home: home).append(
          LedgerEntry(.performed, at: SystemClock().now(), subjects: [compiled.workflow.id], digest: compiled.digest))
      }
    ) { template, done in
      terminal.progress(
        "\(done.row.map { "row \($0 + 1), " } ?? "")\(template.summary), \(Int(done.seconds * 1000)) ms")
    }
    let running = Task { await performer.perform(compiled, resuming: earlier) }
    let interrupting = Task {
      for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) { running.cancel() }
    }
    let run = await running.value
    interrupting.cancel()
    await browser.end()
    terminal.endProgress()
    let sessions = past.sessions(of: compiled.workflow)
    try report(run, of: compiled, from: sessions, in: runs, terminal)
  }

  /// A workflow is performed only where a grant lets its places be acted on.
  private func checkGrants(of plan: Plan, _ home: Home) throws {
    let scopes = try GrantStore(home: home).scopes(for: .perform, at: SystemClock().now())
    if let origin = plan.origins.first(where: { origin in !scopes.contains { $0.mentions(origin) } }) {
      throw Failure(
        .noGrant, "No grant lets anything be performed at \(origin). Give one: understudy grant --browser \(origin)")
    }
  }

  private func report(
    _ run: Run, of compiled: CompiledWorkflow, from sessions: Set<String>, in runs: RunFile, _ terminal: Terminal
  ) throws {
    guard case .halted(let halt) = run.status else {
      try runs.remove()
      let rows = Set(run.done.compactMap(\.row)).count
      let seconds = run.done.reduce(0) { $0 + $1.seconds }
      return terminal.print(
        "Done: “\(compiled.workflow.name)”\(rows > 0 ? ", \(rows) \(rows == 1 ? "row" : "rows")" : ""), "
          + "\(run.done.count) steps in \(seconds.formatted(.number.precision(.fractionLength(1)))) s.")
    }
    try runs.write(run, from: sessions)
    let step = halt.step.flatMap { id in compiled.workflow.program.steps.first { $0.id == id } }
    let at = step.map { " at “\($0.summary)”" } ?? ""
    throw Failure(
      halt.code == .refused ? .notApproved : .halted,
      "Stopped\(at)\(halt.row.map { " in row \($0 + 1)" } ?? "") after \(run.done.count) steps. \(halt.reason) "
        + "Go on from there with --resume.")
  }
}
