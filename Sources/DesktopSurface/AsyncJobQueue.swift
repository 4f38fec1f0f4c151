import Dispatch
import Synchronization

/// Work that waits for one thread, in order.
final class AsyncJobQueue: Sendable {
  private let waiting = Mutex<(work: [@Sendable () -> Void], isClosed: Bool)>(([], false))
  private let counter = DispatchSemaphore(value: 0)

  func add(_ work: @escaping @Sendable () -> Void) {
    waiting.withLock { $0.work.append(work) }
    counter.signal()
  }

  /// The next piece of work, waited for; nil once the queue is closed and empty.
  func next() -> (@Sendable () -> Void)? {
    while true {
      counter.wait()
      let (work, isClosed) = waiting.withLock { waiting in
        (waiting.work.isEmpty ? nil : waiting.work.removeFirst(), waiting.isClosed)
      }
      if work != nil || isClosed { return work }
    }
  }

  func close() {
    waiting.withLock { $0.isClosed = true }
    counter.signal()
  }
}
