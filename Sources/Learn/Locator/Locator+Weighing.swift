import Foundation
import Trace

extension Locator {
  /// A candidate and what speaks for it, in bits.
  struct Weighed {
    var index: Int
    /// That it is the element rather than anything else of the page.
    var evidence: Double
    /// That it is one of its kind, which looks like it and stands where it stands: the element or a sibling.
    var likeness: Double
  }

  /// What speaks for each of `indices`.
  func weigh(_ candidates: Candidates, among indices: [Int], without isLeftOut: (Trait) -> Bool) -> [Weighed] {
    let remembered = examples.map(Portrait.init)
    let traits = Trait.allCases.filter { !isLeftOut($0) }
    let agreements = traits.map { trait in
      candidates.portraits.map { Locator.agreement(of: remembered, with: $0, in: trait) }
    }
    let kept = traits.map { stability(of: $0, in: remembered) }
    let rebuilt = zip(traits, kept).map { min($0.stabilityWhenRebuilt, $1) }
    let renewals = [false, true].map { isRebuilt in traits.map { $0.renewal(whenRebuilt: isRebuilt) } }
    let epochs = [(kept, renewals[0], 1 - settings.rebuilding), (rebuilt, renewals[1], settings.rebuilding)].map {
      (evidence: evidence(of: indices, in: traits, agreements, stabilities: $0, renewals: $1), weight: log2($2))
    }
    return indices.indices.map { place in
      Weighed(
        index: indices[place],
        evidence: Locator.sum(epochs.map { $0.weight + $0.evidence[place].own + $0.evidence[place].shared }),
        likeness: Locator.sum(epochs.map { $0.weight + $0.evidence[place].shared }))
    }
  }

  /// The logarithm of a sum of probabilities given as logarithms.
  static func sum(_ logarithms: [Double]) -> Double {
    guard let highest = logarithms.max(), highest > -.infinity else { return -.infinity }
    return highest + log2(logarithms.reduce(0) { $0 + exp2($1 - highest) })
  }

  /// The evidence of all traits together, if each stays the same with the probability given for it: of those that tell
  /// an element from its siblings, and of those that it shares with them.
  private func evidence(
    of indices: [Int], in traits: [Trait], _ agreements: [[Agreement]], stabilities: [Double], renewals: [Double]
  ) -> [(own: Double, shared: Double)] {
    var evidence = [(own: Double, shared: Double)](repeating: (0, 0), count: indices.count)
    var witnesses = [[Double]](repeating: [], count: indices.count)
    for group in Trait.Group.allCases {
      for isOwn in [true, false] {
        for (number, trait) in traits.enumerated() where trait.group == group && trait.tellsSiblingsApart == isOwn {
          let worth = Locator.worth(
            of: trait, stability: stabilities[number], renewed: renewals[number], agreements: agreements[number])
          for (place, index) in indices.enumerated() {
            witnesses[place].append(worth[agreements[number][index].rawValue])
          }
        }
        for place in indices.indices {
          let together = Locator.combined(witnesses[place])
          if isOwn { evidence[place].own += together } else { evidence[place].shared += together }
          witnesses[place].removeAll(keepingCapacity: true)
        }
      }
    }
    return evidence
  }

  /// The best agreement with any of the examples.
  private static func agreement(of examples: [Portrait], with candidate: Portrait, in trait: Trait) -> Agreement {
    var best = Agreement.neither
    for (number, example) in examples.enumerated() {
      let agreement = example.agreement(with: candidate, in: trait)
      if number == 0 || agreement.rawValue < best.rawValue { best = agreement }
    }
    return best
  }

  /// The measured stability of a trait, corrected by how often it stayed the same among the examples.
  func stability(of trait: Trait, in examples: [Portrait]) -> Double {
    let weight = 4.0
    var kept = 0.0
    for (later, earlier) in zip(examples, examples.dropFirst())
    where later.agreement(with: earlier, in: trait).rawValue == Agreement.same.rawValue { kept += 1 }
    let compared = examples.indices.dropFirst().filter {
      examples[$0][trait] != 0 || examples[$0 - 1][trait] != 0
    }.count
    let stability = (trait.stability * weight + kept) / (weight + Double(compared))
    return min(max(stability, 0.02), 0.99)
  }

  /// The log-odds, in bits, of each agreement: as likely as it is for the same element, over as likely as it is among
  /// the other candidates.
  private static func worth(
    of trait: Trait, stability: Double, renewed: Double, agreements: [Agreement]
  ) -> [Double] {
    var counts = [Double](repeating: 0, count: Agreement.allCases.count)
    for agreement in agreements { counts[agreement.rawValue] += 1 }
    // At most one of them is the element itself, and it is the one that agrees best.
    if let best = counts.firstIndex(where: { $0 > 0 }) { counts[best] -= 1 }
    let hasTrait = agreements.contains { $0.rawValue <= Agreement.lost.rawValue }
    let possible = Agreement.allCases.filter { ($0.rawValue <= Agreement.lost.rawValue) == hasTrait }
    let others = Double(agreements.count - 1)
    let weight = 5.0
    var seen = [Double](repeating: 0, count: counts.count)
    for agreement in possible {
      let chance = agreement.whenOther(coincidence: trait.coincidence)
      seen[agreement.rawValue] = (counts[agreement.rawValue] + weight * chance) / (others + weight)
    }
    var worth = [Double](repeating: 0, count: counts.count)
    for agreement in possible {
      worth[agreement.rawValue] = log2(
        agreement.whenSame(stability: stability, renewed: renewed, others: seen) / seen[agreement.rawValue])
    }
    return worth
  }

  /// Witnesses of one group: the strongest counts fully, each further one half as much as the one before.
  private static func combined(_ witnesses: [Double]) -> Double {
    var sum = 0.0
    var weight = 1.0
    for worth in witnesses.sorted(by: { abs($0) > abs($1) }) {
      sum += weight * worth
      weight /= 2
    }
    return sum
  }
}
