import Foundation
import Synchronization

/// Programs that were started, to be ended together, the last one first.
final class ProcessList: Sendable {
  struct Running {
    var process: Process
    var output: Pipe

    /// The first line it prints, waited for; nil where it ends without one.
    func line() -> String? {
      var bytes = Data()
      while let byte = try? output.fileHandleForReading.read(upToCount: 1), let first = byte.first {
        if first == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
        bytes.append(first)
      }
      return nil
    }
  }

  private let numbers = Mutex<[Int32]>([])

  func start(_ program: String, _ arguments: [String], _ environment: [String: String]) throws -> Running {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try unblocked { try process.run() }
    numbers.withLock { $0.append(process.processIdentifier) }
    return Running(process: process, output: output)
  }

  /// A program inherits the signals that are blocked, and threads that tasks run on block all: it could not be ended.
  private func unblocked(_ run: () throws -> Void) rethrows {
    var none = sigset_t(), before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try run()
  }

  func end() {
    let all = numbers.withLock { numbers in
      defer { numbers.removeAll() }
      return numbers
    }
    // What is started from a thread of the test's has its signals held back, all but this one.
    for number in all.reversed() { kill(number, SIGKILL) }
  }
}
