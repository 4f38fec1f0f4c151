import CX11
import Foundation
import Surfaces

/// The indicator's sign in the tray of a panel (the system tray protocol of freedesktop.org, in which the panel embeds
/// a window of ours), where there is a tray.
///
/// It is an addition: recording hangs on the window over all others. A tray that goes takes the icon with it, one that
/// comes gets another.
final class TrayIcon {
  private let connection: XConnection
  private var state: IndicatorState
  /// The window that a tray answers to.
  private var tray: xcb_window_t = 0
  /// The icon in it; nil where there is none, or where it was taken away.
  private var icon: xcb_window_t?
  private var size = (width: 24, height: 24)

  /// `connection` must ask for the structure of its root, of which a tray tells that comes.
  init(_ state: IndicatorState, _ connection: XConnection) {
    self.state = state
    self.connection = connection
    findTray()
  }

  func show(_ state: IndicatorState) {
    self.state = state
    draw()
  }

  func remove() {
    if let icon { xcb_destroy_window(connection.handle, icon) }
    icon = nil
    xcb_flush(connection.handle)
  }

  /// Follows trays that come and go, and the size that they give it.
  func take(_ event: borrowing XEvent) {
    switch event.code {
    case XCB_CLIENT_MESSAGE:
      let message = event.fields(xcb_client_message_event_t.self)
      if message.type == connection.atom("MANAGER"), message.data.data32.1 == Self.selection(connection) { findTray() }
    case XCB_DESTROY_NOTIFY:
      let gone = event.fields(xcb_destroy_notify_event_t.self).window
      if gone == icon { icon = nil }
      guard gone == tray else { return }
      // The next one's window may have the same number.
      tray = 0
      findTray()
    case XCB_REPARENT_NOTIFY:
      // A tray that ends may hand back what it held: on the bare screen it is a window like any other.
      let moved = event.fields(xcb_reparent_notify_event_t.self)
      if moved.window == icon, moved.parent == connection.root { remove() }
    case XCB_CONFIGURE_NOTIFY:
      let change = event.fields(xcb_configure_notify_event_t.self)
      guard change.window == icon, (Int(change.width), Int(change.height)) != size else { return }
      size = (Int(change.width), Int(change.height))
      draw()
    default: return
    }
  }

  /// The window that the tray of a screen answers to; 0 where there is none.
  static func tray(_ connection: XConnection) -> xcb_window_t {
    let question = xcb_get_selection_owner(connection.handle, selection(connection))
    return connection.value(xcb_get_selection_owner_reply(connection.handle, question, nil))?.owner ?? 0
  }

  private static func selection(_ connection: XConnection) -> xcb_atom_t {
    connection.atom("_NET_SYSTEM_TRAY_S\(connection.screenNumber)")
  }

  /// Puts an icon into the tray that is there now, unless it has one.
  private func findTray() {
    var owner = Self.tray(connection)
    // The end of a window is only told once it was asked for: what is still the tray then will be told of.
    while owner != 0 {
      connection.select(XCB_EVENT_MASK_STRUCTURE_NOTIFY.rawValue, on: owner)
      let now = Self.tray(connection)
      if now == owner { break }
      owner = now
    }
    guard owner != tray || icon == nil else { return }
    remove()
    tray = owner
    if tray != 0 { dock() }
  }

  private func dock() {
    let window = xcb_generate_id(connection.handle)
    // A click on it is for nobody.
    let buttons = XCB_EVENT_MASK_BUTTON_PRESS.rawValue | XCB_EVENT_MASK_BUTTON_RELEASE.rawValue
    xcb_create_window(
      connection.handle, UInt8(XCB_COPY_FROM_PARENT), window, connection.root, 0, 0, UInt16(size.width),
      UInt16(size.height), 0, UInt16(XCB_WINDOW_CLASS_INPUT_OUTPUT.rawValue), connection.screen.root_visual,
      XCB_CW_EVENT_MASK.rawValue | XCB_CW_DONT_PROPAGATE.rawValue, [XCB_EVENT_MASK_STRUCTURE_NOTIFY.rawValue, buttons])
    connection.set(IndicatorWindow.mark, of: window, numbers: [1], type: XCB_ATOM_CARDINAL)
    connection.set("WM_CLASS", of: window, latin: "understudy\0Understudy\0")
    // Version 0 of the protocol, and: show it.
    connection.set(
      "_XEMBED_INFO", of: window, numbers: [0, 1], type: xcb_atom_enum_t(rawValue: connection.atom("_XEMBED_INFO")))
    icon = window
    draw()
    var request = xcb_client_message_event_t()
    request.response_type = UInt8(XCB_CLIENT_MESSAGE)
    request.format = 32
    request.window = tray
    request.type = connection.atom("_NET_SYSTEM_TRAY_OPCODE")
    let dock: UInt32 = 0
    request.data.data32 = (UInt32(XCB_CURRENT_TIME), dock, window, 0, 0)
    withUnsafeBytes(of: request) {
      _ = xcb_send_event(connection.handle, 0, tray, 0, $0.baseAddress?.assumingMemoryBound(to: CChar.self))
    }
    xcb_flush(connection.handle)
  }

  private func draw() {
    guard let icon else { return }
    let sign = IndicatorSign(state)
    let name = sign.isPaused ? "Understudy is paused" : "Understudy is recording"
    connection.set("_NET_WM_NAME", of: icon, text: name)
    connection.set("WM_NAME", of: icon, latin: name)
    let (picture, ink) = sign.ground(size.width, size.height, connection)
    let side = max(1, min(size.width, size.height) * 5 / 8)
    sign.draw(
      on: picture, ink, x: (size.width - side) / 2, y: (size.height - side) / 2, side: side, connection)
    xcb_free_gc(connection.handle, ink)
    xcb_change_window_attributes(connection.handle, icon, XCB_CW_BACK_PIXMAP.rawValue, [picture])
    xcb_free_pixmap(connection.handle, picture)
    xcb_clear_area(connection.handle, 0, icon, 0, 0, 0, 0)
    xcb_flush(connection.handle)
  }
}
