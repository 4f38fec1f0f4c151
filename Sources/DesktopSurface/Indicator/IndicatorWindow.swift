import CX11
import Foundation
import Surfaces
import Trace

/// The window that says that recording is on: at the middle of the screen's upper edge, over all others.
///
/// It is not managed by the window manager (`override_redirect`). So no workspace, no full screen window and no
/// "minimise all" takes it away, it is in no task list, and it never has the keyboard. What a managed window that asks
/// to be "above" and "sticky" gets depends on the window manager.
final class IndicatorWindow {
  /// The property that marks it, so that it is never recorded itself, whichever process shows it.
  static let mark = "_UNDERSTUDY_INDICATOR"

  let id: xcb_window_t
  private let connection: XConnection

  /// Shows the window.
  init(_ state: IndicatorState, _ connection: XConnection) {
    self.connection = connection
    id = xcb_generate_id(connection.handle)
    let buttons = XCB_EVENT_MASK_BUTTON_PRESS.rawValue | XCB_EVENT_MASK_BUTTON_RELEASE.rawValue
    let mask = XCB_CW_OVERRIDE_REDIRECT.rawValue | XCB_CW_DONT_PROPAGATE.rawValue
    let size = IndicatorPicture.size
    xcb_create_window(
      connection.handle, UInt8(XCB_COPY_FROM_PARENT), id, connection.root, 0, 0, UInt16(size.width),
      UInt16(size.height), 0, UInt16(XCB_WINDOW_CLASS_INPUT_OUTPUT.rawValue), connection.screen.root_visual, mask,
      // A click on it is for nobody: else the screen behind it would get it.
      [1, buttons])
    connection.set(Self.mark, of: id, numbers: [1], type: XCB_ATOM_CARDINAL)
    connection.set(
      "_NET_WM_PID", of: id, numbers: [UInt32(ProcessInfo.processInfo.processIdentifier)], type: XCB_ATOM_CARDINAL)
    connection.set(
      "_NET_WM_WINDOW_TYPE", of: id, numbers: [connection.atom("_NET_WM_WINDOW_TYPE_DOCK")], type: XCB_ATOM_ATOM)
    show(state)
    xcb_map_window(connection.handle, id)
    Self.place(id, connection)
  }

  func show(_ state: IndicatorState) {
    connection.set("_NET_WM_NAME", of: id, text: "Understudy: \(IndicatorPicture(state).text)")
    let picture = IndicatorPicture(state).drawn(connection)
    xcb_change_window_attributes(connection.handle, id, XCB_CW_BACK_PIXMAP.rawValue, [picture])
    xcb_clear_area(connection.handle, 0, id, 0, 0, 0, 0)
    xcb_free_pixmap(connection.handle, picture)
  }

  func remove() {
    xcb_destroy_window(connection.handle, id)
    xcb_flush(connection.handle)
  }

  /// Puts the window where it belongs and over all others; does nothing where it is there.
  static func place(_ id: xcb_window_t, _ connection: XConnection) {
    guard let screen = connection.screenSize() else { return }
    let size = IndicatorPicture.size
    let mask = [
      XCB_CONFIG_WINDOW_X, XCB_CONFIG_WINDOW_Y, XCB_CONFIG_WINDOW_WIDTH, XCB_CONFIG_WINDOW_HEIGHT,
      XCB_CONFIG_WINDOW_STACK_MODE,
    ].reduce(UInt16(0)) { $0 | UInt16($1.rawValue) }
    xcb_configure_window(
      connection.handle, id, mask,
      [
        UInt32(max(0, screen.width - size.width) / 2), 0, UInt32(size.width), UInt32(size.height),
        XCB_STACK_MODE_ABOVE.rawValue,
      ])
    xcb_flush(connection.handle)
  }

  /// Throws where the window is not seen: closed, hidden, or covered by something that does not let it come up again.
  func verify() throws(SurfaceError) {
    for _ in 0..<5 {
      let order = connection.tree(of: connection.root)?.children ?? []
      let above = order.drop { $0 != id }
      let facts = connection.facts(of: Array(above))
      try connection.check()
      guard let own = facts[id] else {
        throw SurfaceError(
          .closed, "The window that shows that recording is on was closed. Stop, and start recording again.")
      }
      guard own.isViewable else {
        throw SurfaceError(
          .closed, "The window that shows that recording is on was hidden. Stop, and start recording again.")
      }
      let isCovered = above.dropFirst().contains { other in
        facts[other].map { $0.isViewable && !$0.isInputOnly && $0.bounds.intersects(own.bounds) } ?? false
      }
      if !isCovered, own.bounds == expectedBounds() { return }
      Self.place(id, connection)
    }
    throw SurfaceError(
      .failed, "Another window covers the one that shows that recording is on, and comes back. Close that window.")
  }

  private func expectedBounds() -> Bounds? {
    let size = IndicatorPicture.size
    return connection.screenSize().map {
      Bounds(
        x: Double(max(0, $0.width - size.width) / 2), y: 0, width: Double(size.width), height: Double(size.height))
    }
  }
}
