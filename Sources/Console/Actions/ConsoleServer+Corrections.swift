import Distill
import Findings
import Hummingbird
import Trace

extension ConsoleServer {
  /// Rename, merge, split, ignore, and taking the last of these back.
  func addCorrections(to room: RouterGroup<ConsoleContext>) {
    let found = room.group("workflows/:id")
    found.post("rename") { request, context in
      try await correct(request, context) { workflow, shelf, words in
        let name = words["name"] ?? ""
        try require(free: name, shelf)
        return (.rename(workflow.episodes, name: name), "/workflows/\(Distiller.identifier(of: name))")
      }
    }
    found.post("merge") { request, context in
      try await correct(request, context) { workflow, shelf, words in
        guard let other = shelf.workflow(words["other"] ?? ""), !other.isDemonstrated, other.workflow.id != workflow.id
        else { throw ActionProblem("Choose another workflow that was found.") }
        return (.merge(workflow.episodes, with: other.workflow.episodes), "/workflows/\(workflow.id)")
      }
    }
    found.post("split") { request, context in
      try await correct(request, context) { workflow, shelf, words in
        let name = words["into"] ?? ""
        try require(free: name, shelf)
        let numbers = Set((words["variants"] ?? "").split(separator: ",").compactMap { Int($0) })
        guard let split = Correction.split(workflow, variants: numbers, into: name) else {
          throw ActionProblem("Choose at least one of the variants, and leave at least one.")
        }
        return (split, "/workflows/\(Distiller.identifier(of: name))")
      }
    }
    found.post("ignore") { request, context in
      try await correct(request, context) { workflow, _, _ in (.ignore(workflow.episodes), "/workflows") }
    }
    room.post("restore") { request, context in
      try await act(request, context) { _ in
        var teaching = try Teaching.read(in: home)
        guard teaching.corrections.popLast() != nil else { throw ActionProblem("Nothing was corrected.") }
        try teaching.write(in: home)
        await library.renew()
        return "/workflows"
      }
    }
  }

  private func correct(
    _ request: Request, _ context: ConsoleContext,
    _ correction: (Workflow, Shelf, [String: String]) throws -> (Correction, page: String)
  ) async throws -> Response {
    let id = context.parameters.get("id") ?? ""
    return try await act(request, context) { words in
      guard let shelf = await library.shelf(), let entry = shelf.workflow(id), !entry.isDemonstrated else {
        throw ActionProblem("This workflow is not there any more, or was demonstrated rather than found.")
      }
      let (taught, page) = try correction(entry.workflow, shelf, words)
      try Teaching.keep(taught, in: home)
      await library.renew()
      return page
    }
  }

  private func require(free name: String, _ shelf: Shelf) throws {
    guard Correction.isFree(name, among: shelf.workflows.map(\.workflow)) else {
      throw ActionProblem("Choose a name that says something and that no other workflow has.")
    }
  }
}
