import Perform
import Synchronization

/// A person at a terminal: what they are shown, and what they say.
final class Person: Approver {
  struct Seen: Sendable {
    var plans: [Plan] = []
    var deviations: [[String]] = []
    var questions: [String] = []
    var secrets = 0
  }

  private let seen = Mutex(Seen())
  private let approves: Bool
  private let tolerates: Bool
  private let answers: [String: String]
  private let secret: String?

  init(approves: Bool = true, tolerates: Bool = false, answers: [String: String] = [:], secret: String? = nil) {
    self.approves = approves
    self.tolerates = tolerates
    self.answers = answers
    self.secret = secret
  }

  var memory: Seen { seen.withLock(\.self) }

  func approve(_ plan: Plan) async -> Bool {
    seen.withLock { $0.plans.append(plan) }
    return approves
  }

  func approve(_ deviation: Deviation) async -> Bool {
    seen.withLock { $0.deviations.append(deviation.differences) }
    return tolerates
  }

  func answer(_ question: Question) async -> String? {
    seen.withLock { $0.questions.append(question.text) }
    return answers[question.text]
  }

  func secret(for step: PlannedStep) async -> String? {
    seen.withLock { $0.secrets += 1 }
    return secret
  }
}
