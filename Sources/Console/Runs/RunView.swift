import Perform
public import Trace

/// A run as it is shown: how far it is, and what it asks.
public struct RunView: Sendable, Codable, Hashable, Identifiable {
  /// What waits for the person, with the exact values: shown, and kept nowhere.
  public struct Asked: Sendable, Codable, Hashable {
    public enum Kind: String, Sendable, Codable, Hashable {
      /// The whole plan, before anything is done.
      case plan
      /// What differs from the plan, right before the act.
      case deviation
      case question, secret

      /// Whether it lets something be done: then it must be the person who says so.
      var isApproval: Bool { self == .plan || self == .deviation }
    }

    public var kind: Kind
    /// Which question of the run it is, from 1.
    public var number = 0
    /// A full sentence, without values.
    public var title: String
    public var lines: [String] = []
    public var columns: [String] = []
    public var rows: [[String]] = []
    public var choices: [String] = []
  }

  public var id: String
  public var workflow: Workflow.ID
  public var name: String
  public var begun: Moment
  /// How many steps the plan has; a loop whose rounds are not known stands there once.
  public var planned: Int
  public var done = 0
  /// The step that was carried out last, without values.
  public var last = ""
  public var questions = 0
  public var asked: Asked?
  /// How it ended, in a full sentence; nil while it goes on.
  public var ended: String?

  /// How far it is.
  var progress: String {
    if let ended { return ended }
    let steps = "\(done) of about \(planned) steps done"
    return last.isEmpty ? steps + "." : "\(steps), the last one: \(last)."
  }
}

extension RunView.Asked {
  init(_ plan: Plan) {
    self.init(kind: .plan, title: "May this be done at \((plan.origins + plan.applications).joined(separator: ", "))?")
    let first = plan.steps.compactMap(\.row).first
    lines =
      Plan(
        workflow: plan.workflow, name: plan.name, origins: plan.origins,
        steps: plan.steps.filter { $0.row == nil || $0.row == first }
      ).lines
    if first != nil { (columns, rows) = plan.table }
  }

  init(_ deviation: Deviation) {
    self.init(kind: .deviation, title: "It is not as planned at “\(deviation.step.summary)”. Go on all the same?")
    lines = deviation.differences
  }

  init(_ question: Question) {
    self.init(kind: .question, title: question.row.map { "Row \($0 + 1): \(question.text)" } ?? question.text)
    choices = question.choices
    if choices.isEmpty, !question.examples.isEmpty {
      lines = ["Before, for example: \(question.examples.joined(separator: ", "))"]
    }
  }

  init(secretFor step: PlannedStep) {
    self.init(kind: .secret, title: "\(step.summary): the secret is used once and not kept.")
  }
}
