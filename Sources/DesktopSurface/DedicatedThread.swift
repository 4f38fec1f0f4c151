import Foundation

/// Runs an actor on a thread of its own, because what it calls blocks: an application that hangs must not hold up the
/// threads that everything else shares.
///
/// ```swift
/// actor Bus {
///   private let thread = DedicatedThread(name: "accessibility")
///   nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
/// }
/// ```
final class DedicatedThread: SerialExecutor {
  private let jobs: AsyncJobQueue

  init(name: String) {
    let jobs = AsyncJobQueue()
    self.jobs = jobs
    let thread = Thread {
      while let job = jobs.next() { job() }
    }
    thread.name = name
    thread.start()
  }

  deinit { jobs.close() }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedSerialExecutor()
    jobs.add { job.runSynchronously(on: executor) }
  }
}
