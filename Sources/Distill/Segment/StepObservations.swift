import Trace

/// Steps as observations: what in them tells one kind of step from another, and what they are about.
struct StepObservations {
  /// Longer pauses end every episode.
  let longestPause: Double

  func observe(_ steps: [Step]) -> Observations {
    var columns = [[String]](repeating: [], count: 6)
    for step in steps {
      for (index, text) in texts(of: step).enumerated() { columns[index].append(text) }
    }
    return Observations(
      columns: columns, things: things(of: steps), endings: endings(in: steps),
      results: steps.map { step in step.leavesSomething ? StableHash.of(place(of: step)) : 0 },
      breaks: breaks(in: steps))
  }

  private func texts(of step: Step) -> [String] {
    let element = step.element
    let around = element?.surroundings
    // In a list or table the name belongs to the row; what stays from row to row is the column.
    let isInRow = around.map { $0.rowIndex != nil && $0.row != element?.name && !$0.column.isEmpty } ?? false
    let name = element.map { $0.name.isEmpty ? $0.surroundings.label : $0.name } ?? ""
    return [
      verb(of: step), step.surface.rawValue + " " + step.place.application, place(of: step),
      element?.role.rawValue ?? "",
      element.map { $0.attributes["id"] ?? $0.attributes["name"] ?? "" } ?? object(of: step),
      isInRow ? around?.column.withoutSortNumber ?? "" : name,
    ]
  }

  private func verb(of step: Step) -> String {
    switch step.action {
    case .fill, .paste: "enter"
    case .press(let chord): "press " + chord.description
    default: step.action.verb.rawValue
    }
  }

  /// Where it was done, whatever the record.
  private func place(of step: Step) -> String { PathTemplate(step.place.innermostDocument).description }

  /// Something left behind speaks for an end; going on in the same document, which nothing closed, against it.
  private func endings(in steps: [Step]) -> [Double] {
    steps.indices.map { index in
      if steps[index].leavesSomething { return 2 }
      guard index + 1 < steps.count else { return 0 }
      return steps[index].isInSameDocument(as: steps[index + 1]) && !steps[index].leftDocument ? -2 : 0
    }
  }

  /// What an action without an element is done to.
  private func object(of step: Step) -> String {
    switch step.action {
    case .navigate(let address, _): PathTemplate(address).description
    case .run(let command): String(command.prefix { !$0.isWhitespace })
    default: ""
    }
  }

  /// The record that is open, and what is copied and pasted.
  private func things(of steps: [Step]) -> [[UInt64]] {
    var counts: [String: Int] = [:]
    let names = steps.map { step -> [String] in
      var names: [String] = []
      let document = step.place.innermostDocument
      if PathTemplate(document).description != document { names.append(document) }
      switch step.action {
      case .copy(let text), .cut(let text), .paste(let text, _): names.append("“" + text.trimmed)
      default: break
      }
      for name in names { counts[name, default: 0] += 1 }
      return names
    }
    return names.map { $0.filter { counts[$0] ?? 0 > 1 }.map(StableHash.of) }
  }

  private func breaks(in steps: [Step]) -> [Int] {
    steps.indices.dropFirst().filter { index in
      let (before, after) = (steps[index - 1], steps[index])
      return before.id.session != after.id.session || after.time.seconds(since: before.end) > longestPause
    }
  }
}

extension String {
  /// A column header without the number that says by which column the table is sorted first (“2 Number”).
  var withoutSortNumber: String {
    let rest = drop { $0.isNumber }
    return rest.first == " " ? String(rest.dropFirst()) : self
  }
}
