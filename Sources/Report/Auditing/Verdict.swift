import Distill
import Learn
import Trace

/// What became of one examined episode at a threshold: the fate of each of its steps.
struct Verdict {
  /// In the order of the steps.
  var fates: [Fate]
  /// The workflow it counts for: the one it was recognised as, or the one that would have carried it out right.
  var workflow: Workflow.ID?
  /// Where the machine would have taken over; nil where it would not have acted.
  var takeover: Int?
  /// The earliest point from which on everything was known.
  var knownFrom: Int?
  /// For steps that were the person's because of an open question: the question, and the step that answered it.
  var questions: [(question: OpenQuestion, step: Int)] = []
  /// The step at which the work took another turn than expected.
  var turn: Step?

  /// - Parameter wasDoneBefore: whether work of its kind had been done before, found out afterwards.
  init(_ examined: Examination.Episode, threshold: RiskThreshold, wasDoneBefore: Bool) {
    let steps = examined.steps
    let act = examined.points.first { threshold.allows($0.confidence) }
    takeover = act?.done
    let rightPoints = examined.points.filter(\.isRight).map(\.done)
    let ownPoints = examined.isRight.indices.filter { $0 > 0 && examined.isRight[$0] }
    knownFrom = (rightPoints + ownPoints).min()
    workflow = examined.recognised.workflow ?? examined.points.first(where: \.isRight)?.workflow
    guard workflow != nil else {
      fates = [Fate](repeating: wasDoneBefore ? .rare : .new, count: steps.count)
      if let act { for place in act.done..<steps.count { fates[place] = .carriedOutWrong } }
      return
    }
    fates = []
    for place in steps.indices {
      if let act, place >= act.done {
        fates.append(act.isRight ? .carriedOut : .carriedOutWrong)
      } else if place == 0 {
        fates.append(.start)
      } else {
        fates.append(reason(at: place, in: examined))
      }
    }
  }

  /// Why the person had to do this step themselves.
  private mutating func reason(at place: Int, in examined: Examination.Episode) -> Fate {
    if let knownFrom, place >= knownFrom { return .unsure }
    guard examined.outlooks.indices.contains(place), let outlook = examined.outlooks[place] else { return .rare }
    if let question = outlook.openQuestion {
      let next = place + 1 < examined.outlooks.count ? examined.outlooks[place + 1]?.openQuestion : nil
      if next != question { questions.append((question, place)) }
      return if case .judgement = question { .judgement } else { .unseen }
    }
    turn = turn ?? outlook.firstDifference(from: examined.steps.dropFirst(place))
    return .exception
  }
}
