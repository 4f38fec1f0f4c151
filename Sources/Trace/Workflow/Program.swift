/// A workflow as something that can be carried out: sequence, loop, choice, question to the person.
public struct Program: Sendable, Codable, Hashable {
  public var instructions: [Instruction]

  public init(_ instructions: [Instruction] = []) {
    self.instructions = instructions
  }

  /// Every step of the program in the order in which it is written, whatever loop or choice it stands in.
  public var steps: [StepTemplate] {
    instructions.flatMap(\.steps)
  }
}

/// A part of a program.
public indirect enum Instruction: Sendable, Codable, Hashable {
  case perform(StepTemplate)
  /// Steps that only some episodes had; done where the condition holds, asked where there is none.
  case optional([Instruction], when: Condition?, share: Double)
  /// The body once for each row or item.
  case loop(Loop, body: [Instruction])
  /// One of several ways; the first whose condition holds, a question where none does.
  case choice([Branch], question: String)

  /// Every step in it, in the order in which it is written.
  public var steps: [StepTemplate] {
    switch self {
    case .perform(let template): [template]
    case .optional(let body, _, _): body.flatMap(\.steps)
    case .loop(_, let body): body.flatMap(\.steps)
    case .choice(let branches, _): branches.flatMap { $0.body.flatMap(\.steps) }
    }
  }
}

/// One way of a choice.
public struct Branch: Sendable, Codable, Hashable {
  public var condition: Condition?
  public var body: [Instruction]
  /// The share of episodes that went this way, 0…1.
  public var share: Double

  public init(condition: Condition?, body: [Instruction], share: Double) {
    self.condition = condition
    self.body = body
    self.share = share
  }
}
