import CX11

/// The name of a key as DOM's `KeyboardEvent.key` has it, and the symbol X has for it.
struct KeyName: Sendable, Hashable {
  var text: String

  /// `Unidentified` for a symbol without a name.
  init(symbol: xkb_keysym_t) {
    if let name = Self.names[symbol] {
      text = name
    } else if let scalar = Unicode.Scalar(xkb_keysym_to_utf32(symbol)), !scalar.properties.isControl {
      text = String(scalar)
    } else {
      text = "Unidentified"
    }
  }

  init(_ text: String) {
    self.text = text
  }

  /// The symbol that a keyboard would send for it; nil for a name that no key has.
  var symbol: xkb_keysym_t? {
    if let named = Self.symbols[text] { return named }
    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first, !scalar.properties.isControl else {
      return nil
    }
    return xkb_utf32_to_keysym(scalar.value)
  }

  private static let names = Dictionary(table.map { (UInt32($0.symbol), $0.name) }) { first, _ in first }
  private static let symbols = Dictionary(table.map { ($0.name, UInt32($0.symbol)) }) { first, _ in first }

  /// Of several symbols with one name, the first is the one to press.
  private static let table: [(symbol: Int32, name: String)] =
    [
      (XKB_KEY_Return, "Enter"), (XKB_KEY_KP_Enter, "Enter"), (XKB_KEY_Linefeed, "Enter"),
      (XKB_KEY_Tab, "Tab"), (XKB_KEY_ISO_Left_Tab, "Tab"), (XKB_KEY_KP_Tab, "Tab"),
      (XKB_KEY_Escape, "Escape"), (XKB_KEY_BackSpace, "Backspace"), (XKB_KEY_Delete, "Delete"),
      (XKB_KEY_KP_Delete, "Delete"), (XKB_KEY_Insert, "Insert"), (XKB_KEY_KP_Insert, "Insert"),
      (XKB_KEY_Clear, "Clear"), (XKB_KEY_KP_Begin, "Clear"),
      (XKB_KEY_Home, "Home"), (XKB_KEY_KP_Home, "Home"), (XKB_KEY_End, "End"), (XKB_KEY_KP_End, "End"),
      (XKB_KEY_Page_Up, "PageUp"), (XKB_KEY_KP_Page_Up, "PageUp"),
      (XKB_KEY_Page_Down, "PageDown"), (XKB_KEY_KP_Page_Down, "PageDown"),
      (XKB_KEY_Left, "ArrowLeft"), (XKB_KEY_KP_Left, "ArrowLeft"),
      (XKB_KEY_Right, "ArrowRight"), (XKB_KEY_KP_Right, "ArrowRight"),
      (XKB_KEY_Up, "ArrowUp"), (XKB_KEY_KP_Up, "ArrowUp"),
      (XKB_KEY_Down, "ArrowDown"), (XKB_KEY_KP_Down, "ArrowDown"),
      (XKB_KEY_Shift_L, "Shift"), (XKB_KEY_Shift_R, "Shift"),
      (XKB_KEY_Control_L, "Control"), (XKB_KEY_Control_R, "Control"),
      // Where Shift is held, the usual layouts call the key Alt "Meta": it is still Alt.
      (XKB_KEY_Alt_L, "Alt"), (XKB_KEY_Alt_R, "Alt"), (XKB_KEY_Meta_L, "Alt"), (XKB_KEY_Meta_R, "Alt"),
      (XKB_KEY_Super_L, "Meta"), (XKB_KEY_Super_R, "Meta"),
      (XKB_KEY_Hyper_L, "Hyper"), (XKB_KEY_Hyper_R, "Hyper"),
      (XKB_KEY_ISO_Level3_Shift, "AltGraph"), (XKB_KEY_Mode_switch, "AltGraph"),
      (XKB_KEY_ISO_Level5_Shift, "AltGraph"),
      (XKB_KEY_Caps_Lock, "CapsLock"), (XKB_KEY_Num_Lock, "NumLock"), (XKB_KEY_Scroll_Lock, "ScrollLock"),
      (XKB_KEY_Menu, "ContextMenu"), (XKB_KEY_Print, "PrintScreen"), (XKB_KEY_Pause, "Pause"),
      (XKB_KEY_Undo, "Undo"), (XKB_KEY_Redo, "Redo"), (XKB_KEY_Find, "Find"), (XKB_KEY_Help, "Help"),
      (XKB_KEY_XF86Copy, "Copy"), (XKB_KEY_XF86Cut, "Cut"), (XKB_KEY_XF86Paste, "Paste"),
    ] + (1...24).map { (XKB_KEY_F1 + $0 - 1, "F\($0)") }
    // The keys that wait for the letter that gets their accent.
    + (XKB_KEY_dead_grave...XKB_KEY_dead_greek).map { ($0, "Dead") }
}
