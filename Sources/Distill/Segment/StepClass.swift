import Trace

/// What a step is an instance of: which action on what kind of element in what kind of document.
struct StepClass: Sendable, Codable, Hashable, Comparable {
  /// The parts in order: what was done, where, on what.
  var verb: String
  var place: String
  var element: String

  init(_ step: Step) {
    verb =
      switch step.action {
      case .fill, .paste: "enter"
      case .check: "check"
      case .press(let chord): "press " + chord.description
      default: step.action.verb.rawValue
      }
    place = step.place.application + " " + PathTemplate(step.place.innermostDocument).description
    element = step.element.map(StepClass.kind(of:)) ?? ""
    if case .navigate(let address, _) = step.action { element = PathTemplate(address).description }
    if case .run(let command) = step.action { element = String(command.prefix { !$0.isWhitespace }) }
  }

  static func kind(of element: Element) -> String {
    let around = element.surroundings
    var parts = [element.role.rawValue]
    if let id = element.attributes["id"] ?? element.attributes["name"], !id.isEmpty {
      parts.append("#" + id.withoutNumbers)
    } else if around.rowIndex != nil {
      parts.append("column " + (around.column.isEmpty ? String(around.columnIndex ?? 0) : around.column))
    } else {
      let name = element.name.isEmpty ? around.label : element.name
      parts.append(name.withoutNumbers)
    }
    return parts.joined(separator: " ")
  }

  static func < (left: StepClass, right: StepClass) -> Bool {
    (left.place, left.element, left.verb) < (right.place, right.element, right.verb)
  }
}
