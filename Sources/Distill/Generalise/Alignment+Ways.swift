import Trace

extension Alignment {
  /// Makes one column of those that do the same in different ways: a form sent by one button or another, or by a key.
  ///
  ///     fill A │ Save          fill A │ Save
  ///     fill A │ Save and add  fill A │ Save       (as most did)
  ///     fill A │ Enter    →    fill A │ Save
  ///
  /// They leave the same thing behind, and hardly any episode has two of them.
  func mergingEqualResults() -> Alignment {
    var result = self
    var index = 0
    while index < result.columns.count {
      guard let place = result.columns[index].resultPlace else {
        index += 1
        continue
      }
      let partners = result.columns.indices.filter { other in
        other != index && result.columns[other].resultPlace == place
          && result.columns[other].overlap(with: result.columns[index]) * 10 <= result.columns[other].steps.count
      }
      for partner in partners.reversed() where partner > index {
        result.columns[index].take(in: result.columns[partner])
        result.columns.remove(at: partner)
      }
      index += 1
    }
    return result
  }
}

extension Alignment.Column {
  /// Where its steps left something behind, whatever the record; nil where they did not.
  var resultPlace: String? {
    let leaving = inOrder.map(\.step).filter(\.leavesSomething)
    guard let last = leaving.last, leaving.count * 2 > steps.count else { return nil }
    return PathTemplate(last.place.innermostDocument).description
  }

  func overlap(with other: Alignment.Column) -> Int { steps.keys.count { other.steps[$0] != nil } }

  /// Takes in the steps of the episodes that it does not have; those of the larger column speak for both.
  mutating func take(in other: Alignment.Column) {
    if other.steps.count > steps.count { kind = other.kind }
    steps.merge(other.steps) { own, _ in own }
  }

  /// The last step of the kind that most episodes have.
  var example: Step {
    let members = inOrder.map(\.step)
    var counts: [Verb: Int] = [:]
    for step in members { counts[step.action.verb, default: 0] += 1 }
    let usual = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    let labels = members.map { $0.action.verb == usual ? $0.elementLabel : nil }
    let label = mostFrequent(labels.compactMap(\.self))
    let last = labels.lastIndex { $0 != nil && $0 == label }
    return members[last ?? members.count - 1]
  }

  /// The steps that are done to the same element in the same way as the example.
  var likeExample: [(episode: Int, step: Step)] {
    let example = example
    guard example.leavesSomething else { return inOrder }
    return inOrder.filter {
      $0.step.action.verb == example.action.verb && $0.step.elementLabel == example.elementLabel
    }
  }

  private func mostFrequent(_ labels: [String]) -> String? {
    var counts: [String: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

extension Step {
  /// What a person would call its element; empty where it has none.
  var elementLabel: String { element.map(StepSummary.label(of:)) ?? "" }
}
