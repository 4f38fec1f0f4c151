/// Why a command could not do what was asked: a full sentence and the exit code.
struct Failure: Error, CustomStringConvertible {
  var status: ExitStatus
  /// What was wrong, where, and what to do. Never holds recorded content.
  var reason: String

  init(_ status: ExitStatus, _ reason: String) {
    self.status = status
    self.reason = reason
  }

  var description: String { reason }
}
