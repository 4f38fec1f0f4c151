import Report
import Trace

/// How well a procedure matches what somebody wrote down: the assignment of lines to written steps that costs least,
/// and what follows from it.
///
/// A line fits a step where the verb is one of the step's and the element's words are (mostly) the same; of equally
/// cheap assignments the one counts that keeps the order best.
struct ProcedureScore {
  /// What is compared of a line.
  struct Line {
    var verb: Verb
    var element: String
    var isVariable: Bool
  }

  /// Lines, and those that fit a written step.
  private(set) var lines = 0
  private(set) var fitting = 0
  /// Written steps that must be there, and those that are.
  private(set) var needed = 0
  private(set) var present = 0
  /// Pairs of fitting lines, and those in the written order.
  private(set) var concordant = 0
  private(set) var discordant = 0
  /// Fitting lines, and those that name as a parameter what is one, and nothing else.
  private(set) var namedRight = 0

  var precision: Double { lines > 0 ? Double(fitting) / Double(lines) : 0 }
  var recall: Double { needed > 0 ? Double(present) / Double(needed) : 0 }
  /// Kendall's τ of the fitting lines.
  var order: Double {
    let pairs = concordant + discordant
    return pairs > 0 ? Double(concordant - discordant) / Double(pairs) : 1
  }
  var parameters: Double { fitting > 0 ? Double(namedRight) / Double(fitting) : 0 }

  init() {}

  init(of lines: [Line], against written: [WrittenProcedure.Step]) {
    self.lines = lines.count
    let pairs = ProcedureScore.match(lines, written)
    fitting = pairs.count
    needed = written.count { !$0.isOptional }
    present = pairs.count { !written[$0.step].isOptional }
    namedRight = pairs.count { lines[$0.line].isVariable == written[$0.step].isParameter }
    for (place, one) in pairs.enumerated() {
      for other in pairs.dropFirst(place + 1) {
        if other.step > one.step { concordant += 1 } else { discordant += 1 }
      }
    }
  }

  static func + (left: ProcedureScore, right: ProcedureScore) -> ProcedureScore {
    var sum = left
    sum.lines += right.lines
    sum.fitting += right.fitting
    sum.needed += right.needed
    sum.present += right.present
    sum.concordant += right.concordant
    sum.discordant += right.discordant
    sum.namedRight += right.namedRight
    return sum
  }

  /// The assignment with the greatest gain, by the sets of steps that are taken (at most 20 steps are written).
  private static func match(
    _ lines: [Line], _ written: [WrittenProcedure.Step]
  ) -> [(line: Int, step: Int)] {
    var best: [Int: (gain: Double, pairs: [(line: Int, step: Int)])] = [0: (0, [])]
    for (line, text) in lines.enumerated() {
      var next = best
      for (taken, way) in best {
        for (step, other) in written.enumerated() where taken & (1 << step) == 0 {
          guard let fit = fit(text, other) else { continue }
          // The order decides between what fits equally.
          let disorder = way.pairs.count { $0.step > step }
          let gain = way.gain + fit - 0.001 * Double(disorder)
          let set = taken | (1 << step)
          if gain > next[set]?.gain ?? -1 { next[set] = (gain, way.pairs + [(line, step)]) }
        }
      }
      best = next
    }
    return best.values.max { $0.gain < $1.gain }?.pairs ?? []
  }

  /// How well a line fits a step, 0…1; nil where it does not.
  private static func fit(_ line: Line, _ step: WrittenProcedure.Step) -> Double? {
    guard step.verbs.contains(line.verb.rawValue) else { return nil }
    guard let element = step.element else { return step.isParameter == line.isVariable ? 1 : 0.4 }
    let (own, other) = (words(line.element), words(element))
    let likeness = Double(own.intersection(other).count) / Double(max(1, own.union(other).count))
    return likeness >= 0.5 ? likeness : nil
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
