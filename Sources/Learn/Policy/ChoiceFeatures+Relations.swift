import Trace

/// How a choice and what stands around it relate to the request.
extension ChoiceFeatures {
  func relations(of index: Int, state: String, into features: inout Features) {
    let node = reading.nodes[index]
    if let label = reading.label[index] { match("label", label, state, into: &features) }
    match("own", reading.words[index], state, text: reading.said[index], into: &features)
    quotations(of: index, into: &features)
    let names =
      Wording.parts(of: node.id) + node.classes.flatMap(Wording.parts) + node.hints.flatMap(Wording.words(of:))
    for name in Set(names).sorted() { match("name", [name], state, into: &features) }
    match("name", Wording.words(of: node.id), state, into: &features)
    for role in roles(of: node) { match("role", [role], state, into: &features) }
    for member in reading.groupMembers(of: index) {
      let relation = "group" + (reading.nodes[member].tag == "t" ? "" : " " + reading.kind[member])
      match(relation, reading.words[member], state, into: &features)
    }
  }

  /// How what it says begins and ends, where the instruction quotes beginnings and ends.
  func quotations(of index: Int, into features: inout Features) {
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

  func quote(_ range: Range<Int>) -> String { String(instruction.characters[range]).lowercased() }

  func roles(of node: SceneNode) -> [String] {
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
  func match(
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

  func partial(_ relation: String, _ words: [String], _ state: String, into features: inout Features) {
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
}
