import Trace

extension AccessibilityBus {
  /// The states of an object in the words of WAI-ARIA.
  static func states(of facts: AccessibleFacts) -> Set<ElementState> {
    let said = facts.states
    var states: Set<ElementState> = []
    if said.contains(.focused) { states.insert(.focused) }
    if !said.contains(.sensitive), !said.contains(.enabled) { states.insert(.disabled) }
    if said.contains(.checked) { states.insert(facts.role == "toggle button" ? .pressed : .checked) }
    if said.contains(.pressed), facts.role == "toggle button" { states.insert(.pressed) }
    if said.contains(.indeterminate), checkable.contains(facts.role) { states.insert(.mixed) }
    if said.contains(.expanded) { states.insert(.expanded) }
    if said.contains(.selected) { states.insert(.selected) }
    // LibreOffice says so of each cell.
    if said.contains(.multiselectable), facts.role != "table cell" { states.insert(.multiselectable) }
    if said.contains(.required) { states.insert(.required) }
    if said.contains(.invalidEntry) { states.insert(.invalid) }
    if said.contains(.busy) { states.insert(.busy) }
    if !said.contains(.showing) { states.insert(.hidden) }
    let isEditor = AccessibleRole.editors.contains(facts.role)
    if said.contains(.readOnly) || (isEditor && !said.contains(.editable)) { states.insert(.readonly) }
    if facts.isSecret { states.insert(.secret) }
    return states
  }

  private static let checkable: Set<String> = ["check box", "check menu item", "toggle button", "table cell"]
}

extension AccessibleFacts {
  /// What it holds is never read.
  var isSecret: Bool { role == Self.secretRole }

  static let secretRole = "password text"
  /// The same as a number.
  static let secretNumber = 40
}
