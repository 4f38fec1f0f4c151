import Trace

/// What tells the choices of a scene apart: their relations to the instruction, to what stands around them, to what was
/// done before, and what they look like.
struct ChoiceFeatures {
  let reading: SceneReading
  let instruction: Request
  let memory: PolicyMemory
  let context: [String]
  let looksWanted: LooksWanted
  let ordinals: [Int]
  let numbers: [Double]

  init(_ reading: SceneReading, _ instruction: Request, _ memory: PolicyMemory) {
    self.reading = reading
    self.instruction = instruction
    self.memory = memory
    looksWanted = LooksWanted(instruction)
    ordinals = instruction.words.compactMap { Wording.ordinal($0.text) }
    numbers = instruction.words.compactMap { Wording.number($0.text) }
    var context: [String] = []
    if let last = memory.last {
      context.append("after \(last.verb) \(last.kind)")
      if !last.said.isEmpty { context.append("after \(last.verb) \(last.kind) \(last.said.prefix(20))") }
    } else {
      context.append("first")
    }
    context.append("step \(min(memory.done.count, 4))")
    self.context = context
    for index in reading.candidates {
      guard let mention = mention(of: reading.words[index].isEmpty ? reading.label[index] ?? [] : reading.words[index])
      else { continue }
      if mention.isVarying, !mention.isDone, memory.times(reading.nodes[index].handle, "click") == 0 {
        pending += 1
        earliest = min(earliest, mention.range.lowerBound)
      }
    }
    if let last = memory.last, !last.relations.isEmpty {
      alike = Set(
        reading.candidates.compactMap { index in
          guard reading.kind[index] == last.kind, let handle = reading.nodes[index].handle,
            memory.times(handle, last.verb) == 0, Self.relations(of: index, in: reading, instruction) == last.relations
          else { return nil }
          return handle
        })
    }
    let fields = reading.candidates.filter { reading.isField($0) }
    if fields.count == 1, numbers.count == 1, let wanted = numbers.first, let text = reading.nodes[fields[0]].value,
      let value = text.isEmpty ? 0 : Double(text)
    {
      level = value < wanted ? "below" : value > wanted ? "above" : "right"
    }
    if !ordinals.isEmpty {
      isOrdinalHere = reading.ofKind.keys.sorted().contains { kind in
        guard let all = reading.ofKind[kind], all.count > 1 else { return false }
        let gone = memory.gone(kind, in: reading)
        return all.indices.contains { ordinals.contains($0 + gone + 1) }
      }
    }
    if let month = reading.months.first, let day = instruction.days.first?.day, reading.months.count == 1 {
      let own = (month.year, month.month)
      let wanted = (day.year, day.month)
      calendar = own < wanted ? "early" : own > wanted ? "late" : "right"
    }
  }

  var pending = 0
  /// How the one field's number stands to the one that is asked for.
  var level: String?
  /// Whether the place that is asked for is on this page of several.
  var isOrdinalHere: Bool?
  /// What is as the last was, and was not done yet.
  var alike: Set<String> = []
  var earliest = Int.max
  /// Whether the month that is shown is before the one that is asked for, after it, or that.
  var calendar: String?

  /// What of a choice and of what stands around it the instruction names, where that changes from task to task.
  static func relations(of index: Int, in reading: SceneReading, _ instruction: Request) -> [String] {
    func isNamed(_ words: [String]) -> Bool {
      instruction.occurrences(of: words).contains { $0.contains { instruction.isVarying[$0] } }
    }
    var relations: [String] = []
    if isNamed(reading.words[index]) { relations.append("own") }
    if isNamed(reading.label[index] ?? []) { relations.append("label") }
    for member in reading.groupMembers(of: index) where isNamed(reading.words[member]) {
      relations.append(reading.kind[member])
    }
    return relations
  }

  struct Mention {
    var range: Range<Int>
    var isVarying: Bool
    var isDone: Bool
  }

  /// Where the instruction names words: what was not done yet first.
  func mention(of words: [String]) -> Mention? {
    var best: Mention?
    for range in instruction.occurrences(of: words) {
      let found = Mention(
        range: range, isVarying: range.contains { instruction.isVarying[$0] }, isDone: memory.isDone(range))
      guard let known = best else {
        best = found
        continue
      }
      func rank(_ mention: Mention) -> Int { (mention.isVarying ? 2 : 0) + (mention.isDone ? 0 : 1) }
      if rank(found) > rank(known) { best = found }
    }
    return best
  }

  func features(of choice: Choice) -> [String] {
    var features = Features(verb: choice.verb)
    let subject = Subject(choice, in: reading, memory)
    describe(subject, into: &features)
    arrange(subject, into: &features)
    recall(subject, into: &features)
    relations(of: subject.index, state: subject.state, into: &features)
    compare(subject, into: &features)
    looks(of: subject.index, into: &features)
    rank(subject, into: &features)
    progress(subject, into: &features)
    quantities(subject, into: &features)
    days(subject, into: &features)
    places(subject, into: &features)
    choosing(subject, into: &features)
    return features.names
  }

  /// What the features of a choice are about.
  struct Subject {
    var index: Int
    var verb: String
    var node: SceneNode
    var kind: String
    var said: String
    /// Its technical name, without numbers.
    var id: String
    /// What it is and says, where that is short: known again on another page.
    var identity: String
    /// Its place among those of its kind, and how many there are.
    var place: Int
    var siblings: Int
    /// How often this was done to it.
    var times: Int
    /// What it holds, and what was done to it.
    var state: String

    init(_ choice: Choice, in reading: SceneReading, _ memory: PolicyMemory) {
      index = choice.node
      verb = choice.verb
      node = reading.nodes[index]
      kind = reading.kind[index]
      said = reading.said[index]
      id = Wording.parts(of: node.id).joined(separator: "-")
      identity = said.isEmpty || said.count > 20 ? kind + "#" + id : kind + " " + said
      place = reading.place[index]
      siblings = reading.ofKind[kind]?.count ?? 1
      times = memory.times(node.handle, choice.verb)
      state = times == 0 ? "fresh" : times == 1 ? "done" : "done twice"
      if let isChecked = node.isChecked { state += isChecked ? " checked" : " unchecked" }
      if let value = node.value, node.tag != "select" { state += value.isEmpty ? " empty" : " full" }
    }
  }
}
