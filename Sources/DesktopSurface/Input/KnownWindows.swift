import CX11
import Surfaces
import Trace

/// The windows that keys and presses go to, remembered until the server tells of something that may have changed them:
/// asking again at each would cost more than all the rest of it.
///
/// What the server told before a key or a press is handled before it, so what is remembered is as it was then.
struct KnownWindows {
  /// The number of the one that keys go to, which changes only when the window manager says so; the outer nil: not known.
  private var active: xcb_window_t??
  /// The one that keys go to, as it is; the outer nil: not known.
  private var key: DesktopWindow??
  /// The same as it was last: an application may close a window at a key before the server can be asked about it.
  private var lastKey: DesktopWindow?
  /// Those that the window manager keeps, by what of them stands right on the screen.
  private var managed: [xcb_window_t: DesktopWindow] = [:]
  /// Of these the server tells what they are called.
  private var watched: Set<xcb_window_t> = []

  /// What to be told of the whole screen.
  static let mask =
    XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY.rawValue | XCB_EVENT_MASK_STRUCTURE_NOTIFY.rawValue
    | XCB_EVENT_MASK_PROPERTY_CHANGE.rawValue

  /// Nil where keys go to no window, or to a lock that covers the screen.
  mutating func keyWindow(_ list: WindowList, _ connection: XConnection) throws(SurfaceError) -> DesktopWindow? {
    if let key { return key }
    guard try !list.isLocked(), let id = try activeNumber(list) else {
      key = .some(nil)
      return nil
    }
    watch(id, connection)
    let window = try list.window(id) ?? lastKey.flatMap { $0.id == id ? $0 : nil }
    (key, lastKey) = (.some(window), window)
    return window
  }

  private mutating func activeNumber(_ list: WindowList) throws(SurfaceError) -> xcb_window_t? {
    if let active { return active }
    let number = try list.activeNumber()
    active = .some(number)
    return number
  }

  /// The window at a point of the screen; nil for none.
  mutating func window(
    at point: Point, _ list: WindowList, _ connection: XConnection
  ) throws(SurfaceError) -> DesktopWindow? {
    guard let top = try list.top(at: point) else { return nil }
    if let known = managed[top] { return known }
    guard let window = try list.managed(in: top) else { return try list.unmanaged(in: top, at: point) }
    let isNew = watch(window.id, connection)
    // It may have been called otherwise before it was watched.
    guard let watched = isNew ? try list.managed(in: top) : window else { return nil }
    managed[top] = watched
    return watched
  }

  /// Whether it was not watched before.
  @discardableResult
  private mutating func watch(_ id: xcb_window_t, _ connection: XConnection) -> Bool {
    guard watched.insert(id).inserted else { return false }
    connection.select(XCB_EVENT_MASK_PROPERTY_CHANGE.rawValue, on: id)
    return true
  }

  /// Forgets what an event may have changed.
  mutating func note(_ event: borrowing XEvent, _ connection: XConnection) {
    switch event.code {
    case XCB_PROPERTY_NOTIFY:
      // Toolkits write down the time of each key, window managers the order of their windows at each click: what covers
      // all of them is none of those, and what has the keyboard is told apart.
      let property = event.fields(xcb_property_notify_event_t.self)
      let atom = property.atom
      if atom == connection.atom("_NET_ACTIVE_WINDOW") { active = nil }
      guard !["_NET_WM_USER_TIME", "_NET_CLIENT_LIST_STACKING"].map(connection.atom).contains(atom) else { return }
      // What it is called now may be excepted.
      if property.window == lastKey?.id { lastKey = nil }
      forget()
    case XCB_DESTROY_NOTIFY:
      watched.remove(event.fields(xcb_destroy_notify_event_t.self).window)
      forget()
    case XCB_CREATE_NOTIFY, XCB_UNMAP_NOTIFY, XCB_MAP_NOTIFY, XCB_REPARENT_NOTIFY, XCB_CONFIGURE_NOTIFY,
      XCB_GRAVITY_NOTIFY, XCB_CIRCULATE_NOTIFY:
      forget()
    default: break
    }
  }

  private mutating func forget() { (key, managed) = (nil, [:]) }
}
