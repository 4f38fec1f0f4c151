/// What applications are asked to tell, and which of them are listened to.
struct AccessibilityInterest: Sendable {
  /// Each state costs the applications a message whenever it changes.
  var states: [AccessibilityChange.State] = [.checked, .selected, .expanded, .showing]
  /// Of these nothing but that something has changed is noted: where much is drawn anew they come by the hundred.
  var quiet: Set<AccessibilityChange.State> = []
  /// Whether an application of this name is listened to: of another one nothing but its name is asked. Nil for all.
  var isGranted: (@Sendable (String) -> Bool)?

  func isQuiet(_ kind: AccessibilityChange.Kind) -> Bool {
    if case .stateChanged(let state, _) = kind { quiet.contains(state) } else { false }
  }
}
