import Trace

extension Program {
  /// The program for other files than those it was shown with: where an application had one file open throughout,
  /// that may be another one the next time. Where it had several, they are told apart by their names.
  func forOtherFiles() -> Program {
    var paths: [String: Set<[String?]>] = [:]
    for place in steps.map(\.place) where place.isFile { paths[place.application, default: []].insert(place.path) }
    return Program(
      instructions.map { instruction in
        instruction.mappingSteps { step in
          guard step.place.isFile, paths[step.place.application]?.count == 1 else { return step }
          var step = step
          step.place.path = [nil]
          return step
        }
      })
  }
}

extension PlaceTemplate {
  /// Whether it is a file that an application has open.
  fileprivate var isFile: Bool { origin.isEmpty && path.first??.hasPrefix("/") == true }
}

extension Instruction {
  /// The same with other steps.
  fileprivate func mappingSteps(_ change: (StepTemplate) -> StepTemplate) -> Instruction {
    func changed(_ body: [Instruction]) -> [Instruction] { body.map { $0.mappingSteps(change) } }
    return switch self {
    case .perform(let template): .perform(change(template))
    case .optional(let body, let condition, let share): .optional(changed(body), when: condition, share: share)
    case .loop(let loop, let body): .loop(loop, body: changed(body))
    case .choice(let branches, let question):
      .choice(
        branches.map { Branch(condition: $0.condition, body: changed($0.body), share: $0.share) }, question: question)
    }
  }
}
