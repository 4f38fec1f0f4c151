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
  private let shown: Set<[String]>

  init(reading: SceneReading, instruction: Request, memory: PolicyMemory) {
    self.reading = reading
    self.instruction = instruction
    self.memory = memory
    shown = Set(reading.words)
  }

  func candidates(for choice: Choice) -> [ArgumentCandidate] {
    let node = reading.nodes[choice.node]
    if choice.verb == "select" { return node.options.map { option(of: choice, $0) } }
    let names = self.names(of: choice.node)
    var found: [String: Int] = [:]
    var candidates: [ArgumentCandidate] = []
    func add(_ text: String, _ features: [String]) {
      let joint = features + names.flatMap { name in features.map { "\(ConditionalLogit.particular)\(name) | \($0)" } }
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
        let new = (lower..<upper).filter { instruction.isNew[$0] }.count
        features.append(new == upper - lower ? "all new" : new == 0 ? "nothing new" : "partly new")
        let isWholeNew =
          new == upper - lower && (lower == 0 || !instruction.isNew[lower - 1])
          && (upper == words.count || !instruction.isNew[upper])
        if isWholeNew { features.append("\(ConditionalLogit.expected)whole new run") }
        if memory.isDone(lower..<upper) {
          features.append("taken up")
        } else if memory.isAround(lower..<upper) {
          features.append("taken up around")
        }
        // A sentence begins with a capital whatever its first word is.
        features.append("written \(opensSentence(lower) ? "first " : "")\(Wording.shape(text))")
        if isShown(Array(words[lower..<upper].map(\.text))) { features.append("shown") }
        if instruction.quote(of: lower) != nil { features.append("in quotes") }
        add(text, features)
      }
      if let (time, _) = TimeOfDay.reading(words[lower...].map(\.text)[...]) { add(time, ["time"]) }
    }
    for (number, day) in instruction.days.enumerated() {
      for (form, text) in day.day.writings.enumerated() { add(text, ["day \(number) form \(form)"]) }
    }
    for (number, run)
      in ([
        instruction.quotes.enumerated().map { ($0.offset, $0.element) },
        instruction.runs.enumerated().map {
          ($0.offset, words[$0.element.lowerBound].range.lowerBound..<words[$0.element.upperBound - 1].range.upperBound)
        },
      ].joined())
    {
      let text = String(instruction.characters[run])
      let asked = instruction.words.indices.filter { instruction.isChoosing[$0] || !instruction.isVarying[$0] }.map {
        instruction.words[$0].text
      }
      for (form, written) in [("upper", text.uppercased()), ("lower", text.lowercased())] where written != text {
        add(written, ["in \(form) case", "run \(number)"] + asked.map { "in \(form) case, asked \($0)" })
      }
    }
    // What stands on the page, and not in the request.
    for index in reading.nodes.indices.filter({ isSource($0, choice.node) }).prefix(60) {
      let text = reading.nodes[index].value ?? reading.nodes[index].text
      var features = ["shown", "shown in \(reading.kind[index])"]
      for relation in Set(ChoiceFeatures.relations(of: index, in: reading, instruction)).sorted() {
        features.append("shown, named \(relation)")
      }
      add(text, features)
    }
    for number in untried(in: choice.node) { add("\(number.value)", number.features) }
    return candidates
  }

  /// Whether what a node says could be written elsewhere.
  private func isSource(_ index: Int, _ field: Int) -> Bool {
    let node = reading.nodes[index]
    guard index != field, node.isChecked == nil, node.tag != "button" else { return false }
    let text = node.value ?? node.text
    return !text.isEmpty && text.count <= 200 && instruction.occurrences(of: Wording.words(of: text)).isEmpty
  }

  /// Whether a word is the first of a sentence.
  private func opensSentence(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let between = instruction.characters[
      instruction.words[index - 1].range.upperBound..<instruction.words[index].range.lowerBound]
    return between.contains { [".", "!", "?"].contains($0) }
  }

  private func used(_ text: String) -> String {
    memory.done.contains { $0.value == text } ? "used" : "not used"
  }

  /// Whether words are to be read on the page.
  private func isShown(_ words: [String]) -> Bool { shown.contains(words) }

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
    var features: [String] = ["\(ConditionalLogit.particular)option \(label)"]
    let occurrences = instruction.occurrences(of: words)
    if let range = occurrences.first {
      features.append("named")
      if range.contains(where: { instruction.isVarying[$0] }) {
        features.append("\(ConditionalLogit.expected)named varying")
        features.append(memory.isDone(range) ? "taken up" : "not taken up")
      }
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
