import Trace

/// The words that speak of a workflow, and how plainly.
struct WorkflowWords: Sendable {
  private(set) var all: [(word: String, weight: Double)] = []

  private static let name = 2.0
  private static let parameter = 1.0
  private static let element = 0.6

  init(_ workflow: Workflow) {
    add(Wording.words(of: workflow.name).flatMap(Self.parts), Self.name)
    for parameter in workflow.parameters { add(Wording.words(of: parameter.name).flatMap(Self.parts), Self.parameter) }
    for step in workflow.program.steps {
      guard let element = step.target?.examples.first, step.target?.variable == nil else { continue }
      for text in [element.name, element.surroundings.label] {
        add(Wording.words(of: text).flatMap(Self.parts), Self.element)
      }
      // What a program always chooses tells what it is for.
      if case .constant(let text)? = step.value, step.action.verb == .select {
        add(Wording.words(of: text), Self.element)
      }
    }
  }

  private mutating func add(_ words: [String], _ weight: Double) {
    for word in words
    where word.count > 1 && !Sentence.isFunctionWord(word) && !all.contains(where: { $0.word == word }) {
      all.append((word, weight))
    }
  }

  private static func parts(_ word: String) -> [String] {
    word.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// How plainly a word speaks of it, 0 for not at all, and whether the workflow is called that.
  func weight(of word: String) -> (Double, isOfName: Bool) {
    var best = 0.0
    for (own, weight) in all where weight > best && own.isKin(to: word) { best = weight }
    return (best, best == Self.name)
  }
}
