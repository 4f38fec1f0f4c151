import Trace

/// What a choice is, where it stands, and what state it is in.
extension ChoiceFeatures {
  /// What it is.
  func describe(_ subject: Subject, into features: inout Features) {
    features.add("kind", subject.kind)
    features.add("tag", subject.node.tag)
    for name in subject.node.classes where !SceneReading.isPassing(name) { features.add("class", name) }
    if !subject.id.isEmpty { features.addParticular("id", subject.id) }
    if subject.said.isEmpty {
      features.add("says nothing")
    } else if subject.said.count <= 30 {
      features.addParticular("says", subject.said)
    }
    if let label = reading.label[subject.index] { features.addParticular("label", label.joined(separator: " ")) }
  }

  /// Where it is among its kind, and in the page.
  func arrange(_ subject: Subject, into features: inout Features) {
    guard subject.siblings > 1 else {
      features.add("only one", subject.kind)
      return
    }
    features.addParticular("place", "\(subject.kind) \(min(subject.place, 5))")
    if subject.place == subject.siblings - 1 { features.addParticular("last of", subject.kind) }
    if ordinals.contains(subject.place + 1) { features.addExpected("ordinal") }
    if numbers.contains(Double(subject.place + 1)) { features.add("number is place") }
  }

  /// Its state, and what was done to it.
  func recall(_ subject: Subject, into features: inout Features) {
    features.add("state", subject.state)
    features.add("state of", "\(subject.kind) \(subject.state)")
    if let last = memory.last {
      if last.kind == subject.kind { features.add("kind of last") }
      if last.handle != nil, last.handle == subject.node.handle {
        features.add("last again")
        features.add("last again", subject.kind)
      }
    }
    if !memory.before.isEmpty, let handle = subject.node.handle, !memory.before.contains(handle) {
      features.add("new")
      features.add("new", subject.kind)
    }
  }

  /// Whether the same is to be said of it as of the last.
  func compare(_ subject: Subject, into features: inout Features) {
    guard let last = memory.last, !last.relations.isEmpty, last.verb == subject.verb else { return }
    if subject.times == 0, subject.node.handle.map(alike.contains) ?? false {
      features.add("like the last")
    } else if last.kind == subject.kind {
      features.add("not like the last")
    }
  }

  /// What the lines through it hold, and where its group stands among others by a number.
  func rank(_ subject: Subject, into features: inout Features) {
    for line in reading.lines[subject.index] ?? [] { features.add("line", line) }
    for rank in reading.ranks[subject.index] ?? [] {
      features.add("rank", rank)
      for word in instruction.words.indices where instruction.isChoosing[word] {
        features.add("asked \(instruction.words[word].text), rank", rank)
      }
    }
  }
}
