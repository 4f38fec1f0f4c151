import CX11
import Surfaces
import Trace

extension Hand {
  /// Presses keys together. Throws ``SurfaceError/Code/unsupported`` for a name that no key has.
  func press(_ chord: Chord) throws(SurfaceError) {
    try readLayout()
    guard let symbol = KeyName(chord.key).symbol else {
      throw SurfaceError(.unsupported, "No key has the name that is to be pressed. Name it as KeyboardEvent.key does.")
    }
    let stroke = try stroke(typing: symbol)
    var held = try codes(holding: chord.modifiers)
    held += stroke.held.filter { !held.contains($0) }
    tap(KeyStroke(code: stroke.code, held: held))
    try connection.roundTrip()
  }

  /// Types a text, a line break by Enter and a tabulator by Tab.
  ///
  /// Characters that the layout has no key for are put on a key that nothing is on. Throws
  /// ``SurfaceError/Code/unsupported``, before anything is typed, for what cannot be typed at all.
  func type(_ text: String) throws(SurfaceError) {
    try readLayout()
    var symbols: [xkb_keysym_t] = []
    for character in text {
      for scalar in character.unicodeScalars {
        switch scalar {
        // A carriage return and a line feed are one line break.
        case "\r" where character == "\r\n": continue
        case "\n", "\r": symbols.append(UInt32(XKB_KEY_Return))
        case "\t": symbols.append(UInt32(XKB_KEY_Tab))
        default:
          guard let symbol = KeyName(String(scalar)).symbol else {
            throw SurfaceError(.unsupported, "The text holds a control character, which no key types. Take it out.")
          }
          symbols.append(symbol)
        }
      }
    }
    let wasCapsLocked = keyboard.isCapsLocked
    if wasCapsLocked { lockCaps(false) }
    defer { if wasCapsLocked { lockCaps(true) } }
    for symbol in symbols { tap(try stroke(typing: symbol)) }
    try connection.roundTrip()
  }

  /// The keys that are held for modifiers.
  func codes(holding modifiers: Set<Modifier>) throws(SurfaceError) -> [UInt8] {
    if !modifiers.isEmpty { try readLayout() }
    var codes: [UInt8] = []
    for modifier in modifiers.sorted() {
      guard let code = keyboard.code(holding: modifier) else {
        throw SurfaceError(.unsupported, "The keyboard layout has no key \(modifier.rawValue). Set one that has it.")
      }
      codes.append(code)
    }
    return codes
  }

  /// Takes in what the server told of the layout since the last act.
  private func readLayout() throws(SurfaceError) {
    try connection.roundTrip()
    while let event = connection.arrivedEvent() {
      if event.code == keyboard.eventCode { keyboard.update(event) }
    }
    try keyboard.refresh()
  }

  private func stroke(typing symbol: xkb_keysym_t) throws(SurfaceError) -> KeyStroke {
    if let known = spares.stroke(typing: symbol) { return known }
    if let stroke = keyboard.stroke(typing: symbol) { return stroke }
    return try spares.put(symbol, onOneOf: keyboard.spareCodes)
  }

  private func tap(_ stroke: KeyStroke) {
    for code in stroke.held { fake(XCB_KEY_PRESS, code) }
    fake(XCB_KEY_PRESS, stroke.code)
    fake(XCB_KEY_RELEASE, stroke.code)
    for code in stroke.held.reversed() { fake(XCB_KEY_RELEASE, code) }
  }

  private func lockCaps(_ isLocked: Bool) {
    let lock = UInt8(XCB_MOD_MASK_LOCK.rawValue)
    xcb_xkb_latch_lock_state(
      connection.handle, UInt16(XCB_XKB_ID_USE_CORE_KBD.rawValue), lock, isLocked ? lock : 0, 0, 0, 0, 0, 0)
  }
}
