import ArgumentParser
import Distill
import Findings
import Foundation
import Journal
import Trace

struct LearnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Learn a model of all recorded work, or a workflow from one demonstration.",
    discussion: """
      Without a name, all that was recorded and may be learned from is made into one model: workflows, what comes next, and
      how often each was right on work it was not learned from. It is kept sealed; it is learned anew when there is more,
      and goes when something that it came from is erased. The same journal gives the same bytes.

        understudy learn
        understudy learn --explain
        understudy learn --output model.json

      With a name, everything in one demonstration is one piece of work. Do the work once while it is recorded, and nothing else. What is the same for each item of a list, each row of a
      file or each page needs to be shown for two of them only: that is learned as a loop over all. What differs from
      time to time becomes something that the workflow needs.

        understudy record
        understudy learn "Close old tickets"
        understudy perform "Close old tickets" --rehearse

      The last recording is the demonstration, or what --session, --from and --until name. The program is made anew
      whenever it is used: erase the events and it is gone.

        understudy learn "Close old tickets" --from "2026-11-24 13:00" --until "2026-11-24 13:05"
        understudy learn --forget "Close old tickets"
      """)

  @Argument(help: "What to call what was demonstrated; without it, a model of all work is learned.")
  var name: String?

  @Flag(help: "Show which features weigh how much.")
  var explain = false

  @Option(help: ArgumentHelp("Write the model to a file, in clear, for you alone.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("This session; the last one by default.", valueName: "name"))
  var session: [String] = []

  @Option(help: ArgumentHelp("Only from this moment on.", valueName: "yyyy-mm-dd hh:mm"))
  var from: LocalMoment?

  @Option(help: ArgumentHelp("Only up to this moment.", valueName: "yyyy-mm-dd hh:mm"))
  var until: LocalMoment?

  @Flag(help: "Forget the demonstration of this name, or the model; what was recorded stays.")
  var forget = false

  @Flag(help: "The workflow, or the model, as JSON.")
  var json = false

  @OptionGroup var options: HomeOptions

  func validate() throws {
    guard !forget || (output == nil && !explain && !json) else {
      throw ValidationError("--forget shows and writes nothing: leave --explain, --output and --json out.")
    }
    guard name == nil || (output == nil && !explain) else {
      throw ValidationError("--explain and --output are of the model of all work: leave the name out.")
    }
    guard name != nil || (session.isEmpty && from == nil && until == nil) else {
      throw ValidationError("A demonstration needs a name, for example: understudy learn \"Close old tickets\"")
    }
  }

  func run() async throws {
    let terminal = Terminal.current
    guard let name else { return try await learnModel(terminal) }
    if forget { return try forgetDemonstration(name, terminal) }
    let past = try await Past.read(options, terminal)
    try learn(name, from: past, terminal)
  }

  private func learn(_ name: String, from past: Past, _ terminal: Terminal) throws {
    let demonstration = Teaching.Demonstration(
      name: name, sessions: sessions(of: past), from: from?.moment, until: until?.moment)
    let events = past.events.filter { demonstration.selection.contains($0) }
    guard let shown = Distiller(settings: past.settings).demonstration(events, named: name) else {
      throw Failure(
        .nothingRecorded, "Nothing that was done is in that part of what was recorded, so nothing was learned from it.")
    }
    var teaching = past.teaching
    // Shown once more, it is learned anew.
    teaching.demonstrations.removeAll { $0.name.asWorkflowIdentifier == name.asWorkflowIdentifier }
    if past.learned.workflows.contains(where: { $0.id == name.asWorkflowIdentifier }) {
      throw Failure(.usage, "A workflow called “\(name)” was found in your work already. Choose another name.")
    }
    teaching.demonstrations.append(demonstration)
    try teaching.write(in: options.folders)
    if json { return try terminal.print(json: shown.workflow) }
    show(shown.workflow, terminal)
  }

  /// The sessions that were named; where nothing was, the last one.
  private func sessions(of past: Past) -> Set<String>? {
    if !session.isEmpty { return Set(session) }
    guard from == nil, until == nil else { return nil }
    return (past.events.max { $0.time < $1.time }?.id.session).map { [$0] }
  }

  private func show(_ workflow: Workflow, _ terminal: Terminal) {
    terminal.print(terminal.bold(workflow.name))
    ProgramText(workflow.program).lines.forEach { terminal.print("  \($0)") }
    let parameters = workflow.parameters
    if !parameters.isEmpty {
      terminal.print("\n\(terminal.bold("Parameters"))")
      parameters.forEach { terminal.print("  \(WorkflowSummary.line(for: $0))") }
    }
    let rows = workflow.program.instructions.contains { if case .loop(.rows, _) = $0 { true } else { false } }
    terminal.print(
      "\nSee what it would do: understudy perform \"\(workflow.name)\"\(rows ? " --with FILE" : "") --rehearse")
  }

  private func forgetDemonstration(_ name: String, _ terminal: Terminal) throws {
    var teaching = try Teaching.read(in: options.folders)
    let count = teaching.demonstrations.count
    teaching.demonstrations.removeAll { $0.name.asWorkflowIdentifier == name.asWorkflowIdentifier }
    guard teaching.demonstrations.count < count else {
      let known = teaching.demonstrations.map { "“\($0.name)”" }.joined(separator: ", ")
      throw Failure(
        .noSuchWorkflow,
        "Nothing called “\(name)” was demonstrated. " + (known.isEmpty ? "Nothing was so far." : "There are: \(known).")
      )
    }
    try teaching.write(in: options.folders)
    terminal.print("“\(name)” is forgotten; what was recorded is still there.")
  }
}
