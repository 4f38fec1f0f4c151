import CX11
import Surfaces
import Trace

/// The window that keys go to, remembered until the server tells of something that may have changed it: asking again at
/// each key would cost more than all the rest of it.
///
/// What the server told before a key is handled before it, so what is remembered is as it was when the key was pressed.
struct KeyWindow {
  /// The outer nil: not known.
  private var known: DesktopWindow??
  /// Of these the server tells what they are called.
  private var watched: Set<xcb_window_t> = []

  /// What to be told of the whole screen.
  static let mask =
    XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY.rawValue | XCB_EVENT_MASK_STRUCTURE_NOTIFY.rawValue
    | XCB_EVENT_MASK_PROPERTY_CHANGE.rawValue

  /// Nil where keys go to no window, or to a lock that covers the screen.
  mutating func window(of list: WindowList, _ connection: XConnection) throws(SurfaceError) -> DesktopWindow? {
    if let known { return known }
    guard try !list.isLocked(), let id = try list.activeNumber() else {
      known = .some(nil)
      return nil
    }
    if watched.insert(id).inserted { connection.select(XCB_EVENT_MASK_PROPERTY_CHANGE.rawValue, on: id) }
    let window = try list.window(id)
    known = .some(window)
    return window
  }

  /// Forgets what an event may have changed.
  mutating func note(_ event: borrowing XEvent, _ connection: XConnection) {
    switch event.code {
    case XCB_PROPERTY_NOTIFY:
      // Toolkits write down the time of each key.
      let atom = event.fields(xcb_property_notify_event_t.self).atom
      if atom != connection.atom("_NET_WM_USER_TIME") { known = nil }
    case XCB_DESTROY_NOTIFY:
      watched.remove(event.fields(xcb_destroy_notify_event_t.self).window)
      known = nil
    case XCB_CREATE_NOTIFY, XCB_UNMAP_NOTIFY, XCB_MAP_NOTIFY, XCB_REPARENT_NOTIFY, XCB_CONFIGURE_NOTIFY,
      XCB_GRAVITY_NOTIFY, XCB_CIRCULATE_NOTIFY:
      known = nil
    default: break
    }
  }
}
