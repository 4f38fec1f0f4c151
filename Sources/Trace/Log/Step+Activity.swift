extension Step {
  /// What kind of thing was done, without the values: the name of the step's activity in a log, such as
  /// `fill Amount`, `click Save` or `press Control+s`.
  public var activity: String {
    let thing =
      switch action {
      case .press(let chord): chord.description
      case .navigate(let address, _): Place.origin(of: address) ?? ""
      case .run(let line): line.split(separator: " ").first.map(String.init) ?? ""
      default: element?.calledName ?? ""
      }
    return thing.isEmpty ? action.verb.rawValue : "\(action.verb.rawValue) \(thing)"
  }
}

extension Element {
  /// What a person would call it: its name, label or placeholder, else its role.
  fileprivate var calledName: String {
    let candidates = [name, surroundings.label, attributes["placeholder"] ?? ""]
    return candidates.first { !$0.isEmpty } ?? role.rawValue
  }
}
