import CX11
import Surfaces
import Trace

extension Keyboard {
  /// How a symbol is typed under the layout in force, with the fewest keys held; nil where no key has it.
  func stroke(typing symbol: xkb_keysym_t) -> KeyStroke? {
    var best: KeyStroke?
    for code in codes {
      for level in levels(of: code) where symbols(of: code, level: level) == [symbol] {
        guard let held = holding(code, level: level) else { continue }
        if held.count < best?.held.count ?? .max { best = KeyStroke(code: code, held: held) }
      }
    }
    return best
  }

  /// The key that is held for a modifier; nil where the layout has none.
  func code(holding modifier: Modifier) -> UInt8? {
    let symbol =
      switch modifier {
      case .alt: XKB_KEY_Alt_L
      case .control: XKB_KEY_Control_L
      case .meta: XKB_KEY_Super_L
      case .shift: XKB_KEY_Shift_L
      }
    return code(plain: UInt32(symbol))
  }

  /// Keys that nothing is on, the highest first.
  var spareCodes: [UInt8] {
    codes.reversed().filter { code in
      let layouts = xkb_keymap_num_layouts_for_key(keymap, UInt32(code))
      return (0..<layouts).allSatisfy { layout in
        (0..<xkb_keymap_num_levels_for_key(keymap, UInt32(code), layout)).allSatisfy { level in
          symbols(of: code, layout: layout, level: level).allSatisfy { $0 == XKB_KEY_NoSymbol }
        }
      }
    }
  }

  /// Whether capitals are locked.
  var isCapsLocked: Bool {
    xkb_state_mod_name_is_active(state, "Lock", XKB_STATE_MODS_LOCKED) == 1
  }

  private var codes: ClosedRange<UInt8> {
    let first = UInt8(clamping: xkb_keymap_min_keycode(keymap))
    return first...max(first, UInt8(clamping: xkb_keymap_max_keycode(keymap)))
  }

  /// Without holding anything.
  private func code(plain symbol: xkb_keysym_t) -> UInt8? {
    codes.first { symbols(of: $0, level: 0) == [symbol] }
  }

  private func levels(of code: UInt8) -> Range<UInt32> {
    let layout = xkb_state_key_get_layout(state, UInt32(code))
    guard layout != UInt32.max else { return 0..<0 }
    return 0..<xkb_keymap_num_levels_for_key(keymap, UInt32(code), layout)
  }

  private func symbols(of code: UInt8, level: UInt32) -> [xkb_keysym_t] {
    let layout = xkb_state_key_get_layout(state, UInt32(code))
    return layout == UInt32.max ? [] : symbols(of: code, layout: layout, level: level)
  }

  private func symbols(of code: UInt8, layout: UInt32, level: UInt32) -> [xkb_keysym_t] {
    var start: UnsafePointer<xkb_keysym_t>?
    let count = xkb_keymap_key_get_syms_by_level(keymap, UInt32(code), layout, level, &start)
    return Array(UnsafeBufferPointer(start: start, count: Int(max(0, count))))
  }

  /// The keys to hold so that a key has a level; nil where they are none that can be held.
  private func holding(_ code: UInt8, level: UInt32) -> [UInt8]? {
    let layout = xkb_state_key_get_layout(state, UInt32(code))
    var masks = [xkb_mod_mask_t](repeating: 0, count: 16)
    let count = xkb_keymap_key_get_mods_for_level(keymap, UInt32(code), layout, level, &masks, masks.count)
    let holders: [(bit: xkb_mod_mask_t, symbol: Int32)] = [
      (1 << xkb_keymap_mod_get_index(keymap, "Shift"), XKB_KEY_Shift_L),
      (1 << xkb_keymap_mod_get_index(keymap, "Mod5"), XKB_KEY_ISO_Level3_Shift),
    ]
    let reachable = holders.reduce(0) { $0 | $1.bit }
    let mask = masks.prefix(count).filter { $0 & ~reachable == 0 }.min { $0.nonzeroBitCount < $1.nonzeroBitCount }
    guard let mask else { return nil }
    var held: [UInt8] = []
    for holder in holders where mask & holder.bit != 0 {
      guard let code = self.code(plain: UInt32(holder.symbol)) else { return nil }
      held.append(code)
    }
    return held
  }
}
