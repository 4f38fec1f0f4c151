import CX11
import Surfaces

/// Tells of each text that is put on the clipboard, on a thread of its own.
///
/// ```swift
/// for try await change in try ClipboardChangeReader(display: nil).stream() where !change.isSecret { … }
/// ```
actor ClipboardChangeReader: EventReader {
  private let thread = DedicatedThread(name: "clipboard changes")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  nonisolated let wake: WakeSignal
  private let connection: XConnection
  private let selection: Selection
  private let eventCode: Int32

  /// Throws ``SurfaceError/Code/unavailable`` where the display is not there or cannot tell.
  init(display: String?) throws(SurfaceError) {
    wake = try WakeSignal()
    let connection = try XConnection(display: display)
    guard let fixes = understudy_x_fixes(connection.handle), fixes.pointee.present != 0,
      connection.value(
        xcb_xfixes_query_version_reply(connection.handle, xcb_xfixes_query_version(connection.handle, 5, 0), nil))
        != nil
    else {
      try connection.check()
      throw SurfaceError(
        .unavailable, "The X server has no XFIXES, by which the clipboard is watched. Start it with that extension.")
    }
    let wanted = [
      XCB_XFIXES_SELECTION_EVENT_MASK_SET_SELECTION_OWNER, XCB_XFIXES_SELECTION_EVENT_MASK_SELECTION_WINDOW_DESTROY,
      XCB_XFIXES_SELECTION_EVENT_MASK_SELECTION_CLIENT_CLOSE,
    ].reduce(0) { $0 | $1.rawValue }
    xcb_xfixes_select_selection_input(connection.handle, connection.root, connection.atom("CLIPBOARD"), wanted)
    try connection.roundTrip()
    eventCode = Int32(fixes.pointee.first_event) + XCB_XFIXES_SELECTION_NOTIFY
    self.connection = connection
    selection = Selection("CLIPBOARD", connection)
  }

  func read(_ handOut: (ClipboardChange) -> Void) throws(SurfaceError) {
    while let event = try connection.nextEvent(wake: wake) {
      guard event.code == eventCode else { continue }
      try handle(event.fields(xcb_xfixes_selection_notify_event_t.self), handOut)
    }
  }

  private func handle(
    _ first: xcb_xfixes_selection_notify_event_t, _ handOut: (ClipboardChange) -> Void
  ) throws(SurfaceError) {
    var waiting = [first]
    while !waiting.isEmpty {
      let notice = waiting.removeFirst()
      var isSecret = false
      if notice.owner != 0 {
        // What comes while the program is asked is told of afterwards.
        isSecret = try selection.isSecret(within: .milliseconds(500)) { event in
          guard event.code == eventCode else { return }
          waiting.append(event.fields(xcb_xfixes_selection_notify_event_t.self))
        }
      }
      handOut(
        ClipboardChange(
          owner: notice.owner == 0 ? nil : notice.owner, isSecret: isSecret, serverTime: notice.selection_timestamp))
    }
  }
}
