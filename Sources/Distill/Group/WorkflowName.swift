import Trace

/// What a workflow is called: in the words of the work itself.
enum WorkflowName {
  /// From the titles and headings where its forms were sent.
  static func proposal(for episodes: [Episode]) -> String {
    var counts: [String: Int] = [:]
    for episode in episodes {
      let step = episode.steps.last { $0.signals.contains(.submitted) } ?? episode.steps[episode.steps.count - 1]
      for phrase in Set(phrases(step)) { counts[phrase, default: 0] += 1 }
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best?.key ?? "Work"
  }

  static func phrases(_ step: Step) -> [String] {
    let title = step.place.title.components(separatedBy: [" | ", " - ", " – ", " — "]).first ?? ""
    let heading = step.element?.surroundings.heading ?? ""
    return [title, heading].map(\.trimmed).filter { !$0.isEmpty }
  }
}

extension [Workflow] {
  /// With names that tell them apart.
  func named() -> [Workflow] {
    var seen: [String: Int] = [:]
    return map { workflow in
      var workflow = workflow
      seen[workflow.name, default: 0] += 1
      if let number = seen[workflow.name], number > 1 { workflow.name += " (\(number))" }
      return workflow
    }
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
}
