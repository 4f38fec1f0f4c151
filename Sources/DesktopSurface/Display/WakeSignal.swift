import CX11
import Foundation
import Surfaces

/// Wakes a thread that waits for a descriptor: once sent it stays sent, until it is cleared.
final class WakeSignal: Sendable {
  let descriptor: Int32

  init() throws(SurfaceError) {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC))
    guard descriptor >= 0 else {
      throw SurfaceError(.failed, "No more files can be opened. Close programs, or raise the limit (ulimit -n).")
    }
  }

  deinit { close(descriptor) }

  func send() {
    eventfd_write(descriptor, 1)
  }

  /// Makes it one that was not sent; waits until it was.
  func clear() {
    var times: eventfd_t = 0
    eventfd_read(descriptor, &times)
  }

  /// Waits so long, at most; whether it was sent.
  func wait(milliseconds: Int32) -> Bool {
    var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waited, 1, milliseconds) > 0
  }
}
