import Distill
import Findings
import Foundation
import Journal
import Surfaces
import Trace

extension Past {
  /// Reads everything that may be learned from; says on the terminal where some of it is damaged. A reading is an entry
  /// in the ledger.
  ///
  /// - Parameter renewingModel: whether the model that is kept is learned anew where it is not of all that is there.
  static func read(
    _ options: HomeOptions, _ terminal: Terminal, renewingModel: Bool = true
  ) async throws -> Past {
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
    let past = Past(of: events, reader: reader, key: key, teaching: teaching)
    terminal.endProgress()
    past.omissions.forEach { terminal.say($0) }
    if renewingModel { try past.renewModel(options, terminal) }
    return past
  }

  /// The workflow that a person means: by its id, its name, or the beginning or a part of the name, if only one has it.
  func workflow(named name: String) throws -> Workflow {
    guard let workflow = try workflowCalled(name) else { throw Failure.noWorkflow(called: name, among: workflows) }
    return workflow
  }

  /// The same; nil where none is called that.
  func workflowCalled(_ name: String) throws -> Workflow? {
    let wanted = name.lowercased()
    guard wanted.contains(where: { !$0.isWhitespace }) else { return nil }
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
          "“\(name)” could be \(found.map { "“\($0.name)” (\($0.id))" }.joined(separator: " or ")). Write more of the name, "
            + "or the id.")
      }
    }
    return nil
  }
}

extension Failure {
  static func noWorkflow(called name: String, among workflows: [Workflow]) -> Failure {
    let known = workflows.map { "“\($0.name)”" }.joined(separator: ", ")
    return Failure(
      .noSuchWorkflow,
      workflows.isEmpty
        ? "No workflow was found yet: a workflow needs at least two episodes. Record more work."
        : "No workflow is called “\(name.prefix(80))\(name.count > 80 ? "…" : "")”, and nothing that is known of them says that it is meant. There are: \(known)."
    )
  }
}
