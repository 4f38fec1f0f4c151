/// Why something that was asked for was not done: a full sentence for the page.
struct ActionProblem: Error {
  var reason: String

  init(_ reason: String) { self.reason = reason }
}
