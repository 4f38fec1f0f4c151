import CX11
import Foundation
import Surfaces

/// Keys that the layout has nothing on, lent to characters that it has no key for, and given back at the end.
///
/// A program looks a key up only when it handles the press, some time after it was sent: a key that is given to another
/// character too soon types the wrong one. So characters keep their keys, and the one that was used longest ago is
/// taken when there are no more.
final class SpareKeys {
  private let connection: XConnection
  /// In the order in which they were used last.
  private var lent: [(symbol: xkb_keysym_t, code: UInt8, used: ContinuousClock.Instant)] = []

  init(_ connection: XConnection) {
    self.connection = connection
  }

  deinit {
    for key in lent { map(key.code, to: UInt32(XKB_KEY_NoSymbol)) }
    free(xcb_get_input_focus_reply(connection.handle, xcb_get_input_focus(connection.handle), nil))
  }

  func stroke(typing symbol: xkb_keysym_t) -> KeyStroke? {
    guard let index = lent.firstIndex(where: { $0.symbol == symbol }) else { return nil }
    let key = lent.remove(at: index)
    lent.append((symbol, key.code, .now))
    return KeyStroke(code: key.code)
  }

  /// Puts a symbol on one of the keys that nothing is on, or takes back the one that was lent longest ago.
  func put(_ symbol: xkb_keysym_t, onOneOf free: [UInt8]) throws(SurfaceError) -> KeyStroke {
    let code: UInt8
    if let first = free.first(where: { code in !lent.contains { $0.code == code } }) {
      code = first
    } else if let oldest = lent.first {
      lent.removeFirst()
      code = oldest.code
      let wait = oldest.used + .milliseconds(300) - .now
      if wait > .zero { usleep(UInt32(wait / .microseconds(1))) }
    } else {
      throw SurfaceError(
        .unsupported, "The keyboard layout has no key for a character, and none that is free. Set a smaller layout.")
    }
    map(code, to: symbol)
    try connection.roundTrip()
    lent.append((symbol, code, .now))
    return KeyStroke(code: code)
  }

  /// On both levels, so that nothing depends on what is held.
  private func map(_ code: UInt8, to symbol: xkb_keysym_t) {
    xcb_change_keyboard_mapping(connection.handle, 1, code, 2, [symbol, symbol])
  }
}
