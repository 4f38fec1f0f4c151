import ArgumentParser
import Console
import Exchange
import Findings
import Foundation
import Journal
import Learn
import Perform
import Surfaces
import Trace
import UnixSignals

struct PerformCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "perform",
    abstract: "Perform a workflow, after you have seen and approved what will be done.",
    discussion: """
      The whole plan is shown once, with the exact values of every row, and nothing is done before you agree. Whatever
      differs from it later is asked again. Where something is not as it was, it stops and says why; `--resume` goes on
      from there.

      Pages are opened in a browser of its own. What was shown in applications is done in those that are open, where a
      grant lets it (`understudy grant --app libreoffice-calc`); a workflow that goes over the rows of a sheet takes the
      rows of the sheet that is open, and reads them before the plan is shown.

        understudy perform "Enter an invoice" --with rows.csv
        understudy perform "Enter an invoice" --set customer="Anna Müller" --set amount=12.50
        understudy perform "Enter an invoice" --with rows.csv --rehearse

      Instead of a name, a sentence may say what is wanted. What was understood is said first; where it is not clear
      which workflow is meant, it is asked.

        understudy perform "Enter an invoice for Anna Müller over 12.50" --rehearse

      While it goes on it can be watched, answered and halted on the page “Runs” of the console too.

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

  @Flag(help: "Ask on the page “Runs” of the console only, not here.")
  var inConsole = false

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
    var inputs = try inputs()
    let given = Set(inputs.parameters.keys).union(inputs.rows.first?.keys.map(\.self) ?? [])
    let wanted = try WantedWork(workflow, in: past, given: given, terminal)
    // What is set outright stands before what a sentence says.
    inputs.parameters.merge(wanted.values) { set, _ in set }
    let stage = PerformingStage(home: options.folders, executable: chromium, isHeadless: headless)
    let compiled = try await reading(try compile(wanted.workflow, inputs), on: stage)
    sayHowFarToTrust(compiled.workflow, of: past, terminal)
    if rehearse {
      terminal.print(PlanText(compiled.plan).text)
      return terminal.print("This plan is called \(PlanText.name(of: compiled)).")
    }
    if let approve, approve != PlanText.name(of: compiled) {
      throw Failure(
        .notApproved, "The plan is not the one called \(approve), so nothing was done. Look at it: --rehearse")
    }
    try await perform(compiled, of: past, on: stage, terminal)
  }

  /// How far to trust a workflow, as far as the person's own past tells: by the model, where one is kept.
  private func sayHowFarToTrust(_ workflow: Workflow, of past: Past, _ terminal: Terminal) {
    do {
      guard let record = try DerivedStore(home: options.folders).model(with: past.key)?.record(of: workflow.id) else {
        return
      }
      terminal.say("“\(workflow.name)” was \(ModelText.sentence(on: record)).")
    } catch {
      terminal.say("How far to trust it is not known: the model cannot be read. Learn it anew: understudy learn")
    }
  }

  private func compile(_ workflow: Workflow, _ inputs: Inputs) throws -> CompiledWorkflow {
    do {
      return try CompiledWorkflow(workflow, inputs: inputs)
    } catch {
      throw Failure(.valuesMissing, "\(error)")
    }
  }

  /// What it goes over in a sheet is read before its plan is shown.
  private func reading(_ compiled: CompiledWorkflow, on stage: PerformingStage) async throws -> CompiledWorkflow {
    do {
      return try await stage.reading(compiled)
    } catch let halt as Halt {
      throw Failure(.valuesMissing, "\(halt)")
    }
  }

  private func inputs() throws -> Inputs {
    var inputs = Inputs()
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
  private func perform(
    _ compiled: CompiledWorkflow, of past: Past, on stage: PerformingStage, _ terminal: Terminal
  ) async throws {
    let home = options.folders
    let performance = try Performance(
      compiled, from: past.sessions(of: compiled.workflow), resuming: resume, in: home, key: past.key,
      clock: SystemClock())
    // It can be watched, answered and stopped in the console as well.
    let desk = RunDesk(of: compiled, at: SystemClock().now())
    let socket = RunSocket(of: desk, in: home)
    defer { socket?.close() }
    let approver = approver(at: desk, terminal)
    let running = Task {
      try await stage.perform(performance, asking: approver) { step, done in
        Task { await desk.note(step, done) }
        terminal.progress("\(done.row.map { "row \($0 + 1), " } ?? "")\(step.summary), \(Int(done.seconds * 1000)) ms")
      }
    }
    await desk.halting { running.cancel() }
    let interrupting = Task {
      for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) { running.cancel() }
    }
    let result = await running.result
    interrupting.cancel()
    terminal.endProgress()
    let run = try result.get()
    let sentence = performance.sentence(of: run)
    guard case .halted(let halt) = run.status else { return terminal.print(sentence) }
    throw Failure(
      halt.code == .refused ? .notApproved : .halted, sentence + " Go on from there with --resume.")
  }

  /// Who is asked: the person, here or in the console. Where nobody can be asked here, only what was approved by its
  /// name is done, unless the console is to be waited for.
  private func approver(at desk: RunDesk, _ terminal: Terminal) -> any Approver {
    let asked: any Approver =
      if inConsole {
        desk
      } else if terminal.canAsk {
        EitherApprover(first: TerminalApprover(terminal: terminal), second: desk) {
          terminal.say("\nAnswered in the console.")
        }
      } else {
        TerminalApprover(terminal: terminal)
      }
    return approve == nil ? asked : NamedPlanApprover(approver: asked)
  }
}
