import ArgumentParser
import Distill
import Findings
import Trace

extension Past {
  /// Keeps a correction: from now on it holds for everything that is found.
  func keep(_ correction: Correction, _ options: HomeOptions) throws {
    try Teaching.keep(correction, in: options.folders)
  }

  /// The workflow that was found and is meant; one that was demonstrated is none.
  func foundWorkflow(named name: String) throws -> Workflow {
    let workflow = try workflow(named: name)
    guard !isDemonstrated(workflow) else {
      throw Failure(
        .usage, "“\(workflow.name)” was demonstrated, not found. Learn it anew: understudy learn, or --forget it there."
      )
    }
    return workflow
  }

  /// Refuses a name that another workflow has.
  func requireFree(_ name: String) throws {
    guard !name.allSatisfy(\.isWhitespace) else {
      throw Failure(.usage, "A workflow's name cannot be empty. Give it one that says what is done.")
    }
    guard Correction.isFree(name, among: workflows) else {
      throw Failure(.usage, "There is a workflow called “\(name)” already. Choose another name, or merge the two.")
    }
  }
}

extension String {
  /// The id that a workflow of this name has.
  var asWorkflowIdentifier: String { Distiller.identifier(of: self) }
}
