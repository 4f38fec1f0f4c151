import CX11
import Foundation
import Surfaces
import Synchronization

/// Keeps the indicator's window over all others, and knows at once when it is taken away; shows it in the tray, too.
actor IndicatorKeeper {
  private let thread = DedicatedThread(name: "indicator")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private nonisolated let wake: WakeSignal
  private nonisolated let gone = Atomic(false)
  private nonisolated let state: Mutex<IndicatorState>
  private let connection: XConnection
  private let window: xcb_window_t

  init(_ window: xcb_window_t, _ state: IndicatorState, display: String?) throws(SurfaceError) {
    wake = try WakeSignal()
    let connection = try XConnection(display: display)
    connection.select(
      XCB_EVENT_MASK_STRUCTURE_NOTIFY.rawValue | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY.rawValue, on: connection.root)
    connection.select(XCB_EVENT_MASK_VISIBILITY_CHANGE.rawValue, on: window)
    try connection.roundTrip()
    self.connection = connection
    self.window = window
    self.state = Mutex(state)
  }

  /// Whether the window was closed or hidden, or the server has gone.
  nonisolated var isGone: Bool { gone.load(ordering: .acquiring) }

  /// Shows a state in the tray; ``IndicatorState/stopped`` ends ``keep()``.
  nonisolated func show(_ state: IndicatorState) {
    self.state.withLock { $0 = state }
    wake.send()
  }

  /// Raises the window whenever another one has come, until it was stopped or until it is gone.
  func keep() {
    let tray = TrayIcon(state.withLock { $0 }, connection)
    defer {
      gone.store(true, ordering: .releasing)
      tray.remove()
    }
    do throws(SurfaceError) {
      while true {
        guard let event = try connection.nextEvent(wake: wake) else {
          wake.clear()
          let state = state.withLock { $0 }
          if state == .stopped { return }
          tray.show(state)
          continue
        }
        if takesAway(event) { return }
        tray.take(event)
        while let next = connection.arrivedEvent() {
          if takesAway(next) { return }
          tray.take(next)
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
