import CX11
import Foundation

/// Keys that make one character together, such as an accent and its letter, as the person's language has it.
final class Composition {
  /// Nil where the system has no such table: then each key stands for itself.
  private let state: OpaquePointer?

  init(_ keyboard: Keyboard) {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C.UTF-8"
    let table = xkb_compose_table_new_from_locale(keyboard.context, locale, XKB_COMPOSE_COMPILE_NO_FLAGS)
    state = table.flatMap { xkb_compose_state_new($0, XKB_COMPOSE_STATE_NO_FLAGS) }
    // The state keeps the table.
    xkb_compose_table_unref(table)
  }

  deinit { xkb_compose_state_unref(state) }

  /// The key that was pressed, with the text that it makes together with those before it.
  func composed(_ key: PressedKey, _ keyboard: Keyboard) -> PressedKey {
    guard let state, xkb_compose_state_feed(state, keyboard.symbol(code: key.code)) == XKB_COMPOSE_FEED_ACCEPTED else {
      return key
    }
    var composed = key
    switch xkb_compose_state_get_status(state) {
    case XKB_COMPOSE_COMPOSED:
      var buffer = [CChar](repeating: 0, count: 64)
      let count = xkb_compose_state_get_utf8(state, &buffer, buffer.count)
      composed.text = String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      xkb_compose_state_reset(state)
    case XKB_COMPOSE_COMPOSING: composed.text = ""
    case XKB_COMPOSE_CANCELLED:
      composed.text = ""
      xkb_compose_state_reset(state)
    default: break
    }
    return composed
  }
}
