import CX11
import Foundation
import Surfaces
import Trace

/// A connection to an X server. It belongs to one actor or one thread, and ends with it.
///
/// Replies that are nil mean that what was asked about is gone (a window that closed meanwhile), or the server itself:
/// ``check()`` tells which.
final class XConnection {
  let handle: OpaquePointer
  /// The screen that programs on this display appear on.
  let screen: xcb_screen_t
  let screenNumber: Int
  private var atoms: [String: xcb_atom_t] = [:]

  var root: xcb_window_t { screen.root }

  /// Connects to `display`, or to the one that the environment names. Throws ``SurfaceError/Code/unavailable``.
  init(display: String?) throws(SurfaceError) {
    var number: Int32 = 0
    guard let handle = xcb_connect(display, &number) else {
      throw SurfaceError(.unavailable, "There is no memory for a connection to the X server.")
    }
    var screens = xcb_setup_roots_iterator(xcb_get_setup(handle))
    guard xcb_connection_has_error(handle) == 0 else {
      xcb_disconnect(handle)
      let name = display ?? ProcessInfo.processInfo.environment["DISPLAY"]
      throw SurfaceError(
        .unavailable,
        name.map { "The X display \($0) does not answer. Check that DISPLAY and XAUTHORITY name a running session." }
          ?? "No X display is named. Set DISPLAY to the session that is to be watched.")
    }
    for _ in 0..<max(0, number) { xcb_screen_next(&screens) }
    self.handle = handle
    screenNumber = max(0, Int(number))
    screen = screens.data.pointee
  }

  deinit { xcb_disconnect(handle) }

  /// Throws ``SurfaceError/Code/closed`` when the X server is gone.
  func check() throws(SurfaceError) {
    guard xcb_connection_has_error(handle) == 0 else {
      throw SurfaceError(.closed, "The X server has ended the connection. Start again in a running session.")
    }
  }

  /// Waits until the server has done everything that was asked of it.
  func roundTrip() throws(SurfaceError) {
    free(xcb_get_input_focus_reply(handle, xcb_get_input_focus(handle), nil))
    try check()
  }

  /// The value of a reply, which is freed.
  func value<Reply>(_ reply: UnsafeMutablePointer<Reply>?) -> Reply? {
    guard let reply else { return nil }
    defer { free(reply) }
    return reply.pointee
  }

  /// The server's number for a name; 0 where the server is gone.
  func atom(_ name: String) -> xcb_atom_t {
    if let known = atoms[name] { return known }
    let cookie = xcb_intern_atom(handle, 0, UInt16(name.utf8.count), name)
    let atom = value(xcb_intern_atom_reply(handle, cookie, nil))?.atom ?? 0
    if atom != 0 { atoms[name] = atom }
    return atom
  }

  /// An empty picture of the screen's depth; whoever asks for it frees it.
  func pixmap(_ width: Int, _ height: Int) -> xcb_pixmap_t {
    let pixmap = xcb_generate_id(handle)
    xcb_create_pixmap(handle, screen.root_depth, pixmap, root, UInt16(width), UInt16(height))
    return pixmap
  }

  /// Where the pointer is.
  func pointer() -> Point? {
    value(xcb_query_pointer_reply(handle, xcb_query_pointer(handle, root), nil))
      .map { Point(x: Double($0.root_x), y: Double($0.root_y)) }
  }

  /// The size of the screen as it is now: the resolution may change.
  func screenSize() -> (width: Int, height: Int)? {
    value(xcb_get_geometry_reply(handle, xcb_get_geometry(handle, root), nil)).map { (Int($0.width), Int($0.height)) }
  }

  /// The windows on top of `window`'s own area, lowest first, and its parent.
  func tree(of window: xcb_window_t) -> (parent: xcb_window_t, children: [xcb_window_t])? {
    guard let reply = xcb_query_tree_reply(handle, xcb_query_tree(handle, window), nil) else { return nil }
    defer { free(reply) }
    let children = UnsafeBufferPointer(
      start: xcb_query_tree_children(reply), count: Int(xcb_query_tree_children_length(reply)))
    return (reply.pointee.parent, Array(children))
  }
}
