import Trace

/// An element made ready for comparison: each trait as one number, and those made of words as sets of numbers.
///
/// Comparing numbers instead of texts is what lets thousands of candidates be weighed in milliseconds.
struct Portrait: Sendable {
  /// One digest for each trait; 0 where the element has not got it.
  var digests: [UInt64]
  /// The words of traits made of words, sorted.
  var words: [Trait: [UInt64]]
  /// The element and those around it, from the innermost, each told by its role or tag and its number; without the
  /// element where its number is not known.
  var path: [UInt64]
  var bounds: Bounds?

  init(_ element: Element) {
    digests = [UInt64](repeating: 0, count: Trait.allCases.count)
    words = [:]
    path = element.ancestors.map { Digest.of($0.attributes["tag"] ?? $0.role.rawValue, number: $0.index) }
    if let index = element.index {
      path.insert(Digest.of(element.attributes["tag"] ?? element.role.rawValue, number: index), at: 0)
    }
    bounds = element.bounds
    let attributes = element.attributes

    set(.role, element.role.rawValue)
    set(.tag, attributes["tag"])
    set(.type, attributes["type"])
    setWords(.name, element.name)
    setWords(.text, attributes["text"])
    setWords(.label, element.surroundings.label)
    setWords(.title, attributes["title"])
    setWords(.placeholder, attributes["placeholder"])
    setWords(.alternative, attributes["alt"] ?? attributes["aria-label"])
    set(.testID, attributes["data-testid"] ?? attributes["data-test"] ?? attributes["data-qa"])
    setWords(.id, attributes["id"])
    setWords(.formName, attributes["name"])
    set(.autocomplete, attributes["autocomplete"])
    setWords(.destination, attributes["href"])
    setWords(.style, attributes["class"])
    setWords(.heading, element.surroundings.heading)
    setWords(.row, element.surroundings.row)
    setWords(.column, element.surroundings.column)
    setWords(.neighbours, attributes["neighbours"])
    set(.rowIndex, element.surroundings.rowIndex.map(String.init))
    set(.columnIndex, element.surroundings.columnIndex.map(String.init))
    setOptions(element.options)
    setOthers(attributes)
    setPaths(element.ancestors)
    setRegions(element.ancestors)
    if bounds != nil {
      for trait in [Trait.position, .size, .shape] { digests[trait.rawValue] = 1 }
    }
  }

  subscript(trait: Trait) -> UInt64 { digests[trait.rawValue] }

  private mutating func set(_ trait: Trait, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    digests[trait.rawValue] = Digest.of(text)
  }

  private mutating func setWords(_ trait: Trait, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    let found = Digest.words(of: text)
    guard !found.isEmpty else { return set(trait, text) }
    digests[trait.rawValue] = Digest.of(found)
    words[trait] = found.sorted()
  }

  private mutating func setOptions(_ options: [String]) {
    guard !options.isEmpty else { return }
    let all = options.map { Digest.of($0) }
    digests[Trait.options.rawValue] = Digest.of(all)
    words[.options] = all.sorted()
  }

  private static let known: Set<String> = [
    "tag", "type", "text", "title", "placeholder", "alt", "aria-label", "data-testid", "data-test", "data-qa", "id",
    "name", "autocomplete", "href", "class", "neighbours", "value",
  ]

  /// Attributes without a trait of their own, together.
  private mutating func setOthers(_ attributes: [String: String]) {
    let others = attributes.lazy.filter { !Portrait.known.contains($0.key) }
      .map { Digest.of($0.key) ^ (Digest.of($0.value) &* 31) }
      .sorted()
    guard !others.isEmpty else { return }
    digests[Trait.others.rawValue] = Digest.of(others)
    words[.others] = others
  }

  /// The whole path, and the part of it up to the nearest ancestor with an id.
  private mutating func setPaths(_ ancestors: [Ancestor]) {
    guard !ancestors.isEmpty else { return }
    digests[Trait.path.rawValue] = Digest.of(path)
    guard let anchor = ancestors.firstIndex(where: { !($0.attributes["id"] ?? "").isEmpty }) else { return }
    let anchored =
      path[..<(anchor + path.count - ancestors.count)] + [Digest.of(ancestors[anchor].attributes["id"] ?? "")]
    digests[Trait.anchoredPath.rawValue] = Digest.of(Array(anchored))
    words[.anchoredPath] = anchored.sorted()
  }

  /// What the elements that mark regions are, in terms of WAI-ARIA.
  private static let regions: [String: Role] = [
    "header": "banner", "nav": "navigation", "main": "main", "footer": "contentinfo", "aside": "complementary",
    "form": "form", "dialog": "dialog", "search": "search",
  ]

  private mutating func setRegions(_ ancestors: [Ancestor]) {
    let around = ancestors.compactMap { ancestor -> Role? in
      if Portrait.regions.values.contains(ancestor.role) { return ancestor.role }
      return Portrait.regions[ancestor.attributes["tag"] ?? ""]
    }
    guard !around.isEmpty else { return }
    let all = Set(around.map { Digest.of($0.rawValue) }).sorted()
    digests[Trait.regions.rawValue] = Digest.of(all)
    words[.regions] = all
  }
}
