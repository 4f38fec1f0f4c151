import Distill
import Learn
import Trace

/// What became of one examined episode at a threshold: the fate of each of its steps.
struct Verdict {
  /// In the order of the steps.
  var fates: [Fate]
  /// The workflow it was recognised as.
  var workflow: Workflow.ID?
  /// Where the machine would have taken over; nil where it would not have acted.
  var takeover: Int?
  /// The steps that were known: the workflow would have done them without a question, and everything after them
  /// right.
  var known: Set<Int> = []
  /// For steps that stay the person's because of an open question: the question, and the step that answered it.
  var questions: [(question: OpenQuestion, step: Int)] = []
  /// The step at which the work took another turn than expected.
  var turn: Step?

  /// - Parameter wasDoneBefore: whether work of its kind had been done before, found out afterwards.
  init(_ examined: Examination.Episode, threshold: RiskThreshold, wasDoneBefore: Bool) {
    let steps = examined.steps
    workflow = examined.recognised.workflow
    guard let trial = examined.trial else {
      fates = [Fate](repeating: wasDoneBefore ? .rare : .new, count: steps.count)
      return
    }
    let act = examined.points.first { threshold.allows($0.confidence) }
    takeover = act?.done
    let knownFrom = examined.points.first(where: \.isRight)?.done ?? steps.count
    if let place = trial.steps.firstIndex(where: { $0.fit == .otherwise }) { turn = steps[place] }
    if turn == nil, !trial.isFinished { turn = steps.last }
    fates = []
    for place in steps.indices {
      let fit = trial.steps[place].fit
      if place > 0, case .asked(let question) = fit {
        questions.append((question, place))
      } else if place >= knownFrom {
        known.insert(place)
      }
      fates.append(Verdict.fate(of: fit, at: place, act: act, knownFrom: knownFrom))
    }
  }

  private static func fate(of fit: Trial.Fit, at place: Int, act: Examination.Point?, knownFrom: Int) -> Fate {
    if let act, place >= act.done, !act.isRight { return .carriedOutWrong }
    if place == 0 { return .start }
    if case .asked(let question) = fit {
      return if case .judgement = question { .judgement } else { .unseen }
    }
    if let act, place >= act.done { return .carriedOut }
    return place >= knownFrom ? .unsure : .exception
  }
}
