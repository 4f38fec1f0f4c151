/// What was done so far of a workflow: enough to go on where it stopped.
///
/// It holds what steps copied and what the person answered, but never a secret, and not the given rows: resuming
/// takes the same inputs again and checks that they are the same.
///
/// ```swift
/// var run = await performer.perform(workflow)
/// if case .halted(let halt) = run.status {
///   print(halt)                                      // the person mends what was wrong …
///   run = await performer.perform(workflow, resuming: run)
/// }
/// ```
public struct Run: Sendable, Codable, Hashable {
  public enum Status: Sendable, Codable, Hashable {
    case ready
    case finished
    case halted(Halt)
  }

  /// The workflow's id.
  public var workflow: String
  /// A digest of the program and the inputs the run was begun with.
  public var digest: String
  public var status: Status
  public var cursor: Cursor
  /// Whether the step at the cursor was carried out, but what must follow it was not seen.
  public var isUnconfirmed: Bool
  /// Every step carried out, in order.
  public var done: [Done]
  /// What the person answered, by the question's key.
  public var answers: [String: String]
  /// What each step copied last, by the step's id.
  public var clipboard: [String: String]
  /// What the elements of steps said when they were acted on, by the step's id: of those that something is made of.
  public var readings: [String: Reading]

  public init(workflow: String, digest: String) {
    self.workflow = workflow
    self.digest = digest
    status = .ready
    cursor = Cursor()
    isUnconfirmed = false
    done = []
    answers = [:]
    clipboard = [:]
    readings = [:]
  }
}

/// What an element said.
public struct Reading: Sendable, Codable, Hashable {
  public var text: String
  /// In which round of the loops around the step: in another one it says nothing.
  public var rounds: String

  public init(text: String, rounds: String) {
    self.text = text
    self.rounds = rounds
  }
}

/// A step that was carried out.
public struct Done: Sendable, Codable, Hashable {
  /// The step's id.
  public var step: String
  /// Which row of the given rows it was for, from 0.
  public var row: Int?
  /// How long it took, in seconds: from looking to the surface's rest.
  public var seconds: Double

  public init(step: String, row: Int? = nil, seconds: Double) {
    self.step = step
    self.row = row
    self.seconds = seconds
  }
}
