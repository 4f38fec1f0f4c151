import Trace

/// What could be written into a field or chosen from a list, and where it comes from.
struct ArgumentCandidate: Sendable, Hashable {
  var text: String
  var features: [String]
}

/// Finds what a field could be filled with: spans of the instruction, what they are written anew as, and what was not
/// tried yet.
struct ArgumentFeatures {
  let reading: SceneReading
  let instruction: Request
  let memory: PolicyMemory

  func candidates(for choice: Choice) -> [ArgumentCandidate] {
    let node = reading.nodes[choice.node]
    if choice.verb == "select" { return node.options.map { option(of: choice, $0) } }
    let names = self.names(of: choice.node)
    var found: [String: Int] = [:]
    var candidates: [ArgumentCandidate] = []
    func add(_ text: String, _ features: [String]) {
      let joint = features + names.flatMap { name in features.map { "\(name) | \($0)" } }
      if let known = found[text] {
        candidates[known].features += joint.filter { !candidates[known].features.contains($0) }
      } else {
        found[text] = candidates.count
        candidates.append(ArgumentCandidate(text: text, features: joint))
      }
    }
    for (number, quote) in instruction.quotes.enumerated() {
      let text = String(instruction.characters[quote])
      let index = instruction.words.firstIndex { quote.overlaps($0.range) } ?? 0
      add(text, ["quoted", "quoted \(number)", "quoted after \(instruction.word(index - 1))", used(text)])
    }
    let words = instruction.words
    for lower in words.indices {
      for upper in lower + 1...min(words.count, lower + 7) where upper > lower {
        let range = words[lower].range.lowerBound..<words[upper - 1].range.upperBound
        let varying = (lower..<upper).filter { instruction.isVarying[$0] }.count
        guard varying > 0 else { continue }
        let text = String(instruction.characters[range])
        var features = ["span", used(text)]
        features.append("words \(upper - lower)")
        features.append(varying == upper - lower ? "all varying" : "partly varying")
        let opens =
          lower == 0 || !instruction.isVarying[lower - 1] || instruction.slot[lower - 1] != instruction.slot[lower]
        let closes =
          upper == words.count || !instruction.isVarying[upper]
          || instruction.slot[upper - 1] != instruction.slot[upper]
        features.append(opens ? "opens" : "within")
        features.append(closes ? "closes" : "open")
        if opens, closes, varying == upper - lower { features.append("whole slot") }
        features.append("after \(instruction.word(lower - 1))")
        features.append("after \(instruction.word(lower - 2)) \(instruction.word(lower - 1))")
        features.append("before \(instruction.word(upper))")
        if let slot = instruction.slot[lower] { features.append("slot \(min(slot, 6))") }
        if instruction.quote(of: lower) != nil { features.append("in quotes") }
        add(text, features)
      }
      if let (time, _) = TimeOfDay.reading(words[lower...].map(\.text)[...]) { add(time, ["time"]) }
    }
    for (number, day) in instruction.days.enumerated() {
      for (form, text) in day.day.writings.enumerated() { add(text, ["day \(number) form \(form)"]) }
    }
    for number in untried(in: choice.node) { add("\(number.value)", number.features) }
    return candidates
  }

  private func used(_ text: String) -> String {
    memory.done.contains { $0.value == text } ? "used" : "not used"
  }

  /// What a field is called.
  private func names(of index: Int) -> [String] {
    let node = reading.nodes[index]
    var names = Set(Wording.parts(of: node.id))
    names.formUnion(node.hints.flatMap(Wording.words(of:)))
    names.formUnion(reading.label[index] ?? [])
    let fields = reading.candidates.filter { reading.isField($0) }
    return names.sorted() + ["field \(fields.firstIndex(of: index) ?? 0) of \(fields.count)"]
  }

  private func option(of choice: Choice, _ label: String) -> ArgumentCandidate {
    let words = Wording.words(of: label)
    var features: [String] = ["option \(label)"]
    let occurrences = instruction.occurrences(of: words)
    if let range = occurrences.first {
      features.append("named")
      if range.contains(where: { instruction.isVarying[$0] }) { features.append("named varying") }
      features.append("named words \(min(3, range.count))")
      features.append("named after \(instruction.word(range.lowerBound - 1))")
    }
    return ArgumentCandidate(text: label, features: features)
  }

  /// The numbers of a range that the instruction names, where several were asked for: those not tried yet, and whether
  /// what is said about a try leaves them possible.
  private func untried(in field: Int) -> [(value: Int, features: [String])] {
    var bounds: ClosedRange<Int>?
    for word in instruction.words {
      let parts = word.text.split { $0 == "-" || $0 == "–" }.compactMap { Int($0) }
      if parts.count == 2, parts[0] < parts[1], parts[1] - parts[0] <= 1_000 { bounds = parts[0]...parts[1] }
    }
    guard let bounds else { return [] }
    let tried = Set(memory.done.compactMap { $0.value.flatMap { Int($0) } })
    // What was said of each try leaves some: the more in the middle of those, the sooner it is found.
    return bounds.map { value in
      var features = ["number of a range", tried.contains(value) ? "tried" : "not tried"]
      for attempt in memory.tries where attempt.value != value {
        let side = value < attempt.value ? "below" : "above"
        features += Set(attempt.words).sorted().map { "\(side), said \($0)" }
      }
      if tried.isEmpty { features.append("in tenth \((value - bounds.lowerBound) * 10 / (bounds.count))") }
      return (value, features)
    }
  }
}
