import CX11
import Foundation
import Surfaces
import Synchronization

/// Keeps the indicator's window over all others, and knows at once when it is taken away.
actor IndicatorKeeper {
  private let thread = DedicatedThread(name: "indicator")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private nonisolated let wake: WakeSignal
  private nonisolated let gone = Atomic(false)
  private let connection: XConnection
  private let window: xcb_window_t

  init(_ window: xcb_window_t, display: String?) throws(SurfaceError) {
    wake = try WakeSignal()
    let connection = try XConnection(display: display)
    connection.select(
      XCB_EVENT_MASK_STRUCTURE_NOTIFY.rawValue | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY.rawValue, on: connection.root)
    connection.select(XCB_EVENT_MASK_VISIBILITY_CHANGE.rawValue, on: window)
    try connection.roundTrip()
    self.connection = connection
    self.window = window
  }

  /// Whether the window was closed or hidden, or the server has gone.
  nonisolated var isGone: Bool { gone.load(ordering: .acquiring) }

  /// Ends ``keep()``.
  nonisolated func stop() { wake.send() }

  /// Raises the window whenever another one has come, until ``stop()`` or until it is gone.
  func keep() {
    defer { gone.store(true, ordering: .releasing) }
    do throws(SurfaceError) {
      while let event = try connection.nextEvent(wake: wake) {
        if takesAway(event) { return }
        while let next = connection.queuedEvent() {
          if takesAway(next) { return }
        }
        IndicatorWindow.place(window, connection)
        // Another window that wants to be on top, too, would make the two of them raise themselves without end.
        usleep(20_000)
      }
    } catch {
      // The server is gone, and the window with it: ``isGone`` says so, and so does the next look at the window.
    }
  }

  private func takesAway(_ event: borrowing XEvent) -> Bool {
    switch event.code {
    case XCB_DESTROY_NOTIFY: event.fields(xcb_destroy_notify_event_t.self).window == window
    case XCB_UNMAP_NOTIFY: event.fields(xcb_unmap_notify_event_t.self).window == window
    case XCB_REPARENT_NOTIFY: event.fields(xcb_reparent_notify_event_t.self).window == window
    default: false
    }
  }
}
