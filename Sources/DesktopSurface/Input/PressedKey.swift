import Trace

/// A key under the layout that was in force when it was pressed.
struct PressedKey: Sendable, Hashable {
  /// As DOM's `KeyboardEvent.key` names it: `a`, `A`, `Enter`, `ArrowDown`, `F5`, `Shift`; `Unidentified` for none.
  var name: String
  /// The text it types, empty for none; for a letter after its accent (`Dead`) both together. What an input method makes
  /// of keys is not known here.
  var text: String
  /// The key on the keyboard, as X numbers it.
  var code: UInt8
}
