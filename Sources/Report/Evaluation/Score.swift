import Learn
import Trace

/// What a workflow would have made of the episodes it was tested on, counted.
public struct Score: Sendable, Codable, Hashable {
  /// The workflow's name.
  public var name: String
  public var episodes = 0
  /// The episodes of which it would have done everything as the person did, the first step given; it may have asked.
  public var episodesRight = 0
  /// The steps of work: without those that only find the way, look around or take a copy.
  public var steps = 0
  /// Steps where the same kind of action would have come next.
  public var actionsRight = 0
  /// Steps where it would have been done to the same element too.
  public var elementsRight = 0
  /// Of the steps that are given a value without a question: how many there were, and how many the same value.
  public var arguments = 0
  public var argumentsRight = 0
  /// Steps that it would have asked about.
  public var asked = 0
  /// What it would have asked, and how often.
  public var questions: [String: Int] = [:]
  /// The episodes where something that it takes for necessary was not done by then: it would have gone on after the person had
  /// stopped, or they had left something out.
  public var overreach = 0
  /// The episodes in which it would have taken over at the risk, and those where that would have gone wrong.
  public var acted = 0
  public var actedWrong = 0

  init(name: String) { self.name = name }

  /// Of one episode.
  init(of trial: Trial, steps: [Step], verdict: Verdict) {
    name = ""
    episodes = 1
    episodesRight = trial.isRight(from: 1) ? 1 : 0
    overreach = trial.isFinished ? 0 : 1
    acted = verdict.takeover == nil ? 0 : 1
    actedWrong = verdict.fates.contains(.carriedOutWrong) ? 1 : 0
    // The first step tells which workflow it is.
    for (tried, step) in zip(trial.steps, steps).dropFirst() where tried.fit != .aside {
      self.steps += 1
      if tried.difference != .action { actionsRight += 1 }
      if tried.difference != .action, tried.difference != .element { elementsRight += 1 }
      if case .asked(let question) = tried.fit {
        asked += 1
        questions[question.subject, default: 0] += 1
      } else if step.action.argument != nil, tried.fit == .alone || tried.difference == .argument {
        arguments += 1
        if tried.fit == .alone { argumentsRight += 1 }
      }
    }
  }

  mutating func add(_ other: Score) {
    episodes += other.episodes
    episodesRight += other.episodesRight
    steps += other.steps
    actionsRight += other.actionsRight
    elementsRight += other.elementsRight
    arguments += other.arguments
    argumentsRight += other.argumentsRight
    asked += other.asked
    questions.merge(other.questions, uniquingKeysWith: +)
    overreach += other.overreach
    acted += other.acted
    actedWrong += other.actedWrong
  }

  /// The share of steps with the right action; nil without steps.
  public var action: Double? { steps == 0 ? nil : Double(actionsRight) / Double(steps) }
  /// The share of steps with the right action on the right element; nil without steps.
  public var element: Double? { steps == 0 ? nil : Double(elementsRight) / Double(steps) }
  /// The share of values given without a question that were right; nil where none was.
  public var argument: Double? { arguments == 0 ? nil : Double(argumentsRight) / Double(arguments) }
  /// The share of steps it would have asked about; nil without steps.
  public var asking: Double? { steps == 0 ? nil : Double(asked) / Double(steps) }
}
