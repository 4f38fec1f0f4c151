import Foundation
public import Trace

/// How an element is found again: all that was seen of it, weighed together, with a margin below which it abstains.
///
/// ```swift
/// let locator = Locator(examples: [saveButton])
/// switch locator.locate(in: observation.elements.map(\.element)) {
/// case .found(let index, _, _): …
/// case .ambiguous(let candidates): …   // ask
/// case .absent: …                      // halt, and say so
/// }
/// ```
///
/// Each trait of an element (name, id, path, size …) is a witness. What its agreement is worth is the log-odds of two
/// probabilities: that the trait stays as it was (its stability, measured across real changes of sites and corrected
/// by how much it varied among the examples) and that another element of the same page agrees by chance (its rarity,
/// counted among the candidates). This is record linkage after Fellegi and Sunter, “A Theory for Record Linkage”
/// (1969), between an old and a new page, with “none of them” as one more hypothesis.
public struct Locator: Sendable, Codable, Hashable {
  /// The element as it was seen, the latest first.
  public var examples: [Element]
  /// A part of the element that a value decides, and that value; nil where the examples alone decide.
  public var variable: Variable?
  public var settings: Settings

  /// A part of an element given by a value: the link *called* like the customer, the box in the *row* of the order,
  /// the third alike element.
  public struct Variable: Sendable, Codable, Hashable {
    public var part: Target.VariablePart.Part
    /// The name or the text of the row; for ``Target/VariablePart/Part/index`` a whole number from 0.
    public var value: String

    public init(part: Target.VariablePart.Part, value: String) {
      self.part = part
      self.value = value
    }
  }

  /// When to abstain.
  public struct Settings: Sendable, Codable, Hashable {
    /// How often an element that is looked for is not there at all, 0…1.
    public var absence: Double
    /// How often a page was built anew since, so that looks and places changed together, 0…1.
    public var rebuilding: Double
    /// How often an element has siblings: others of its kind that look like it, such as the buttons of one bar, 0…1.
    public var siblings: Double
    /// How sure the best candidate must be, 0…1.
    public var certainty: Double
    /// By how many bits it must be better than the next.
    public var margin: Double

    public init(
      absence: Double = 0.01, rebuilding: Double = 0.2, siblings: Double = 0.1, certainty: Double = 0.6,
      margin: Double = 1, trust: Double = 1
    ) {
      self.absence = absence
      self.rebuilding = rebuilding
      self.siblings = siblings
      self.certainty = certainty
      self.margin = margin
    }
  }

  public init(examples: [Element], variable: Variable? = nil, settings: Settings = Settings()) {
    self.examples = examples
    self.variable = variable
    self.settings = settings
  }

  /// A locator of a program's target; `value` is what the source of its variable part gives now.
  ///
  /// A target whose variable part has no value finds nothing rather than any of the alike elements.
  public init(target: Target, value: String? = nil, settings: Settings = Settings()) {
    self.init(
      examples: target.examples, variable: target.variable.map { Variable(part: $0.part, value: value ?? "") },
      settings: settings)
  }

  /// Finds the element among candidates: linear in their number, a few microseconds each.
  public func locate(in candidates: [Element]) -> Location {
    locate(in: Candidates(candidates))
  }

  /// Finds the element among candidates that were made ready once.
  public func locate(in candidates: Candidates) -> Location {
    guard !examples.isEmpty, !candidates.elements.isEmpty else { return .absent }
    switch variable?.part {
    case nil:
      return decide(weigh(candidates, among: Array(candidates.elements.indices), without: { _ in false }))
    case .name: return locate(byName: variable?.value ?? "", in: candidates)
    case .row: return locate(byRow: variable?.value ?? "", in: candidates)
    case .index: return locate(byIndex: variable?.value ?? "", in: candidates)
    }
  }

  /// Chooses between the weighed candidates, “several” and “none”.
  ///
  /// Where the element is gone, its siblings may still be there: what only they would show says nothing against that.
  func decide(_ weighed: [Weighed]) -> Location {
    guard let highest = weighed.map(\.evidence).max() else { return .absent }
    let prior = log2((1 - settings.absence) / Double(weighed.count))
    let siblings = Locator.sum(weighed.map(\.likeness)) - log2(Double(weighed.count))
    let gone =
      log2(settings.absence) + Locator.sum([log2(1 - settings.siblings), log2(settings.siblings) + siblings])
    let scale = max(highest + prior, gone)
    let masses = weighed.map { exp2($0.evidence + prior - scale) }
    let absent = exp2(gone - scale)
    let total = masses.reduce(absent, +)
    let ranked = weighed.indices.sorted { (masses[$1], weighed[$0].index) < (masses[$0], weighed[$1].index) }
    let best = ranked[0]
    let score = masses[best] / total
    let margin = ranked.count > 1 ? min(64, weighed[best].evidence - weighed[ranked[1]].evidence) : 64
    if absent >= masses[best] { return .absent }
    if score >= settings.certainty, margin >= settings.margin {
      return .found(index: weighed[best].index, score: score, margin: margin)
    }
    let near = ranked.prefix(5).filter { masses[$0] >= masses[best] / 8 }
    guard near.count > 1 else { return .absent }
    return .ambiguous(near.map { Location.Candidate(index: weighed[$0].index, score: masses[$0] / total) })
  }
}
