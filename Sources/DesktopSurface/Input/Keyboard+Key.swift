import CX11
import Surfaces
import Trace

extension Keyboard {
  /// The key under the layout in force, with the keys held that choose among its symbols.
  func key(code: UInt8) throws(SurfaceError) -> PressedKey {
    try refresh()
    let symbol = symbol(code: code)
    return PressedKey(name: KeyName(symbol: symbol).text, text: text(ofSymbol: symbol), code: code)
  }

  /// The symbol that a key has now.
  func symbol(code: UInt8) -> xkb_keysym_t {
    xkb_state_key_get_one_sym(state, UInt32(code))
  }

  /// The keys held that turn other keys into commands or capitals; not those that are locked.
  var modifiers: Set<Modifier> {
    Set(Modifier.allCases.filter { isActive($0.xName) })
  }

  /// A key that is held down or counts for the next key, named as X names modifiers.
  private func isActive(_ name: String) -> Bool {
    let kinds = xkb_state_component(XKB_STATE_MODS_DEPRESSED.rawValue | XKB_STATE_MODS_LATCHED.rawValue)
    return xkb_state_mod_name_is_active(state, name, kinds) == 1
  }

  /// What the symbol types where no command is held.
  private func text(ofSymbol symbol: xkb_keysym_t) -> String {
    guard modifiers.isSubset(of: [.shift]),
      let scalar = Unicode.Scalar(xkb_keysym_to_utf32(symbol)), !scalar.properties.isControl
    else { return "" }
    return String(scalar)
  }
}
