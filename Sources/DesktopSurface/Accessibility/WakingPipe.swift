import Glibc

/// Wakes a thread that waits for descriptors, once and for good.
final class WakingPipe: Sendable {
  /// Can be read from once ``wake()`` was called; -1 where the system has no descriptor left.
  let descriptor: Int32
  private let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) != 0 { ends = [-1, -1] }
    for end in ends where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (descriptor, writing) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(writing)
  }

  func wake() {
    var byte: UInt8 = 1
    write(writing, &byte, 1)
  }

  /// Waits so long, at most; whether it was woken.
  func wait(milliseconds: Int32) -> Bool {
    var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waited, 1, milliseconds) > 0
  }
}
