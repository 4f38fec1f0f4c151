import Distill
import Foundation
import Journal
import Surfaces
import Trace

/// What was recorded, read with the person's key, and what was found in it.
struct Past {
  var key: PersonKey
  var reader: JournalReader
  var events: [Event]
  var learned: Learned
  /// What the person taught, as far as it refers to what is still there.
  var teaching: Teaching
  /// What the distilling took into account: the person's corrections.
  var settings: Distill.Settings
  /// The workflows that were demonstrated, each with the episode that showed it.
  private var demonstrated: [(workflow: Workflow, episode: Episode)] = []

  /// Reads everything that may be learned from; says on the terminal where some of it is damaged. A reading is an entry
  /// in the ledger.
  static func read(_ options: HomeOptions, _ terminal: Terminal) async throws -> Past {
    terminal.progress("Opening the journal …")
    let key = try options.unlock(recorded: terminal)
    try await options.applyRetention(with: key, terminal)
    let reader = try JournalReader(home: options.folders, key: key)
    let reading = try await reader.events()
    try Ledger(home: options.folders).append(
      LedgerEntry(.read, at: SystemClock().now(), subjects: Set(reading.events.map(\.id.session)).sorted()))
    if reading.damaged > 0 {
      terminal.endProgress()
      terminal.say(
        "\(reading.damaged) events could not be read: they are damaged or their key is gone. The rest is used.")
    }
    guard !reading.events.isEmpty else {
      throw Failure(.nothingRecorded, "The journal is empty. Start: understudy record")
    }
    let events = try options.events(reading.events, for: .learn, terminal)
    terminal.progress("Looking for workflows in \(events.count) events …")
    let taught = try Teaching.read(in: options.folders)
    let teaching = taught.pruned(to: reading.events)
    // What was taught with work that is erased goes too.
    if teaching != taught { try teaching.write(in: options.folders) }
    let settings = Distill.Settings(corrections: teaching.corrections)
    let distiller = Distiller(settings: settings)
    let learned = distiller.learn(from: events)
    let demonstrated = teaching.demonstrations.compactMap { demonstration in
      distiller.demonstration(
        events.filter { demonstration.selection.contains($0) }, named: demonstration.name)
    }
    terminal.endProgress()
    return Past(
      key: key, reader: reader, events: events, learned: learned, teaching: teaching, settings: settings,
      demonstrated: demonstrated)
  }

  /// The workflows that were demonstrated, and those that were found, the most frequent first.
  var workflows: [Workflow] { demonstrated.map(\.workflow) + learned.workflows }

  /// Whether a workflow was demonstrated, not found.
  func isDemonstrated(_ workflow: Workflow) -> Bool { demonstrated.contains { $0.workflow.id == workflow.id } }

  /// The sessions that all of it came from.
  var sessions: Set<String> { Set(events.map(\.id.session)) }

  /// The episodes of a workflow.
  func episodes(of workflow: Workflow) -> [Episode] {
    if let shown = demonstrated.first(where: { $0.workflow.id == workflow.id }) { return [shown.episode] }
    let own = Set(workflow.episodes)
    return learned.distillation.episodes.filter { own.contains($0.id) }
  }

  /// The sessions that a workflow came from.
  func sessions(of workflow: Workflow) -> Set<String> {
    Set(episodes(of: workflow).flatMap { $0.steps.flatMap { $0.events.map(\.session) } })
  }

  /// The workflow that a person means: by its id, its name, or the beginning or a part of the name, if only one has it.
  func workflow(named name: String) throws -> Workflow {
    let workflows = workflows
    let wanted = name.lowercased()
    let ways: [(Workflow) -> Bool] = [
      { $0.id == name },
      { $0.name.lowercased() == wanted },
      { $0.name.lowercased().hasPrefix(wanted) },
      { $0.name.lowercased().contains(wanted) },
    ]
    for way in ways {
      let found = workflows.filter(way)
      if found.count == 1 { return found[0] }
      if found.count > 1 {
        throw Failure(
          .noSuchWorkflow,
          "“\(name)” could be \(found.map { "“\($0.name)”" }.joined(separator: " or ")). Write more of the name.")
      }
    }
    let known = workflows.map { "“\($0.name)”" }.joined(separator: ", ")
    throw Failure(
      .noSuchWorkflow,
      workflows.isEmpty
        ? "No workflow was found yet: a workflow needs at least two episodes. Record more work."
        : "No workflow is called “\(name)”. There are: \(known).")
  }
}
