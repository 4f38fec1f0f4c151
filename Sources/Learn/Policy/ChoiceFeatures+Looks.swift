import Trace

/// How what a choice looks like relates to the request.
extension ChoiceFeatures {
  func looks(of index: Int, into features: inout Features) {
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
