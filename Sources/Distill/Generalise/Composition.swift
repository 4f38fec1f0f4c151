import Trace

/// A text that is put together of several values with the same words between them.
///
///     row       Sales │ Ada Adler, Ivo Holm             Accounts │ Jana Kowal
///     typed     “Minutes of Sales\nPresent: Ada Adler, Ivo Holm”   “Minutes of Accounts\nPresent: Jana Kowal”
///     ───────────────────────────────────────────────────────────────────────────
///     “Minutes of ” + team + “\nPresent: ” + present
///
/// A value counts where it stands as whole words in every one of the texts; at each place the longest one does. What
/// is left over must be the same in all of them.
struct Composition: Sendable, Hashable {
  /// The values that it is put together of, by their numbers, each once.
  var values: [Int]
  var transformation: Transformation

  /// A value that only one episode had, or that was the same in all, is taken for a part from this length on: shorter
  /// ones stand in a text by chance.
  static let shortest = 4

  /// The composition of texts, one for each episode, of values that have a text for each episode too; nil for none.
  static func find(_ texts: [Int: String], of values: [[Int: String]]) -> Composition? {
    let episodes = texts.keys.sorted()
    var left = values.indices.filter { number in
      episodes.allSatisfy { episode in
        guard let text = texts[episode], let value = values[number][episode] else { return false }
        return !value.isEmpty && text.unicodeScalars.count > value.unicodeScalars.count && isIn(text, value)
      } && isTelling(episodes.compactMap { values[number][$0] })
    }
    // Where a short value stands in some of the texts by chance, there is one without it.
    while !left.isEmpty {
      let parsed = episodes.map { episode in
        parse(texts[episode] ?? "", left.map { ($0, values[$0][episode] ?? "") })
      }
      if let parts = common(parsed) { return Composition(parts) }
      guard let shortest = left.min(by: { length($0) < length($1) }) else { break }
      left.removeAll { $0 == shortest }
    }
    return nil

    func length(_ number: Int) -> Int { episodes.reduce(0) { $0 + (values[number][$1] ?? "").utf8.count } }
  }

  private enum Part: Hashable {
    case words(String)
    /// Any of these values.
    case value(Set<Int>)
  }

  private init(_ parts: [Part]) {
    var numbers: [Int] = []
    let expressions = parts.map { part -> TextExpression in
      switch part {
      case .words(let text): return .constant(text)
      case .value(let any):
        let number = any.min() ?? 0
        if let known = numbers.firstIndex(of: number) { return .input(known) }
        numbers.append(number)
        return .input(numbers.count - 1)
      }
    }
    values = numbers
    transformation = Transformation(parts: expressions)
  }

  private static func isTelling(_ texts: [String]) -> Bool {
    Set(texts).count > 1 || texts.allSatisfy { $0.unicodeScalars.count >= shortest }
  }

  /// What all of them have in common: the same words, and values that are the same ones.
  private static func common(_ parsed: [[Part]]) -> [Part]? {
    guard var parts = parsed.first, parts.contains(where: { if case .value = $0 { true } else { false } }) else {
      return nil
    }
    for other in parsed.dropFirst() {
      guard other.count == parts.count else { return nil }
      for index in parts.indices {
        switch (parts[index], other[index]) {
        case (.words(let own), .words(let text)) where own == text: continue
        case (.value(let own), .value(let numbers)) where !own.isDisjoint(with: numbers):
          parts[index] = .value(own.intersection(numbers))
        default: return nil
        }
      }
    }
    return parts
  }

  /// The text as words and values, from its beginning on, the longest value first.
  private static func parse(_ text: String, _ values: [(number: Int, text: String)]) -> [Part] {
    let scalars = Array(text.unicodeScalars)
    let sorted = values.map { ($0.number, Array($0.text.unicodeScalars)) }.sorted {
      ($1.1.count, $0.0) < ($0.1.count, $1.0)
    }
    var parts: [Part] = []
    var words = String.UnicodeScalarView()
    var position = 0
    while position < scalars.count {
      let fitting = sorted.filter { stands($0.1, in: scalars, at: position) }
      guard let longest = fitting.first?.1 else {
        words.append(scalars[position])
        position += 1
        continue
      }
      if !words.isEmpty { parts.append(.words(String(words))) }
      words = String.UnicodeScalarView()
      parts.append(.value(Set(fitting.filter { $0.1 == longest }.map(\.0))))
      position += longest.count
    }
    if !words.isEmpty { parts.append(.words(String(words))) }
    return parts
  }

  private static func isIn(_ text: String, _ value: String) -> Bool {
    let (scalars, sought) = (Array(text.unicodeScalars), Array(value.unicodeScalars))
    return (0...(scalars.count - sought.count)).contains { stands(sought, in: scalars, at: $0) }
  }

  /// Whether the value stands there, and its first and last words are no parts of longer ones.
  private static func stands(_ value: [Unicode.Scalar], in text: [Unicode.Scalar], at position: Int) -> Bool {
    let end = position + value.count
    guard end <= text.count, text[position] == value[0], text[position..<end].elementsEqual(value) else { return false }
    let isBegun = position == 0 || !(text[position - 1].isWordly && value[0].isWordly)
    let isEnded = end == text.count || !(text[end].isWordly && value[value.count - 1].isWordly)
    return isBegun && isEnded
  }
}
