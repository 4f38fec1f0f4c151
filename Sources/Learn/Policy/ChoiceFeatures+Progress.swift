import Trace

/// How far the work has come, with what a choice is.
extension ChoiceFeatures {
  /// What was done before, and what is left to be done.
  func progress(_ subject: Subject, into features: inout Features) {
    for part in context {
      features.addParticular(part, subject.kind)
      features.addParticular(part, subject.identity)
    }
    let left = pending > 0 ? "pending" : "none pending"
    features.addParticular(left, subject.identity)
    features.add(left, subject.kind)
    guard let last = memory.last, !last.relations.isEmpty else { return }
    let more = alike.isEmpty ? "no more like the last" : "more like the last"
    features.addParticular(more, subject.identity)
    features.add(more, subject.kind)
  }

  /// How often it was done, and what a field holds, beside the number that is asked for.
  func quantities(_ subject: Subject, into features: inout Features) {
    if let last = memory.last, let quantity = numbers.first, numbers.count == 1 {
      let count = Double(memory.done.filter { $0.kind == last.kind && $0.verb == last.verb }.count)
      features.addParticular(count < quantity ? "too few" : "enough", subject.identity)
      if count >= quantity { features.add("enough", "\(last.kind == subject.kind)") }
    }
    guard let level else { return }
    compass("value \(level)", subject, into: &features)
    features.add("value \(level)", subject.identity)
    features.add("value \(level)", subject.kind)
  }

  /// How the month that is shown stands to the day that is asked for.
  func days(_ subject: Subject, into features: inout Features) {
    guard let calendar else { return }
    features.add("calendar \(calendar)", subject.identity)
    features.add("calendar \(calendar)", subject.kind)
    if let day = instruction.days.first?.day, calendar == "right", subject.said == "\(day.day)" {
      features.addExpected("day")
      features.add("day", subject.kind)
    }
    compass("calendar \(calendar)", subject, into: &features)
  }

  /// Which of several it is, in a state that says where to go.
  private func compass(_ state: String, _ subject: Subject, into features: inout Features) {
    for name in subject.node.classes where !SceneReading.isPassing(name) { features.add(state, "class " + name) }
    features.addParticular(state, "place \(subject.place) \(subject.kind)")
  }

  /// The place that is asked for, where a list goes over several pages.
  func places(_ subject: Subject, into features: inout Features) {
    if !ordinals.isEmpty, subject.siblings > 1 {
      let counted = subject.place + memory.gone(subject.kind, in: reading)
      if ordinals.contains(counted + 1) { features.addExpected("ordinal over pages") }
    }
    if let isOrdinalHere {
      let here = isOrdinalHere ? "ordinal here" : "ordinal not here"
      features.addParticular(here, subject.identity)
      features.add(here, subject.kind + "#" + subject.id)
    }
  }

  /// The words of the request that choose among few.
  func choosing(_ subject: Subject, into features: inout Features) {
    for word in instruction.words.indices where instruction.isChoosing[word] {
      let asked = "asked \(instruction.words[word].text)"
      features.add(asked, subject.kind + "#" + subject.id)
      if !subject.said.isEmpty, subject.said.count <= 20 { features.addParticular(asked, subject.identity) }
      if subject.siblings > 1, subject.siblings < 6, subject.said.isEmpty {
        features.add(asked, "place \(subject.place) \(subject.kind)")
      }
      if let label = reading.label[subject.index] { features.add(asked, "label " + label.joined(separator: " ")) }
    }
  }
}
