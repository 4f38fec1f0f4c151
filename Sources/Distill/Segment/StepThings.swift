import Trace

/// What steps are about: the records that they open and the texts that come up again soon after.
///
///     click “We have moved (Iris)”   Search ← “Iris”   click “Iris” → /customer/9/   fill at /customer/9/
///     └────────────── Iris ────────────────┘ └── Iris ──────┘      └──── /customer/9/ ────┘
enum StepThings {
  /// How many steps apart two mentions of one thing may be.
  static let reach = 30
  /// What is mentioned more often than this is no particular thing.
  static let mostMentions = 8
  /// Shorter texts say too little.
  static let shortest = 5

  /// The things of each step, and after which steps one of them is still to come up again.
  static func find(in steps: [Step]) -> (things: [[UInt64]], spanned: [Bool]) {
    let mentions = steps.map(mentions)
    var counts: [String: Int] = [:]
    for text in mentions.flatMap(Set.init) { counts[text, default: 0] += 1 }
    var things = steps.map { Set(records(of: $0)) }
    var spanned = [Bool](repeating: false, count: steps.count)
    for index in steps.indices {
      for earlier in max(0, index - reach)..<index where steps[earlier].id.session == steps[index].id.session {
        for text in mentions[index] where counts[text] ?? 0 <= mostMentions {
          for other in mentions[earlier] where counts[other] ?? 0 <= mostMentions {
            let (short, long) = text.utf8.count < other.utf8.count ? (text, other) : (other, text)
            guard short.utf8.count >= shortest, long.contains(short) else { continue }
            things[earlier].insert(short)
            things[index].insert(short)
          }
        }
      }
    }
    var last: [String: Int] = [:]
    for index in steps.indices {
      for thing in things[index] {
        if let before = last[thing], index - before <= reach, steps[before].id.session == steps[index].id.session {
          for position in before..<index { spanned[position] = true }
        }
        last[thing] = index
      }
    }
    return (things.map { $0.sorted().map(StableHash.of) }, spanned)
  }

  /// The record that is open, and the one that is opened.
  private static func records(of step: Step) -> [String] {
    let document = step.place.innermostDocument
    let destination = step.destination.map { String($0.prefix { $0 != "?" && $0 != "#" }) }
    return [document, destination].compactMap { $0 }.filter(PathTemplate.hasRecord)
  }

  /// What is typed, copied or pasted, and what names a row.
  private static func mentions(of step: Step) -> [String] {
    var texts: [String] = []
    switch step.action {
    case .fill(let text), .copy(let text), .cut(let text), .paste(let text, _): texts.append(text.trimmed)
    default: break
    }
    if let element = step.element, element.surroundings.rowIndex != nil,
      !step.action.isEntry || element.role == .checkbox
    {
      texts.append(element.name.trimmed)
    }
    return texts.filter { $0.utf8.count >= shortest }
  }
}
