import Foundation

/// Runs an actor on a thread of its own, because what it calls blocks: an application that hangs must not hold up the
/// threads that everything else shares. Actors that share one, and tasks that prefer it, wake no other thread when they
/// call each other.
///
/// ```swift
/// actor Bus {
///   private let thread = DedicatedThread(name: "accessibility")
///   nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
/// }
/// ```
final class DedicatedThread: SerialExecutor, TaskExecutor {
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
    let (actor, task) = (asUnownedSerialExecutor(), asUnownedTaskExecutor())
    jobs.add { job.runSynchronously(isolatedTo: actor, taskExecutor: task) }
  }
}
