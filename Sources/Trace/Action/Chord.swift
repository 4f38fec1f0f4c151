/// A key held down while another one is pressed.
public enum Modifier: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
  case alt = "Alt"
  case control = "Control"
  case meta = "Meta"
  case shift = "Shift"

  public static func < (left: Modifier, right: Modifier) -> Bool { left.rawValue < right.rawValue }
}

/// Keys pressed together, named as DOM `KeyboardEvent.key` names them: `Enter`, `Control+s`, `Alt+Shift+ArrowDown`.
public struct Chord: Sendable, Codable, Hashable, CustomStringConvertible {
  @Sorted public var modifiers: Set<Modifier>
  public var key: String

  public init(_ key: String, modifiers: Set<Modifier> = []) {
    self.key = key
    self.modifiers = modifiers
  }

  /// Modifiers in alphabetical order, then the key, joined by `+`.
  public var description: String {
    (modifiers.sorted().map(\.rawValue) + [key]).joined(separator: "+")
  }
}
