import Trace

/// What steps are about: the records that they open, the texts that come up again soon after, and the rows of opened
/// files that they enter cells of.
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
  static func find(in steps: [Step], tables: [OpenedTable]) -> (things: [[UInt64]], spanned: [Bool]) {
    let mentions = steps.map(mentions)
    var counts: [String: Int] = [:]
    for text in mentions.flatMap({ Set($0.map(\.text)) }) { counts[text, default: 0] += 1 }
    let particular = mentions.map { $0.filter { counts[$0.text] ?? 0 <= mostMentions } }
    let rows = rowNames(in: tables.map(\.table))
    var things = steps.map { Set(records(of: $0) + [$0.enteredText.flatMap { rows[$0.trimmed] }].compactMap { $0 }) }
    var spanned = [Bool](repeating: false, count: steps.count)
    for index in steps.indices where !particular[index].isEmpty {
      for earlier in max(0, index - reach)..<index where steps[earlier].id.session == steps[index].id.session {
        // What is done to the same element again is done anew, even where the text is the same.
        guard !isRepetition(steps[earlier], steps[index]) else { continue }
        for mention in particular[index] {
          for other in particular[earlier] where mention.tells(with: other) {
            let (text, otherText) = (mention.text, other.text)
            let (short, long) = text.utf8.count < otherText.utf8.count ? (text, otherText) : (otherText, text)
            guard long.contains(short) else { continue }
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

  /// A text that a step is about.
  private struct Mention {
    enum Origin {
      /// Typed, copied or pasted.
      case given
      /// The name of a row.
      case row
      /// The name of a link, or a value in the address that it led to: most of them stand there always.
      case link
    }

    var text: String
    var origin: Origin

    /// Whether the same text in both says that they are about the same thing.
    func tells(with other: Mention) -> Bool {
      switch (origin, other.origin) {
      case (.link, .link), (.link, .row), (.row, .link): false
      default: true
      }
    }
  }

  private static func isRepetition(_ step: Step, _ other: Step) -> Bool {
    guard step.action.isEntry, other.action.isEntry, let element = step.element, let otherElement = other.element else {
      return false
    }
    return element.isSame(as: otherElement)
      && PathTemplate(step.place.innermostDocument) == PathTemplate(other.place.innermostDocument)
  }

  /// The record that is open, and the one that is opened.
  private static func records(of step: Step) -> [String] {
    let document = step.place.innermostDocument
    let destination = step.destination.map { String($0.prefix { $0 != "?" && $0 != "#" }) }
    // What only leads elsewhere is about what it leads to.
    if step.isMove, let destination { return [destination].filter(PathTemplate.hasRecord) }
    return [document, destination].compactMap { $0 }.filter(PathTemplate.hasRecord)
  }

  /// For each cell that stands in one row only, of all the files: a name of that row.
  private static func rowNames(in tables: [Table]) -> [String: String] {
    var names: [String: String] = [:]
    var ambiguous: Set<String> = []
    for table in tables {
      for row in table.rows {
        // The same file opened again has the same rows.
        let name = "row of " + table.name + ": " + row.joined(separator: "\u{0}")
        for cell in row.map(\.trimmed) where cell.utf8.count >= shortest {
          if let known = names[cell], known != name { ambiguous.insert(cell) }
          names[cell] = name
        }
      }
    }
    for cell in ambiguous { names[cell] = nil }
    return names
  }

  /// What is typed, copied or pasted, what names a row or a link, and what stands in an address.
  private static func mentions(of step: Step) -> [Mention] {
    var texts: [Mention] = []
    switch step.action {
    case .fill(let text), .copy(let text), .cut(let text), .paste(let text, _):
      texts.append(Mention(text: text.trimmed, origin: .given))
    default: break
    }
    if let element = step.element, !step.action.isEntry || element.role == .checkbox {
      if element.surroundings.rowIndex != nil {
        texts.append(Mention(text: element.name.trimmed, origin: .row))
      } else if element.role == .link {
        texts.append(Mention(text: element.name.trimmed, origin: .link))
      }
    }
    if let destination = step.destination {
      texts += destination.queryValues.map { Mention(text: $0, origin: .link) }
    }
    return texts.filter { $0.text.utf8.count >= shortest }
  }
}

extension String {
  /// The values of an address's query: `a b` and `2` of `/page?q=a%20b&n=2`.
  fileprivate var queryValues: [String] {
    guard let mark = firstIndex(of: "?") else { return [] }
    return self[index(after: mark)...].prefix { $0 != "#" }.split(separator: "&").compactMap { pair in
      guard let equals = pair.firstIndex(of: "=") else { return nil }
      return String(pair[pair.index(after: equals)...]).withoutPercents
    }
  }

  /// As it was before it was written into an address.
  private var withoutPercents: String {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      let code = rest.prefix(2)
      if byte == UInt8(ascii: "%"), code.count == 2, let value = UInt8(String(decoding: code, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
