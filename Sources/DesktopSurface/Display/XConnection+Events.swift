import CX11
import Foundation
import Surfaces

extension XConnection {
  /// The next event, waited for; nil once `wake` was sent or `deadline` has passed.
  func nextEvent(
    wake: WakeSignal? = nil, deadline: ContinuousClock.Instant? = nil
  ) throws(SurfaceError) -> XEvent? {
    xcb_flush(handle)
    while true {
      if let event = queuedEvent() { return event }
      try check()
      var waiting = [pollfd(fd: xcb_get_file_descriptor(handle), events: Int16(POLLIN), revents: 0)]
      if let wake { waiting.append(pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0)) }
      var milliseconds: Int32 = -1
      if let deadline {
        let left = deadline - .now
        guard left > .zero else { return nil }
        milliseconds = Int32(clamping: Int((left / .milliseconds(1)).rounded(.up)))
      }
      _ = poll(&waiting, nfds_t(waiting.count), milliseconds)
      if waiting.count > 1, waiting[1].revents != 0 { return nil }
      if waiting[0].revents != 0, let event = arrivedEvent() { return event }
    }
  }

  /// An event that has arrived already.
  func arrivedEvent() -> XEvent? { xcb_poll_for_event(handle).map { XEvent($0) } }

  /// An event that was read already, with an answer or with another event: what the server told before those.
  func queuedEvent() -> XEvent? { xcb_poll_for_queued_event(handle).map { XEvent($0) } }

  /// Asks for events of a window in addition to what others ask for; replaces what this connection asked for.
  func select(_ mask: UInt32, on window: xcb_window_t) {
    xcb_change_window_attributes(handle, window, XCB_CW_EVENT_MASK.rawValue, [mask])
  }
}
