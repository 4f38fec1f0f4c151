import CX11
import Surfaces
import Trace

/// Tells of windows that open, close, come to the front and change their titles, on a thread of its own.
actor WindowChangeReader: EventReader {
  private let thread = DedicatedThread(name: "window changes")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  nonisolated let wake: WakeSignal
  private let connection: XConnection
  private let list: WindowList
  /// What has been told of, by number.
  private var known: [UInt32: DesktopWindow] = [:]
  private var active: UInt32?

  /// Throws ``SurfaceError/Code/unavailable`` where there is no display.
  init(display: String?) throws(SurfaceError) {
    wake = try WakeSignal()
    let connection = try XConnection(display: display)
    let list = WindowList(connection)
    connection.select(
      XCB_EVENT_MASK_PROPERTY_CHANGE.rawValue | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY.rawValue, on: connection.root)
    // What is there already is not told of.
    let windows = try list.all(hidden: true)
    for window in windows where !window.isPopup { Self.watch(window.id, connection) }
    known = Dictionary(windows.map { ($0.id, $0) }) { first, _ in first }
    active = try list.active()?.id
    self.connection = connection
    self.list = list
  }

  func read(_ handOut: (WindowChange) -> Void) throws(SurfaceError) {
    while let event = try connection.nextEvent(wake: wake) { try handle(event, handOut) }
  }

  private func handle(_ event: borrowing XEvent, _ handOut: (WindowChange) -> Void) throws(SurfaceError) {
    switch event.code {
    case XCB_PROPERTY_NOTIFY:
      let change = event.fields(xcb_property_notify_event_t.self)
      switch change.atom {
      case connection.atom("_NET_CLIENT_LIST"): try compareClients(handOut)
      case connection.atom("_NET_ACTIVE_WINDOW"): try compareActive(handOut)
      case connection.atom("_NET_WM_NAME"), connection.atom("WM_NAME"): try compareTitle(change.window, handOut)
      default: break
      }
    case XCB_MAP_NOTIFY:
      let map = event.fields(xcb_map_notify_event_t.self)
      if map.override_redirect != 0 { try openedPopup(map.window, handOut) }
    case XCB_UNMAP_NOTIFY:
      closedPopup(event.fields(xcb_unmap_notify_event_t.self).window, handOut)
    case XCB_DESTROY_NOTIFY:
      closedPopup(event.fields(xcb_destroy_notify_event_t.self).window, handOut)
    default: break
    }
  }

  private func compareClients(_ handOut: (WindowChange) -> Void) throws(SurfaceError) {
    let clients = Set(list.clients())
    // A failed question looks like an empty list.
    try connection.check()
    for window in known.values where !window.isPopup && !clients.contains(window.id) {
      known[window.id] = nil
      handOut(.closed(window.id))
    }
    for id in clients.sorted() where known[id] == nil {
      // Watched first: a title that changes between would be missed.
      Self.watch(id, connection)
      guard let window = try list.window(id) else { continue }
      known[id] = window
      handOut(.opened(window))
    }
  }

  private func compareActive(_ handOut: (WindowChange) -> Void) throws(SurfaceError) {
    let window = try list.active()
    guard window?.id != active else { return }
    active = window?.id
    handOut(.activated(window))
  }

  private func compareTitle(_ id: UInt32, _ handOut: (WindowChange) -> Void) throws(SurfaceError) {
    guard let before = known[id], let now = try list.window(id) else { return }
    known[id] = now
    if now.title != before.title { handOut(.renamed(now)) }
  }

  /// Frames of the window manager are such windows, too: they are not told of.
  private func openedPopup(_ id: UInt32, _ handOut: (WindowChange) -> Void) throws(SurfaceError) {
    guard known[id] == nil, let window = try list.all().first(where: { $0.id == id }), window.isPopup else { return }
    known[id] = window
    handOut(.opened(window))
  }

  private func closedPopup(_ id: UInt32, _ handOut: (WindowChange) -> Void) {
    guard known[id]?.isPopup == true else { return }
    known[id] = nil
    handOut(.closed(id))
  }

  private static func watch(_ id: UInt32, _ connection: XConnection) {
    connection.select(XCB_EVENT_MASK_PROPERTY_CHANGE.rawValue, on: id)
  }
}
