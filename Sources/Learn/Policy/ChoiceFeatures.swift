import Trace

/// What tells the choices of a scene apart: their relations to the instruction, to what stands around them, to what was
/// done before, and what they look like.
struct ChoiceFeatures {
  let reading: SceneReading
  let instruction: Request
  let memory: PolicyMemory
  private let context: [String]
  private let looksWanted: LooksWanted
  private let ordinals: [Int]
  private let numbers: [Double]

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

  private var pending = 0
  /// How the one field's number stands to the one that is asked for.
  private var level: String?
  /// Whether the place that is asked for is on this page of several.
  private var isOrdinalHere: Bool?
  /// What is as the last was, and was not done yet.
  private var alike: Set<String> = []
  private var earliest = Int.max
  /// Whether the month that is shown is before the one that is asked for, after it, or that.
  private var calendar: String?

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
      if siblings > 1, siblings < 6 { features.add(asked, "place \(place) \(kind)") }
      if let label = reading.label[index] { features.add(asked, "label " + label.joined(separator: " ")) }
    }
    return features.names
  }

  private func relations(of index: Int, state: String, into features: inout Features) {
    let node = reading.nodes[index]
    if let label = reading.label[index] { match("label", label, state, into: &features) }
    match("own", reading.words[index], state, text: reading.said[index], into: &features)
    quotations(of: index, into: &features)
    let names =
      Wording.parts(of: node.id) + node.classes.flatMap(Wording.parts) + node.hints.flatMap(Wording.words(of:))
    for name in Set(names).sorted() { match("name", [name], state, into: &features) }
    match("name", Wording.words(of: node.id), state, into: &features)
    for role in roles(of: node) { match("role", [role], state, into: &features) }
    if let group = reading.group[index] {
      for member in reading.members[group] ?? [] where member != index && !reading.nodes[member].text.isEmpty {
        let relation = "group" + (reading.nodes[member].tag == "t" ? "" : " " + reading.kind[member])
        match(relation, reading.words[member], state, into: &features)
      }
    }
  }

  /// How what it says begins and ends, where the instruction quotes beginnings and ends.
  private func quotations(of index: Int, into features: inout Features) {
    let said = reading.said[index].lowercased()
    guard !said.isEmpty, !instruction.quotes.isEmpty else { return }
    let isDone = memory.done.contains { done in
      done.verb == "click" && instruction.quotes.allSatisfy { done.said.lowercased().contains(quote($0)) }
    }
    if isDone {
      features.add("quoted before")
      return
    }
    var met = 0
    for range in instruction.quotes {
      let quote = quote(range)
      let word = instruction.words.last { $0.range.upperBound <= range.lowerBound }?.text ?? "^"
      let before =
        instruction.words.dropLast().last { $0.range.upperBound < range.lowerBound && $0.text != word }?.text ?? "^"
      if said.hasPrefix(quote) {
        features.addExpected("begins as quoted")
        features.add("begins as quoted", "\(before) \(word)")
      }
      if said.hasSuffix(quote) {
        features.addExpected("ends as quoted")
        features.add("ends as quoted", "\(before) \(word)")
      }
      if said.contains(quote) { met += 1 }
    }
    if met == instruction.quotes.count { features.addExpected("all quoted") }
    features.add(met == instruction.quotes.count ? "all quoted" : met > 0 ? "some quoted" : "none quoted")
  }

  private func quote(_ range: Range<Int>) -> String { String(instruction.characters[range]).lowercased() }

  private func roles(of node: SceneNode) -> [String] {
    switch (node.tag, node.type) {
    case ("a", _): ["link"]
    case ("button", _), ("input", "submit"), ("input", "button"): ["button"]
    case ("input", let type?): [type, "textbox", "input"]
    case ("textarea", _): ["textarea", "textbox", "text"]
    case ("select", _): ["list", "dropdown", "select"]
    case ("img", _): ["image", "picture"]
    default: [node.tag]
    }
  }

  /// How a text that belongs to a choice stands to the instruction.
  private func match(
    _ relation: String, _ words: [String], _ state: String, text: String? = nil, into features: inout Features
  ) {
    guard !words.isEmpty else { return }
    guard let mention = mention(of: words) else {
      partial(relation, words, state, into: &features)
      return
    }
    guard mention.isVarying else {
      features.add("\(relation) named")
      features.add("\(relation) named fixed")
      return
    }
    let (lower, upper) = (mention.range.lowerBound, mention.range.upperBound)
    let written = instruction.words[lower].range.lowerBound..<instruction.words[upper - 1].range.upperBound
    let isAsWritten = text.map {
      Wording.written(Array($0)) == Wording.written(Array(instruction.characters[written]))
    }
    if isAsWritten == false, instruction.quote(of: lower) != nil {
      features.add("\(relation) quoted in another writing")
      return
    }
    features.add("\(relation) named")
    // What was taken up before is not spoken of any more.
    if mention.isDone {
      features.add("\(relation) named varying, done")
    } else if isAsWritten == false {
      features.add("\(relation) named in another writing")
    } else {
      features.addExpected("\(relation) named varying")
      if mention.range.contains(where: { instruction.isNew[$0] }) { features.addExpected("\(relation) named new") }
    }
    features.add("\(relation) named varying", state)
    features.add("\(relation) named", mention.isDone ? "before" : "not yet")
    if !mention.isDone, lower == earliest { features.add("\(relation) named first") }
    if mention.range.count > 1 { features.add("\(relation) named at length") }
    features.add("\(relation) named after", instruction.word(lower - 1))
    features.add("\(relation) named before", instruction.word(upper))
    features.add("\(relation) named around", instruction.word(lower - 1) + " " + instruction.word(upper))
    if let slot = instruction.slot[lower] { features.add("\(relation) slot", "\(min(slot, 6))") }
    if let quote = instruction.quote(of: lower) { features.add("\(relation) quoted", "\(quote)") }
    for word in instruction.words[..<lower] where ["not", "except", "without", "but", "no"].contains(word.text) {
      features.add("\(relation) excepted")
    }
  }

  private func partial(_ relation: String, _ words: [String], _ state: String, into features: inout Features) {
    var common: Set<String> = []
    var first: Int?
    for (index, word) in instruction.words.enumerated() where instruction.isVarying[index] && words.contains(word.text)
    {
      common.insert(word.text)
      if first == nil { first = index }
    }
    if let first {
      features.add("\(relation) partly named")
      if common.count > 1 { features.add("\(relation) partly named more") }
      if let slot = instruction.slot[first] { features.add("\(relation) partly slot", "\(min(slot, 6))") }
    }
    for run in instruction.runs where run.count < words.count {
      let wanted = run.map { instruction.words[$0].text }
      guard (0...(words.count - wanted.count)).contains(where: { Array(words[$0..<$0 + wanted.count]) == wanted })
      else { continue }
      features.addExpected("\(relation) holds")
      features.add("\(relation) holds after", instruction.word(run.lowerBound - 1))
      features.add("\(relation) holds slot", "\(min(instruction.slot[run.lowerBound] ?? 0, 6))")
      features.add("\(relation) holds", memory.isDone(run) ? "before" : "not yet")
    }
    if let beginning = words.first {
      for index in instruction.words.indices
      where instruction.isVarying[index] && instruction.words[index].text.count >= 2 {
        if beginning.hasPrefix(instruction.words[index].text) {
          features.add("\(relation) begins")
          features.add("\(relation) begins after", instruction.word(index - 1))
        }
        if words.count == 1, beginning.count > 2, beginning.hasSuffix(instruction.words[index].text) {
          features.add("\(relation) ends")
        }
      }
    }
  }

  private func looks(of index: Int, into features: inout Features) {
    let node = reading.nodes[index]
    switch looksWanted.judge(node, among: reading) {
    // What cannot be told is not otherwise.
    case .is, .unknown: features.addExpected("looks as wanted")
    case .isNot: features.add("looks otherwise")
    case nil: break
    }
    if let color = node.color {
      for word in looksWanted.colors {
        if Looks.isNamed(color, word) { features.addExpected("of the colour") }
        if Looks.family(color) == word {
          features.add("of the colour's family")
          features.add("of the colour's family", memory.times(node.handle, "click") == 0 ? "fresh" : "done")
        }
      }
    }
    if let shape = reading.words[index].first.flatMap(Looks.shape), reading.words[index].count == 1 {
      let drawn = reading.nodes.filter { Looks.drawn.contains($0.tag) && $0.tag != "tspan" }
      if drawn.count == 1, Looks.shapes(drawn[0]).contains(shape), !Looks.drawn.contains(node.tag) {
        features.addExpected("names what is drawn")
      }
    }
    if let number = Int(reading.said[index]), let count = looksWanted.count(in: reading) {
      if number == count { features.addExpected("counted") } else { features.add("miscounted") }
    }
  }
}

/// The features of a choice by their names, each prefixed with its verb.
struct Features {
  private let verb: String
  private(set) var names: [String] = []

  init(verb: String) {
    self.verb = verb
    names.append(verb)
  }

  /// What tells one page from another rather than what things have in common.
  mutating func addParticular(_ name: String, _ value: String) {
    names.append("\(ConditionalLogit.particular)\(verb): \(name) = \(value)")
  }

  /// What says that the request speaks of it.
  mutating func addExpected(_ name: String) { names.append("\(ConditionalLogit.expected)\(verb): \(name)") }

  mutating func add(_ name: String) { names.append("\(verb): \(name)") }
  mutating func add(_ name: String, _ value: String) { names.append("\(verb): \(name) = \(value)") }
}
