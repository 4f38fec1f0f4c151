import CX11
import Foundation
import Surfaces
import Trace

/// The windows of a display, and what the window manager can be asked to do with them.
///
/// Every call throws ``SurfaceError/Code/closed`` once the X server is gone. The recording indicator is in no answer.
actor WindowSystem {
  private let thread: DedicatedThread
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private let connection: XConnection
  private let list: WindowList

  /// Throws ``SurfaceError/Code/unavailable`` where the display is not there.
  ///
  /// - Parameter thread: Where to wait for the server's answers: whoever asks often asks on its own.
  init(
    display: String?, on thread: DedicatedThread = DedicatedThread(name: "windows")
  ) throws(SurfaceError) {
    self.thread = thread
    let connection = try XConnection(display: display)
    self.connection = connection
    list = WindowList(connection)
  }

  /// The windows on the screen, front to back, menus and tooltips among them; with `hidden` those that are minimised
  /// or on another workspace, too, after all others.
  func windows(hidden: Bool = false) throws(SurfaceError) -> [DesktopWindow] {
    try list.all(hidden: hidden)
  }

  /// The window that keys go to; nil for none.
  func activeWindow() throws(SurfaceError) -> DesktopWindow? {
    try list.active()
  }

  /// The topmost window at a point of the screen, a menu or tooltip where one is there; nil for none.
  func window(at point: Point) throws(SurfaceError) -> DesktopWindow? {
    try list.window(at: point)
  }

  /// One window by its number; nil where it is gone.
  func window(_ id: UInt32) throws(SurfaceError) -> DesktopWindow? {
    try list.window(id)
  }

  /// Whether something that no window manager placed covers the screen: nobody sees the windows then.
  func isLocked() throws(SurfaceError) -> Bool {
    try list.isLocked()
  }

  /// In pixels, as it is now: the resolution may change.
  func screenSize() throws(SurfaceError) -> (width: Int, height: Int) {
    guard let size = connection.screenSize() else {
      try connection.check()
      throw SurfaceError(.failed, "The X server does not tell the size of its screen. Try again.")
    }
    return size
  }

  /// Brings a window to the front and gives it the keyboard; returns once it has it.
  ///
  /// Throws ``SurfaceError/Code/timedOut`` where the window manager does not do it within `limit`.
  func activate(_ id: UInt32, within limit: Duration = .seconds(2)) async throws(SurfaceError) {
    // 2: asked for by the person, not by the window itself.
    try ask("_NET_ACTIVE_WINDOW", of: id, [2, 0, 0])
    let end = ContinuousClock.now + limit
    while try !isInFront(id) {
      do {
        // Others may ask about windows meanwhile.
        try await Task.sleep(for: .milliseconds(5))
      } catch {
        throw SurfaceError(.timedOut, "Nobody waits any more for the window to come to the front. Look where it is.")
      }
      guard .now < end else {
        throw SurfaceError(.timedOut, "The window did not come to the front. Bring it there by hand.")
      }
    }
  }

  /// Asks a window to close, as its close button does: it may ask the person something first.
  func close(_ id: UInt32) throws(SurfaceError) {
    try ask("_NET_CLOSE_WINDOW", of: id, [0, 2])
    try connection.roundTrip()
  }

  private func isInFront(_ id: UInt32) throws(SurfaceError) -> Bool {
    guard try list.active()?.id == id else { return false }
    return try list.all().contains { $0.id == id }
  }

  /// Sends the window manager a message about a window.
  private func ask(_ message: String, of id: UInt32, _ values: [UInt32]) throws(SurfaceError) {
    guard try list.window(id) != nil else {
      throw SurfaceError(.elementNotFound, "The window is no longer open. Look which windows there are.")
    }
    guard connection.numbers(connection.ask("_NET_SUPPORTING_WM_CHECK", of: connection.root)) != nil else {
      throw SurfaceError(
        .unsupported, "Windows cannot be switched or closed without a window manager. Start one on this display.")
    }
    var event = xcb_client_message_event_t()
    event.response_type = UInt8(XCB_CLIENT_MESSAGE)
    event.format = 32
    event.window = id
    event.type = connection.atom(message)
    withUnsafeMutableBytes(of: &event.data) { $0.copyBytes(from: values.withUnsafeBytes(Array.init)) }
    let mask = XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT.rawValue | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY.rawValue
    withUnsafeBytes(of: event) { raw in
      _ = xcb_send_event(connection.handle, 0, connection.root, mask, raw.bindMemory(to: CChar.self).baseAddress)
    }
    try connection.check()
  }
}
