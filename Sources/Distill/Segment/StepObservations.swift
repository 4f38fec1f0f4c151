import Trace

/// Steps as observations: what in them tells one kind of step from another, and what they are about.
struct StepObservations {
  /// Longer pauses end every episode.
  let longestPause: Double

  func observe(_ reduction: Reduction) -> Observations {
    let steps = reduction.steps
    let leaves = steps.indices.map { steps[$0].leavesSomething && !isConfirmed(steps, $0) }
    var columns = [[String]](repeating: [], count: 6)
    for step in steps {
      for (index, text) in texts(of: step).enumerated() { columns[index].append(text) }
    }
    let things = StepThings.find(in: steps, tables: reduction.tables)
    var observations = Observations(
      columns: columns, things: things.things, endings: endings(in: steps, leaves, spanned: things.spanned),
      results: zip(steps, leaves).map { $1 ? StableHash.of(place(of: $0)) : 0 },
      breaks: breaks(in: steps))
    // All but the name: whether a button's name or a row's, is to be learned.
    observations.telling = Set(0..<5)
    observations.asides = Detours.find(in: steps)
    return observations
  }

  private func texts(of step: Step) -> [String] {
    let element = step.element
    let around = element?.surroundings
    // In a list or table the name belongs to the row; what stays from row to row is the column.
    let isInRow = around.map { $0.rowIndex != nil && $0.row != element?.name && !$0.column.isEmpty } ?? false
    let name = element.map { $0.name.isEmpty ? $0.surroundings.label : $0.name } ?? ""
    return [
      verb(of: step), step.surface.rawValue + " " + step.place.application, way(of: step),
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

  /// Where it was done; for a link where it led: the same link stands on many pages.
  private func way(of step: Step) -> String {
    guard step.action.verb == .click, step.element?.role == .link, let address = step.destination else {
      return place(of: step)
    }
    return "→ " + PathTemplate(address).description
  }

  /// Something left behind speaks for an end. Going on in the same document, which nothing closed, speaks against it,
  /// and so does coming back soon to what it was about.
  private func endings(in steps: [Step], _ leaves: [Bool], spanned: [Bool]) -> [Double] {
    steps.indices.map { index in
      let against = spanned[index] ? -2.5 : 0
      if leaves[index] { return 2 + against }
      guard index + 1 < steps.count else { return against }
      return steps[index].isInSameDocument(as: steps[index + 1]) && !steps[index].leftDocument ? against - 2 : against
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

  /// Whether a form came back only to be confirmed: it is sent again at once, and nothing is entered.
  private func isConfirmed(_ steps: [Step], _ index: Int) -> Bool {
    guard steps[index].comesBack, index + 1 < steps.count else { return false }
    let next = steps[index + 1]
    return next.leavesSomething && next.isInSameDocument(as: steps[index]) && next.action.verb == .click
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
