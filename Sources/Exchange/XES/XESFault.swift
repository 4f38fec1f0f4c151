/// What is wrong in a document, and at which of its bytes.
struct XESFault: Error {
  var problem: XESError.Problem
  var offset: Int

  init(_ problem: XESError.Problem, at offset: Int) {
    self.problem = problem
    self.offset = offset
  }
}
