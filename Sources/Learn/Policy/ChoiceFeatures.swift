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
    if let group = reading.group[index] {
      for member in reading.members[group] ?? [] where member != index && !reading.nodes[member].text.isEmpty {
        if isNamed(reading.words[member]) { relations.append(reading.kind[member]) }
      }
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
    let index = choice.node
    let node = reading.nodes[index]
    let kind = reading.kind[index]
    let said = reading.said[index]

    // What it is.
    features.add("kind", kind)
    features.add("tag", node.tag)
    for name in node.classes where !SceneReading.isPassing(name) { features.add("class", name) }
    let id = Wording.parts(of: node.id).joined(separator: "-")
    if !id.isEmpty { features.addParticular("id", id) }
    if said.isEmpty { features.add("says nothing") } else if said.count <= 30 { features.addParticular("says", said) }
    if let label = reading.label[index] { features.addParticular("label", label.joined(separator: " ")) }

    // Where it is among its kind, and in the page.
    let place = reading.place[index]
    let siblings = reading.ofKind[kind]?.count ?? 1
    if siblings > 1 {
      features.addParticular("place", "\(kind) \(min(place, 5))")
      if place == siblings - 1 { features.addParticular("last of", kind) }
    } else {
      features.add("only one", kind)
    }
    if ordinals.contains(place + 1), siblings > 1 { features.addExpected("ordinal") }
    if numbers.contains(Double(place + 1)), siblings > 1 { features.add("number is place") }

    // Its state, and what was done to it.
    let times = memory.times(node.handle, choice.verb)
    var state = times == 0 ? "fresh" : times == 1 ? "done" : "done twice"
    if let isChecked = node.isChecked { state += isChecked ? " checked" : " unchecked" }
    if let value = node.value, node.tag != "select" { state += value.isEmpty ? " empty" : " full" }
    features.add("state", state)
    features.add("state of", "\(kind) \(state)")
    if let last = memory.last {
      if last.kind == kind { features.add("kind of last") }
      if last.handle != nil, last.handle == node.handle {
        features.add("last again")
        features.add("last again", kind)
      }
    }
    if !memory.before.isEmpty, let handle = node.handle, !memory.before.contains(handle) {
      features.add("new")
      features.add("new", kind)
    }

    relations(of: index, state: state, into: &features)
    if let last = memory.last, !last.relations.isEmpty, last.verb == choice.verb {
      let isLike = times == 0 && node.handle.map(alike.contains) ?? false
      if isLike { features.add("like the last") } else if last.kind == kind { features.add("not like the last") }
    }
    looks(of: index, into: &features)
    for line in reading.lines[index] ?? [] { features.add("line", line) }
    if let ranks = reading.ranks[index] {
      for rank in ranks {
        features.add("rank", rank)
        for word in instruction.words.indices where instruction.isChoosing[word] {
          features.add("asked \(instruction.words[word].text), rank", rank)
        }
      }
    }

    // What was done before, and what is left to be done, with what it is.
    let identity = said.isEmpty || said.count > 20 ? kind + "#" + id : kind + " " + said
    for part in context {
      features.addParticular(part, kind)
      features.addParticular(part, identity)
    }
    features.addParticular(pending > 0 ? "pending" : "none pending", identity)
    features.add(pending > 0 ? "pending" : "none pending", kind)
    if let last = memory.last, !last.relations.isEmpty {
      let more = alike.isEmpty ? "no more like the last" : "more like the last"
      features.addParticular(more, identity)
      features.add(more, kind)
    }
    if let last = memory.last, let quantity = numbers.first, numbers.count == 1 {
      let count = Double(memory.done.filter { $0.kind == last.kind && $0.verb == last.verb }.count)
      features.addParticular(count < quantity ? "too few" : "enough", identity)
      if count >= quantity { features.add("enough", "\(last.kind == kind)") }
    }
    if let calendar {
      features.add("calendar \(calendar)", identity)
      features.add("calendar \(calendar)", kind)
      if let day = instruction.days.first?.day, calendar == "right", said == "\(day.day)" {
        features.addExpected("day")
        features.add("day", kind)
      }
    }
    for (state, isKnown) in [("value \(level ?? "")", level != nil), ("calendar \(calendar ?? "")", calendar != nil)]
    where isKnown {
      for name in node.classes where !SceneReading.isPassing(name) { features.add(state, "class " + name) }
      features.addParticular(state, "place \(place) \(kind)")
    }
    if let level {
      features.add("value \(level)", identity)
      features.add("value \(level)", kind)
    }
    if !ordinals.isEmpty, siblings > 1 {
      let counted = place + memory.gone(kind, in: reading)
      if ordinals.contains(counted + 1) { features.addExpected("ordinal over pages") }
    }
    if let isOrdinalHere {
      features.addParticular(isOrdinalHere ? "ordinal here" : "ordinal not here", identity)
      features.add(isOrdinalHere ? "ordinal here" : "ordinal not here", kind + "#" + id)
    }
    // Words of the instruction that choose among few.
    for word in instruction.words.indices where instruction.isChoosing[word] {
      let asked = "asked \(instruction.words[word].text)"
      features.add(asked, kind + "#" + id)
      if !said.isEmpty, said.count <= 20 { features.addParticular(asked, identity) }
      if siblings > 1, siblings < 6, said.isEmpty { features.add(asked, "place \(place) \(kind)") }
      if let label = reading.label[index] { features.add(asked, "label " + label.joined(separator: " ")) }
    }
    return features.names
  }
}
