import Trace

/// What a key is for, by itself and by what has the focus.
enum KeyUse: Sendable, Hashable {
  /// Held with others, moves the cursor, or opens nothing: no act of its own.
  case none
  /// Puts text into the element, takes it out, or moves through its choices.
  case typing
  /// Ends typing and moves on: Enter and Tab in a cell, Tab in a field.
  case leaving
  /// Gives up what was typed.
  case cancelling
  /// Does what a click on the element would do.
  case activating
  case copying, cutting, pasting
  /// An act of its own.
  case chord

  private static let held: Set<String> = [
    "Alt", "AltGraph", "CapsLock", "Control", "Dead", "Fn", "Meta", "NumLock", "ScrollLock", "Shift", "Unidentified",
    "Super", "Hyper", "Compose", "ISO_Level3_Shift",
  ]
  static let moving: Set<String> = [
    "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown",
  ]
  private static let fields: Set<Role> = [.textbox, .searchbox, .spinbutton]
  /// Roles whose value is changed by keys that move.
  private static let choices: Set<Role> = [.combobox, "slider", .spinbutton]
  /// Roles that do not say what is typed into them.
  private static let untold: Set<Role> = [.generic, "document", "paragraph", "group", .img]
  private static let activated: Set<Role> = [
    .button, .link, .checkbox, .radio, .switch, .menuitem, "menuitemcheckbox", "menuitemradio", .tab, .option,
  ]
  /// Shortcuts that only edit what is typed, or move in it.
  private static let editing: Set<String> = ["a", "z", "y", "Backspace", "Delete"]

  /// - Parameters:
  ///   - element: What has the focus, nil where that is not known.
  ///   - isTyping: Whether something is being typed into it.
  init(_ key: PressedKey, _ modifiers: Set<Modifier>, on element: Element?, isTyping: Bool) {
    self =
      if Self.held.contains(key.name) {
        .none
      } else if !modifiers.isDisjoint(with: [.control, .alt, .meta]) {
        Self.use(ofShortcut: key, modifiers, on: element)
      } else if modifiers.contains(.shift), ["Insert", "Delete"].contains(key.name) {
        key.name == "Insert" ? .pasting : .cutting
      } else {
        Self.use(of: key, modifiers, on: element, isTyping)
      }
  }

  private static func use(ofShortcut key: PressedKey, _ modifiers: Set<Modifier>, on element: Element?) -> KeyUse {
    let isField = element.map { fields.contains($0.role) } ?? false
    if modifiers == [.control] {
      switch key.name.lowercased() {
      case "c", "insert": return .copying
      case "x": return .cutting
      case "v": return .pasting
      default: break
      }
      if isField, editing.contains(key.name) || moving.contains(key.name) { return .typing }
    }
    if isField, modifiers == [.control, .shift], moving.contains(key.name) { return .typing }
    return .chord
  }

  private static func use(
    of key: PressedKey, _ modifiers: Set<Modifier>, on element: Element?, _ isTyping: Bool
  ) -> KeyUse {
    let role = element?.role ?? .generic
    let isField = fields.contains(role)
    let isPrintable = key.name.count == 1
    switch key.name {
    case "Tab": return isTyping ? .leaving : .none
    case "Escape": return isTyping && role == .gridcell ? .cancelling : .chord
    case "Enter":
      if role == .gridcell { return isTyping ? .leaving : .none }
      if element?.attributes["multiline"] == "true" { return .typing }
      return activated.contains(role) ? .activating : .chord
    case " " where activated.contains(role): return .activating
    case "F2" where role == .gridcell: return .typing
    case "Backspace", "Delete":
      return isField || isTyping ? .typing : .chord
    case let name where moving.contains(name):
      if role == .gridcell { return isTyping ? .leaving : modifiers.contains(.shift) ? .chord : .none }
      return choices.contains(role) || isTyping ? .typing : .none
    default:
      if isPrintable, isField || role == .gridcell || choices.contains(role) { return .typing }
      // Nobody knows what is typed into, or how: it counts as typing into a secret, and no letter is kept.
      if isPrintable, element == nil || isTyping || untold.contains(role) { return .typing }
      return .chord
    }
  }
}
