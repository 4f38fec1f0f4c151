public import Trace

/// A step that a workflow would do next in a rehearsal, with the value it would use.
public struct PlannedStep: Sendable, Codable, Hashable {
  public var template: StepTemplate
  /// What the action would be given; nil for actions that take nothing.
  public var argument: PlannedValue?
  /// What names its element, where a value does.
  public var name: PlannedValue?
  /// What must be asked before it is known whether it is done at all; nil for what always is.
  public var presence: OpenQuestion?

  public init(
    template: StepTemplate, argument: PlannedValue? = nil, name: PlannedValue? = nil, presence: OpenQuestion? = nil
  ) {
    self.template = template
    self.argument = argument
    self.name = name
    self.presence = presence
  }

  /// Why it could not be done without asking; nil where it could.
  public var openQuestion: OpenQuestion? {
    if let presence { return presence }
    for case .open(let question)? in [name, argument] { return question }
    return nil
  }
}

/// A value in a rehearsal.
public enum PlannedValue: Sendable, Codable, Hashable {
  case known(String)
  /// Whatever an earlier planned step copies.
  case copied
  /// It would have to be asked.
  case open(OpenQuestion)
}

/// Why a workflow cannot go on without the person.
public enum OpenQuestion: Sendable, Codable, Hashable {
  /// The person decides it, and nothing that was seen decides for them.
  case judgement(String)
  /// The value comes from nowhere that could be seen: it was known, heard or read elsewhere.
  case unseen(String)

  /// What is asked: a parameter's name or a question.
  public var subject: String {
    switch self {
    case .judgement(let subject), .unseen(let subject): subject
    }
  }
}
