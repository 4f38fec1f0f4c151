/// Reads the signals of AT-SPI: what a member and its detail mean.
enum AccessibilitySignal {
  /// What applications are asked to tell, as the registry names it.
  static func events(_ states: [AccessibilityChange.State]) -> [String] {
    states.map { "object:state-changed:\($0.rawValue)" } + [
      "object:state-changed:focused", "object:text-changed:insert", "object:text-changed:delete",
      "object:property-change:accessible-value", "object:property-change:accessible-name", "object:selection-changed",
      "object:active-descendant-changed", "object:text-caret-moved", "window:create", "window:destroy",
      "window:activate", "window:deactivate",
    ]
  }

  /// What the bus lets through to us: of the many state changes only those that are read.
  static func rules(_ states: [AccessibilityChange.State]) -> [String] {
    (states.map(\.rawValue) + ["focused"]).map { rule("Object", "StateChanged", $0) }
      + ["accessible-value", "accessible-name"].map { rule("Object", "PropertyChange", $0) }
      + ["TextChanged", "SelectionChanged", "ActiveDescendantChanged", "TextCaretMoved"].map { rule("Object", $0) }
      + ["Create", "Destroy", "Activate", "Deactivate"].map { rule("Window", $0) }
      + ["type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',member='NameOwnerChanged'"]
  }

  private static func rule(_ interface: String, _ member: String, _ detail: String? = nil) -> String {
    let rule = "type='signal',interface='org.a11y.atspi.Event.\(interface)',member='\(member)'"
    return detail.map { rule + ",arg0='\($0)'" } ?? rule
  }

  /// Nil for what is not read. Texts are there as they came: whoever asks leaves out the secret ones.
  static func kind(_ signal: BusSignal) -> AccessibilityChange.Kind? {
    guard signal.interface.hasPrefix("org.a11y.atspi.Event."), signal.values.count >= 4,
      let detail = signal.values[0].string, let first = signal.values[1].integer, let second = signal.values[2].integer
    else { return nil }
    let value = signal.values[3]
    switch (signal.member, detail) {
    case ("StateChanged", "focused"): return first == 1 ? .focusGained : nil
    case ("StateChanged", _): return AccessibilityChange.State(rawValue: detail).map { .stateChanged($0, first == 1) }
    // The detail may have a suffix: `insert:system`.
    case ("TextChanged", _) where detail.hasPrefix("insert"):
      return .textInserted(offset: first, length: second, text: value.string)
    case ("TextChanged", _) where detail.hasPrefix("delete"):
      return .textDeleted(offset: first, length: second, text: value.string)
    case ("PropertyChange", "accessible-value"): return .valueChanged
    case ("PropertyChange", "accessible-name"): return .nameChanged
    case ("SelectionChanged", _): return .selectionChanged
    case ("ActiveDescendantChanged", _): return value.accessible.map { .activeDescendantChanged($0) }
    case ("TextCaretMoved", _): return .caretMoved(offset: first)
    case ("Create", _): return .windowOpened
    case ("Destroy", _): return .windowClosed
    case ("Activate", _): return .windowActivated
    case ("Deactivate", _): return .windowDeactivated
    default: return nil
    }
  }
}
