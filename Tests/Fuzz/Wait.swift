import Foundation

/// Does asynchronous work on a thread that cannot wait otherwise, and returns when it is done.
func wait(for work: @escaping @Sendable () async -> Void) {
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    await work()
    done.signal()
  }
  done.wait()
}
