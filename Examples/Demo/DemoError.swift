/// Why the demonstration could not go on.
enum DemoError: Error, CustomStringConvertible {
  case officeDidNotStart
  case workerFailed
  case commandFailed(String)
  case noInvoiceWorkflow
  case rowsMissing

  var description: String {
    switch self {
    case .officeDidNotStart:
      "The sample back office did not start; what it said stands above. Run scripts/setup and try again."
    case .workerFailed: "The scripted worker stopped; what it said stands above."
    case .commandFailed(let command): "“\(command)” failed; what it said stands above."
    case .noInvoiceWorkflow: "No workflow that takes rows of a file was found in the week."
    case .rowsMissing:
      "The rows that were performed are not all in the office's database; what is missing stands above."
    }
  }
}
