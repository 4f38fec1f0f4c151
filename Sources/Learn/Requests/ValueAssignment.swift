import Foundation
import Trace

/// Which parts of a sentence are values of which slots: the best fitting first, no word for two.
struct ValueAssignment: Sendable {
  private(set) var values: [RequestReading.Value] = []
  /// The words that are values.
  private(set) var taken: Set<Int> = []
  /// The words that name a slot.
  private(set) var cues: Set<Int> = []
  /// Whether something else could as well be one of the values: more than one thing may be asked for.
  private(set) var hasRivals = false
  /// How well they fit, together.
  private(set) var score = 0.0

  /// A part of the sentence as the value of a slot.
  struct Candidate {
    var slot: Int
    var range: Range<Int>
    var text: String
    var fit: Double
    var reason: RequestReading.Reason
    /// The word that names the slot.
    var cue: Int?
  }

  /// What a value counts beside the words that speak of a workflow.
  private static let weight = 0.35

  init(of sentence: Sentence, to slots: [ValueSlot]) {
    let finder = ValueFinder(sentence: sentence, slots: slots)
    var found: [Int: Candidate] = [:]
    let candidates = slots.indices.flatMap(finder.candidates).sorted {
      ($1.fit, $1.range.count, $0.range.lowerBound, $0.slot) < ($0.fit, $0.range.count, $1.range.lowerBound, $1.slot)
    }
    for candidate in candidates where found[candidate.slot] == nil && taken.isDisjoint(with: candidate.range) {
      take(candidate, &found)
    }
    hasRivals = candidates.contains { candidate in
      guard let chosen = found[candidate.slot], chosen.reason == candidate.reason, chosen.reason != .named else {
        return false
      }
      return candidate.text != chosen.text && taken.isDisjoint(with: candidate.range)
    }
    // What is left over for what is still missing, where there is one of each.
    let remainders = finder.remainders(without: taken)
    if remainders.count == 1, let range = remainders.first,
      case let open = slots.indices.filter({ found[$0] == nil && finder.takes(remainder: range, in: $0) }),
      open.count == 1, let slot = open.first
    {
      take(
        Candidate(slot: slot, range: range, text: sentence.text(range), fit: 0.5, reason: .left, cue: nil), &found)
    }
    for slot in slots.indices {
      guard let candidate = found[slot] else { continue }
      values.append(
        RequestReading.Value(
          name: slots[slot].name, text: candidate.text, said: sentence.text(candidate.range), reason: candidate.reason))
      score += min(candidate.fit, 3) * Self.weight
    }
  }

  private mutating func take(_ candidate: Candidate, _ found: inout [Int: Candidate]) {
    found[candidate.slot] = candidate
    taken.formUnion(candidate.range)
    if let cue = candidate.cue { cues.insert(cue) }
  }
}
