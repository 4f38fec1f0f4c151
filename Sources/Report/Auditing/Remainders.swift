import Distill
import Learn
import Trace

/// Gathers what would not be learned, by reason.
struct Remainders {
  let tests: [TestedDay]

  private struct Key: Hashable, Comparable {
    var fate: Fate
    var workflow: Workflow.ID?
    var subject: String

    static func < (left: Key, right: Key) -> Bool {
      (left.fate.rawValue, left.workflow ?? "", left.subject) < (
        right.fate.rawValue, right.workflow ?? "", right.subject
      )
    }
  }

  /// The most time first.
  var all: [Remainder] {
    var found: [Key: Remainder] = [:]
    let total = tests.reduce(0.0) { sum, day in sum + day.slice.seconds.values.sorted().reduce(0, +) }
    for day in tests {
      for (examined, verdict) in zip(day.episodes, day.verdicts) {
        var met: Set<Key> = []
        for (place, step) in examined.steps.enumerated() {
          guard let key = key(of: place, in: examined, verdict) else { continue }
          let empty = Remainder(
            fate: key.fate, workflow: key.workflow, workflowName: nil, subject: key.subject,
            share: Share(seconds: 0, of: total),
            episodes: 0, cases: [])
          found[key, default: empty].share.add(step.id, day.slice.seconds[step.id] ?? 0)
          if met.insert(key).inserted { found[key]?.episodes += 1 }
          found[key]?.workflowName = key.workflow.flatMap { day.names[$0] }
        }
        addCases(of: examined, verdict, to: &found)
      }
    }
    return found.sorted { ($1.value.share.seconds, $0.key) < ($0.value.share.seconds, $1.key) }.map { _, remainder in
      var remainder = remainder
      remainder.cases = Contrast.pairs(among: remainder.cases)
      return remainder
    }
  }

  private func key(of place: Int, in examined: Examination.Episode, _ verdict: Verdict) -> Key? {
    let fate = verdict.fates[place]
    switch fate {
    case .carriedOut, .start, .aside: return nil
    case .judgement, .unseen:
      let question = verdict.questions.first { $0.step == place }?.question
      return Key(fate: fate, workflow: verdict.workflow, subject: question?.subject ?? "")
    case .exception: return Key(fate: fate, workflow: verdict.workflow, subject: verdict.turn?.words ?? "")
    case .unsure, .carriedOutWrong:
      let place = verdict.workflow == nil ? examined.steps.last?.place.words : nil
      return Key(fate: fate, workflow: verdict.workflow, subject: place ?? "")
    case .new, .rare:
      return Key(fate: fate, workflow: nil, subject: examined.steps.last?.place.words ?? "")
    }
  }

  private func addCases(of examined: Examination.Episode, _ verdict: Verdict, to found: inout [Key: Remainder]) {
    for (question, place) in verdict.questions {
      guard case .judgement(let subject) = question else { continue }
      let key = Key(fate: .judgement, workflow: verdict.workflow, subject: subject)
      found[key]?.cases.append(
        Remainder.Case(
          episode: examined.recognised.id, situation: examined.steps.prefix(place).map(\.words),
          decision: examined.steps[place].words))
    }
  }
}

/// Finds situations that are alike and decisions that are not.
enum Contrast {
  /// At most three pairs, one after the other, the most alike first; none where all decisions were the same.
  static func pairs(among cases: [Remainder.Case]) -> [Remainder.Case] {
    let latest = cases.suffix(60)
    var found: [(likeness: Double, left: Remainder.Case, right: Remainder.Case)] = []
    for (place, left) in latest.enumerated() {
      for right in latest.dropFirst(place + 1) where left.decision != right.decision {
        found.append((likeness(left.situation, right.situation), left, right))
      }
    }
    var used: Set<EventID> = []
    var pairs: [Remainder.Case] = []
    for pair in found.enumerated().sorted(by: { ($1.element.likeness, $0.offset) < ($0.element.likeness, $1.offset) }) {
      let (left, right) = (pair.element.left, pair.element.right)
      guard pairs.count < 6, !used.contains(left.episode), !used.contains(right.episode) else { continue }
      used.formUnion([left.episode, right.episode])
      pairs += [left, right]
    }
    return pairs
  }

  private static func likeness(_ left: [String], _ right: [String]) -> Double {
    let (left, right) = (Set(left), Set(right))
    let all = left.union(right).count
    return all == 0 ? 1 : Double(left.intersection(right).count) / Double(all)
  }
}
