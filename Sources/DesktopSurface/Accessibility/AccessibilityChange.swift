/// Something that an application tells of one of its objects as it happens.
struct AccessibilityChange: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case focusGained
    /// The text is nil where the object holds a secret, or where that could not be learned in time.
    case textInserted(offset: Int, length: Int, text: String?)
    case textDeleted(offset: Int, length: Int, text: String?)
    case valueChanged
    case stateChanged(State, Bool)
    case selectionChanged
    /// The cursor of a table or list moved to another of its objects: Calc's cell.
    case activeDescendantChanged(Accessible)
    case caretMoved(offset: Int)
    case nameChanged
    case windowOpened, windowClosed, windowActivated, windowDeactivated
    /// The accessibility bus or its registry was gone and is there again: what happened meanwhile was not told, and
    /// applications that do not join again stay unknown. The source is the registry.
    case reconnected
  }

  enum State: String, Sendable, Hashable, CaseIterable {
    case checked, selected, expanded, showing
    /// A button is being pressed.
    case armed
  }

  var source: Accessible
  var kind: Kind
  /// The process of the application, nil where that could not be learned.
  var process: Int32?
  /// What the application calls itself, in lower case; empty where nobody asked for it.
  var application = ""
  /// When it was told.
  var arrival = ContinuousClock.now

  /// Where the focus, a cursor or a choice has gone by it; nil for what else may change.
  var goal: Accessible? {
    switch kind {
    case .focusGained, .stateChanged(.selected, true): source
    case .activeDescendantChanged(let descendant): descendant
    default: nil
    }
  }
}
