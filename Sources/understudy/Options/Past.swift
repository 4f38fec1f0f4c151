import Distill
import Foundation
import Journal
import Surfaces
import Trace

/// What was recorded, read with the person's key, and what was found in it.
struct Past {
  var reader: JournalReader
  var events: [Event]
  var learned: Learned

  /// Reads everything; says on the terminal where some of it is damaged. A reading is an entry in the ledger.
  static func read(_ options: HomeOptions, _ terminal: Terminal) async throws -> Past {
    terminal.progress("Opening the journal …")
    let reader = try options.openJournal(terminal)
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
    terminal.progress("Looking for workflows in \(reading.events.count) events …")
    let learned = Distiller().learn(from: reading.events)
    terminal.endProgress()
    return Past(reader: reader, events: reading.events, learned: learned)
  }

  /// The workflow that a person means: by its id, its name, or the beginning or a part of the name, if only one has it.
  func workflow(named name: String) throws -> Workflow {
    let workflows = learned.workflows
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
