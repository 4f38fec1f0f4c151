import CX11
import Surfaces
import Trace

/// The layout in force and the keys held, as the X server tells of them.
final class Keyboard {
  /// The code of all events of the keyboard extension.
  let eventCode: Int32
  private let connection: XConnection
  let context: OpaquePointer
  private let device: Int32
  /// The layout's own pointers, replaced when it changes.
  private(set) var keymap: OpaquePointer
  private(set) var state: OpaquePointer
  private var isOutdated = false

  /// The events that say that the layout or what is held has changed are asked for, too.
  init(_ connection: XConnection) throws(SurfaceError) {
    let required = UInt16(XKB_X11_MIN_MAJOR_XKB_VERSION), minor = UInt16(XKB_X11_MIN_MINOR_XKB_VERSION)
    guard
      xkb_x11_setup_xkb_extension(
        connection.handle, required, minor, XKB_X11_SETUP_XKB_EXTENSION_NO_FLAGS, nil, nil, nil, nil) == 1,
      let keyboard = understudy_x_keyboard(connection.handle), keyboard.pointee.present != 0,
      let context = xkb_context_new(XKB_CONTEXT_NO_FLAGS)
    else {
      try connection.check()
      throw SurfaceError(
        .unavailable,
        "The X server has no keyboard extension (XKEYBOARD). Start it without the option that turns it off.")
    }
    let device = xkb_x11_get_core_keyboard_device_id(connection.handle)
    guard let (keymap, state) = Self.layout(connection, context, device) else {
      xkb_context_unref(context)
      try connection.check()
      throw SurfaceError(.unavailable, "The X server does not tell its keyboard layout. Set one with setxkbmap.")
    }
    eventCode = Int32(keyboard.pointee.first_event)
    self.connection = connection
    self.context = context
    self.device = device
    self.keymap = keymap
    self.state = state
    let wanted = [
      XCB_XKB_EVENT_TYPE_NEW_KEYBOARD_NOTIFY, XCB_XKB_EVENT_TYPE_MAP_NOTIFY, XCB_XKB_EVENT_TYPE_STATE_NOTIFY,
    ].reduce(UInt16(0)) { $0 | UInt16($1.rawValue) }
    let all = UInt16(0xFF)
    xcb_xkb_select_events(
      connection.handle, UInt16(XCB_XKB_ID_USE_CORE_KBD.rawValue), wanted, 0, wanted, all, all, nil)
  }

  deinit {
    xkb_state_unref(state)
    xkb_keymap_unref(keymap)
    xkb_context_unref(context)
  }

  /// Takes in an event of the keyboard extension.
  func update(_ event: borrowing XEvent) {
    let change = event.fields(xcb_xkb_state_notify_event_t.self)
    guard change.xkbType == UInt8(XCB_XKB_STATE_NOTIFY) else {
      // One switch of the layout tells of many changes: the layout is read once, by who needs it next.
      isOutdated = true
      return
    }
    xkb_state_update_mask(
      state, UInt32(change.baseMods), UInt32(change.latchedMods), UInt32(change.lockedMods),
      UInt32(bitPattern: Int32(change.baseGroup)), UInt32(bitPattern: Int32(change.latchedGroup)),
      UInt32(change.lockedGroup))
  }

  /// Reads the layout again where it has changed. Throws when the server is gone.
  ///
  /// What is held stays as the events told it: the server's own state is ahead of the events still to come.
  func refresh() throws(SurfaceError) {
    guard isOutdated else { return }
    isOutdated = false
    guard let (keymap, state) = Self.layout(connection, context, device) else { return try connection.check() }
    let kinds = [XKB_STATE_MODS_DEPRESSED, XKB_STATE_MODS_LATCHED, XKB_STATE_MODS_LOCKED]
    let held = kinds.map { xkb_state_serialize_mods(self.state, $0) }
    let layoutKinds = [XKB_STATE_LAYOUT_DEPRESSED, XKB_STATE_LAYOUT_LATCHED, XKB_STATE_LAYOUT_LOCKED]
    let layouts = layoutKinds.map { xkb_state_serialize_layout(self.state, $0) }
    xkb_state_update_mask(state, held[0], held[1], held[2], layouts[0], layouts[1], layouts[2])
    xkb_state_unref(self.state)
    xkb_keymap_unref(self.keymap)
    (self.keymap, self.state) = (keymap, state)
  }

  private static func layout(
    _ connection: XConnection, _ context: OpaquePointer, _ device: Int32
  ) -> (keymap: OpaquePointer, state: OpaquePointer)? {
    guard
      let keymap = xkb_x11_keymap_new_from_device(
        context, connection.handle, device, XKB_KEYMAP_COMPILE_NO_FLAGS)
    else { return nil }
    guard let state = xkb_x11_state_new_from_device(keymap, connection.handle, device) else {
      xkb_keymap_unref(keymap)
      return nil
    }
    return (keymap, state)
  }
}
