import Exchange
import Foundation
import Hummingbird
import Journal
import Perform
import Surfaces
import Trace

extension ConsoleServer {
  /// Beginning a run, answering what it asks, and stopping it.
  func addRunning(to room: RouterGroup<ConsoleContext>) {
    for (path, isResumed) in [("perform", false), ("resume", true)] {
      room.post(RouterPath("workflows/:id/\(path)")) { request, context in
        let id = context.parameters.get("id") ?? ""
        return try await act(request, context) { words in
          try await begin(id, words, resuming: isResumed)
          return "/runs"
        }
      }
    }
    room.post("runs/:id/answer") { request, context in
      let id = context.parameters.get("id") ?? ""
      // Who says no needs to prove nothing.
      return try await act(request, context, confirmed: { $0["answer"] != "no" }) { words in
        try await answer(id, words, context)
        return "/runs"
      }
    }
    room.post("runs/:id/halt") { request, context in
      let id = context.parameters.get("id") ?? ""
      return try await act(request, context) { _ in
        guard await runs.stop(id) else { throw ActionProblem("This run is over already.") }
        return "/runs"
      }
    }
  }

  private func begin(_ id: Workflow.ID, _ words: [String: String], resuming: Bool) async throws {
    guard let stage else { throw ActionProblem("Nothing can be performed from here.") }
    guard let entry = await library.shelf()?.workflow(id) else {
      throw ActionProblem("This workflow is not there any more.")
    }
    let workflow = try CompiledWorkflow(entry.workflow, inputs: try inputs(words))
    // Never the page on which it is approved.
    let own = ["127.0.0.1", "localhost", "[::1]"].map { "http://\($0):\(listens())" }
    guard !workflow.plan.origins.contains(where: { own.contains($0) }) else {
      throw ActionProblem("Nothing is performed in the console itself.")
    }
    let performance = try Performance(
      workflow, from: entry.sessions, resuming: resuming, in: home, key: await library.personKey(), clock: clock)
    try await runs.begin(performance, on: stage, at: clock.now())
  }

  /// What a form gave: values for parameters, and rows of a file.
  private func inputs(_ words: [String: String]) throws -> Inputs {
    var inputs = Inputs()
    for (name, value) in words where name.hasPrefix("set ") && !value.isEmpty {
      inputs.parameters[String(name.dropFirst(4))] = value
    }
    guard let path = words["rows"], !path.isEmpty else { return inputs }
    guard path.hasPrefix("/"), let bytes = FileManager.default.contents(atPath: path) else {
      throw ActionProblem("The file could not be read. Write its path from the root on: /home/anna/rows.csv")
    }
    inputs.rows = try Table(csv: bytes, named: URL(filePath: path).lastPathComponent).records
    guard !inputs.rows.isEmpty else { throw ActionProblem("The file has a header but no rows. Add at least one.") }
    return inputs
  }

  /// Hands an answer on. What lets something be done needs the passphrase, or a code, with this very answer.
  private func answer(_ id: String, _ words: [String: String], _ context: ConsoleContext) async throws {
    guard let number = words["number"].flatMap({ Int($0) }), let asked = await runs.view(id)?.asked,
      asked.number == number
    else { throw ActionProblem("This question does not wait any more.") }
    let text = words["answer"] ?? ""
    // “No” keeps something from being done only where it was asked whether to do it.
    guard asked.kind.isApproval || isRevealed(context) else {
      throw ActionProblem("Show first that it is you. Nothing was done.")
    }
    if asked.kind.isApproval, text == "yes" {
      let isRight = await confirmation.isRight(words["secret"] ?? "", in: context.room)
      let isIn = await doorkeeper.note(confirmed: isRight, in: context.room)
      guard isRight, isIn else {
        throw ActionProblem(
          "That is not the \(await confirmation.asksPassphrase ? "passphrase" : "code"). Nothing was done.")
      }
    }
    guard await runs.answer(text, to: number, of: id) else {
      throw ActionProblem("This question does not wait any more.")
    }
  }
}
