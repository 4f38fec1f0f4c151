import Trace

/// What workflows are called: in the words of the work itself.
///
///     title “R-1116-628 | Change invoice | Back office”, entered Status, Reason   →   Change invoice: Status, Reason
///     title “Add invoice | Back office”, entered four fields                      →   Add invoice
///     titles “north [Our wiki]”, “south [Our wiki]”, button “Save”                →   Save in Our wiki
enum WorkflowName {
  /// Names for all workflows of a stream, told apart from each other.
  ///
  /// - Parameter given: what the person called them, which stays; nil for each that has no such name.
  static func names(for workflows: [[Episode]], given: [String?]) -> [String] {
    let sites = workflows.map(site)
    let phrases = zip(workflows, sites).map { workflow, site in Self.phrases(workflow).filter { $0.text != site } }
    // In how many workflows a phrase stands: what stands in all of them names none.
    var spread: [String: Int] = [:]
    for phrase in phrases.flatMap({ $0.map(\.text) }) { spread[phrase, default: 0] += 1 }
    let names = workflows.indices.map { index -> String in
      let own = phrases[index].filter { 2 * (spread[$0.text] ?? 1) <= max(2, workflows.count) }
      let base = (own.first ?? phrases[index].first)?.text ?? fallback(workflows[index], site: sites[index])
      let fields = decidedFields(workflows[index])
      return (1...3).contains(fields.count) ? base + ": " + fields.joined(separator: ", ") : base
    }
    var seen: [String: Int] = [:]
    for name in given.compactMap(\.self) { seen[name, default: 0] += 1 }
    return zip(names, given).map { name, given in
      if let given { return given }
      seen[name, default: 0] += 1
      return seen[name] == 1 ? name : "\(name) (\(seen[name] ?? 1))"
    }
  }

  /// What titles and headings said in nearly all episodes where the thing was left behind that they are about; titles
  /// first.
  private static func phrases(_ episodes: [Episode]) -> [(text: String, kind: Int)] {
    let results = episodes.compactMap { mainResult(of: $0) ?? $0.steps.last }
    var counts: [String: (count: Int, kind: Int, order: Int)] = [:]
    for step in results {
      let titles = step.place.title.components(separatedBy: [" | ", " - ", " – ", " — ", " · "])
      let heading = step.element?.surroundings.heading ?? ""
      for (order, text) in (titles + [heading]).map(\.trimmed).enumerated() where !text.isEmpty {
        let kind = order < titles.count ? 0 : 1
        let old = counts[text] ?? (0, kind, order)
        counts[text] = (old.count + 1, min(old.kind, kind), min(old.order, order))
      }
    }
    return counts.filter { $0.value.count * 10 >= results.count * 8 }
      .sorted { ($0.value.kind, $0.value.order, $0.key) < ($1.value.kind, $1.value.order, $1.key) }
      .map { ($0.key, $0.value.kind) }
  }

  /// What the places have in common that a workflow goes through: the words that nearly all titles end or begin with.
  /// Nil where it all happens on one page: its title says what is done there.
  private static func site(_ episodes: [Episode]) -> String? {
    let places = episodes.flatMap { $0.steps.map(\.place) }.filter { !$0.title.isEmpty }
    guard Set(places.map { $0.document + $0.query }).count > 1 else { return nil }
    var titles: [String: Int] = [:]
    for place in places { titles[place.title, default: 0] += 1 }
    var (ends, begins): ([[Substring]: Int], [[Substring]: Int]) = ([:], [:])
    for (title, count) in titles {
      let words = title.split(whereSeparator: \.isWhitespace)
      for length in 1...max(1, words.count) {
        ends[Array(words.suffix(length)), default: 0] += count
        begins[Array(words.prefix(length)), default: 0] += count
      }
    }
    for counts in [ends, begins] {
      let common = counts.filter { 10 * $0.value >= 8 * places.count }.keys.map { $0.joined(separator: " ") }
      let named = common.map(\.withoutEdgeSigns).filter { !$0.isEmpty }
      if let longest = named.max(by: { ($0.count, $1) < ($1.count, $0) }) { return longest }
    }
    return nil
  }

  /// The step that left behind what most was entered for.
  private static func mainResult(of episode: Episode) -> Step? {
    var best: (step: Step, entries: Int)?
    var entries = 0
    for step in episode.steps {
      if step.action.isEntry, step.isFreeText || step.action.verb == .select { entries += 1 }
      guard step.leavesSomething else { continue }
      if entries > best?.entries ?? -1 { best = (step, entries) }
      entries = 0
    }
    return best?.step
  }

  /// The labels of the fields that were filled differently from episode to episode in the main form.
  private static func decidedFields(_ episodes: [Episode]) -> [String] {
    var values: [String: Set<String>] = [:]
    var counts: [String: Int] = [:]
    var order: [String] = []
    for episode in episodes {
      guard let result = mainResult(of: episode) else { continue }
      for step in episode.steps
      where step.action.isEntry && step.isInSameDocument(as: result) && step.isInSameForm(as: result) {
        let label = step.elementLabel
        guard !label.isEmpty, let text = step.action.argument else { continue }
        if counts[label] == nil { order.append(label) }
        counts[label, default: 0] += 1
        values[label, default: []].insert(text)
      }
    }
    return order.filter { (values[$0]?.count ?? 0) > 1 && 2 * (counts[$0] ?? 0) >= episodes.count }
  }

  private static func fallback(_ episodes: [Episode], site: String?) -> String {
    let step = episodes.first.flatMap { mainResult(of: $0) ?? $0.steps.last }
    if case .run(let command)? = step?.action { return "Run " + command.prefix { !$0.isWhitespace } }
    let host = step.flatMap { Place.origin(of: $0.place.document) }?.split(separator: "/").last.map(String.init)
    let parts = [step?.elementLabel ?? "", site ?? host ?? step?.place.application ?? ""].filter { !$0.isEmpty }
    return parts.isEmpty ? "Work" : parts.joined(separator: " in ")
  }
}

extension Step {
  /// Whether both elements are in one form; where one is in none, that is not known.
  fileprivate func isInSameForm(as other: Step) -> Bool {
    guard let form = element?.form, let otherForm = other.element?.form else { return true }
    return form == otherForm
  }
}

extension String {
  /// Split at each of the separators.
  func components(separatedBy separators: [String]) -> [String] {
    separators.reduce([self]) { parts, separator in parts.flatMap { $0.pieces(separatedBy: separator) } }
  }

  private func pieces(separatedBy separator: String) -> [String] {
    var result: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      result.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    result.append(String(rest))
    return result
  }

  /// Without brackets, dashes and the like at both ends.
  fileprivate var withoutEdgeSigns: String {
    guard let first = unicodeScalars.firstIndex(where: \.isWordly),
      let last = unicodeScalars.lastIndex(where: \.isWordly)
    else { return "" }
    return String(unicodeScalars[first...last])
  }

  /// In lower case, with dashes between its words: `change-invoice-status`.
  var asIdentifier: String {
    lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}
