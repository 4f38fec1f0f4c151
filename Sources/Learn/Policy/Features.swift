/// The features of a choice by their names, each prefixed with its verb.
struct Features {
  private let verb: String
  private(set) var names: [String] = []

  init(verb: String) {
    self.verb = verb
    names.append(verb)
  }

  /// What tells one page from another rather than what things have in common.
  mutating func addParticular(_ name: String, _ value: String) {
    names.append("\(ConditionalLogit.particular)\(verb): \(name) = \(value)")
  }

  /// What says that the request speaks of it.
  mutating func addExpected(_ name: String) { names.append("\(ConditionalLogit.expected)\(verb): \(name)") }

  mutating func add(_ name: String) { names.append("\(verb): \(name)") }
  mutating func add(_ name: String, _ value: String) { names.append("\(verb): \(name) = \(value)") }
}
