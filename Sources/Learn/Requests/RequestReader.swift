import Foundation
public import Trace

/// Finds the workflow that a sentence asks for, and the values it gives, by what was learned of the workflows: their
/// names, what their fields and buttons are called, and what was entered before.
///
/// ```swift
/// let reader = RequestReader(workflows)
/// switch reader.read("Approve invoice R-2001-12 because it fits the contract") {
/// case .clear(let reading): reading.values      // number = R-2001-12, status = Approved, reason = …
/// case .unsure(let readings): …                 // ask which of them
/// case .nothing: …
/// }
/// ```
///
/// Words count the more the fewer workflows have them (inverse document frequency, Spärck Jones 1972). There is no list
/// of synonyms: a verb that the work itself does not use is asked about.
public struct RequestReader: Sendable {
  /// The second likeliest workflow must stay this far behind, as a share of the likeliest's score.
  static let margin = 0.2
  /// What a word counts against a reading that makes nothing of it.
  static let unreadWord = 0.5

  private let workflows: [Known]

  /// A workflow and the words that speak of it.
  private struct Known: Sendable {
    var id: String
    var words: WorkflowWords
    var slots: [ValueSlot]
  }

  public init(_ workflows: [Workflow]) {
    self.workflows = workflows.map { workflow in
      Known(id: workflow.id, words: WorkflowWords(workflow), slots: ValueSlot.slots(of: workflow))
    }
  }

  public func read(_ text: String) -> Understanding {
    let sentence = Sentence(text)
    let readings = workflows.compactMap { read(sentence, as: $0) }
      .sorted { ($1.score, $0.workflow) < ($0.score, $1.workflow) }
    guard let best = readings.first else { return .nothing }
    let close = readings.filter { $0.score >= best.score - abs(best.score) * Self.margin }
    // What is to be done is said first. Where that is not understood, something else may be wanted.
    let isVerbRead = sentence.firstWord.map { !best.unread.contains($0) } ?? true
    return best.score > 0 && close.count == 1 && isVerbRead && best.isSingle ? .clear(best) : .unsure(close)
  }

  /// Nil where nothing in the sentence speaks of the workflow.
  private func read(_ sentence: Sentence, as known: Known) -> RequestReading? {
    let values = ValueAssignment(of: sentence, to: known.slots)
    var score = 0.0
    var isMeant = false
    var unread: [String] = []
    var counted: Set<String> = []
    for (index, word) in sentence.words.enumerated() where !values.taken.contains(index) {
      guard !Sentence.isFunctionWord(word.text) else { continue }
      let (weight, isOfName) = known.words.weight(of: word.text)
      if weight == 0 {
        if !values.cues.contains(index) { unread.append(word.text) }
      } else if counted.insert(word.text).inserted {
        score += weight * rarity(of: word.text)
        isMeant = isMeant || isOfName
      }
    }
    score += values.score - Double(unread.count) * Self.unreadWord
    // A value alone asks for nothing, unless it can only be meant for this workflow.
    guard isMeant || values.values.contains(where: { $0.reason == .known }) else { return nil }
    let given = Set(values.values.map(\.name))
    return RequestReading(
      workflow: known.id, values: values.values, missing: known.slots.map(\.name).filter { !given.contains($0) },
      unread: unread, isSingle: !values.hasRivals, score: score)
  }

  /// The words that call for a workflow, and how much each counts; the most first.
  public func words(for workflow: Workflow.ID) -> [(word: String, weight: Double)] {
    guard let known = workflows.first(where: { $0.id == workflow }) else { return [] }
    return known.words.all.map { (word: $0.word, weight: $0.weight * rarity(of: $0.word)) }
      .sorted { ($1.weight, $0.word) < ($0.weight, $1.word) }
  }

  private func rarity(of word: String) -> Double {
    let count = workflows.count { $0.words.weight(of: word).0 > 0 }
    return log(1 + Double(workflows.count) / Double(max(1, count)))
  }
}
