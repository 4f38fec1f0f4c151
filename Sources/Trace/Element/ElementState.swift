/// A state of an element, in WAI-ARIA's words.
public enum ElementState: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
  case busy, checked, disabled, expanded, focused, hidden, invalid, mixed, multiselectable, pressed, readonly
  case required, selected
  /// The element holds a secret: its value was never read.
  case secret

  public static func < (left: ElementState, right: ElementState) -> Bool { left.rawValue < right.rawValue }
}
