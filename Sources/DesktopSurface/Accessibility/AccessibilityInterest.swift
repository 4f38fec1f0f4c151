/// What applications are asked to tell, and which of them are listened to.
struct AccessibilityInterest: Sendable {
  /// Each state costs the applications a message whenever it changes.
  var states: [AccessibilityChange.State] = [.checked, .selected, .expanded, .showing]
  /// Whether an application of this name is listened to: of another one nothing but its name is asked. Nil for all.
  var isGranted: (@Sendable (String) -> Bool)?
}
