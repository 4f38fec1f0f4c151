public import Trace

/// What a step is apart from its values: the verb, which element, and in what kind of place.
///
/// Two steps of one class are the same step of two episodes. Values never tell classes apart: the number in a path,
/// the name of a link in a table's row and the text that was typed are left out.
public struct StepClass: Sendable, Codable, Hashable, Comparable, CustomStringConvertible {
  public var verb: Verb
  /// Role and what names the element whatever its data: its column in a table, else its label; empty for none.
  public var element: String
  /// Application, and for a page its origin and path, with what looks like data replaced by `*`.
  public var place: String

  public init(verb: Verb, element: String, place: String) {
    self.verb = verb
    self.element = element
    self.place = place
  }

  public init(_ step: Step) {
    verb = step.action.verb
    element = step.element.map(StepClass.identity) ?? StepClass.identity(of: step.action)
    place = StepClass.pattern(of: step.place)
  }

  public var description: String {
    element.isEmpty ? "\(verb.rawValue) in \(place)" : "\(verb.rawValue) \(element) in \(place)"
  }

  public static func < (left: StepClass, right: StepClass) -> Bool {
    (left.place, left.element, left.verb.rawValue) < (right.place, right.element, right.verb.rawValue)
  }

  private static func identity(of element: Element) -> String {
    let surroundings = element.surroundings
    if !surroundings.column.isEmpty {
      return "\(element.role) of column \(withoutNumbers(surroundings.column))"
    }
    if surroundings.rowIndex != nil, element.name.isEmpty || element.name == surroundings.row {
      return "\(element.role) of a row"
    }
    let name =
      [element.name, surroundings.label, element.attributes["name"], element.attributes["id"], element.text]
      .lazy.compactMap { $0 }.first { !$0.isEmpty } ?? ""
    return "\(element.role) “\(withoutNumbers(name))”"
  }

  private static func identity(of action: Action) -> String {
    switch action {
    case .press(let chord): chord.description
    case .navigate(let address, _): pattern(ofPath: address)
    default: ""
    }
  }

  private static func pattern(of place: Place) -> String {
    "\(place.application) \(pattern(ofPath: place.innermostDocument))"
  }

  private static func pattern(ofPath path: String) -> String {
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    return path[..<end].split(separator: "/", omittingEmptySubsequences: false)
      .map { part in part.contains(where: \.isNumber) && !part.contains(".") && !part.contains(":") ? "*" : String(part)
      }
      .joined(separator: "/")
  }

  /// A name with every run of digits replaced by `#`.
  private static func withoutNumbers(_ name: String) -> String {
    var result = ""
    for character in name {
      if !character.isNumber { result.append(character) } else if result.last != "#" { result.append("#") }
    }
    return result
  }
}
