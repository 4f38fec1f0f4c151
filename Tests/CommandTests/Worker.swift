import Foundation
import Trace

/// Somebody at the command line, with a home of their own that is removed afterwards.
final class Worker: Sendable {
  let home: URL
  /// What is set beside this process's own.
  private let environment: [String: String]

  struct Result: Sendable {
    var status: Int32
    var output: String
    var complaint: String
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  init(environment: [String: String] = [:]) {
    self.environment = ["WAYLAND_DISPLAY": ""].merging(environment) { $1 }
    home = FileManager.default.temporaryDirectory.appending(path: "understudy-worker-\(UUID().uuidString)")
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  /// Runs `understudy` with these words, in a pipe: nobody can be asked.
  @discardableResult
  func run(_ words: String...) throws -> Result {
    try run(words)
  }

  @discardableResult
  func run(_ words: [String]) throws -> Result {
    try Self.run("understudy", words + ["--home", home.path], environment: environment)
  }

  /// Starts `understudy` with these words, to be ended with a signal.
  func start(_ words: String...) throws -> Process {
    let process = try Self.process("understudy", words + ["--home", home.path], environment: environment)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Has events 0 to `count` recorded, one a second from a date, which is Monday, 2026-11-23, 09:00 UTC.
  func record(_ session: String, _ count: Int, from date: Date? = nil) throws {
    let start = date.map { ["START": "\($0.timeIntervalSince1970)"] } ?? [:]
    _ = try Self.run("JournalProcess", [home.path, session, "\(count)", "3"], environment: start)
  }

  /// Has these events recorded.
  func record(_ session: String, _ events: [Event]) throws {
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let file = home.appending(path: "events-\(session).json")
    try JSONEncoder().encode(events).write(to: file)
    let result = try Self.run("JournalProcess", [home.path, "events", session, file.path])
    guard result.status == 0 else { throw RecordingFailed(complaint: result.complaint) }
  }

  struct RecordingFailed: Error {
    var complaint: String
  }

  private static func process(
    _ name: String, _ words: [String], environment others: [String: String]
  ) throws -> Process {
    let tests = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    let process = Process()
    process.executableURL = tests.deletingLastPathComponent().appending(path: name)
    process.arguments = words
    var environment = ProcessInfo.processInfo.environment
    environment["TZ"] = "UTC"
    environment.merge(others) { $1 }
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    return process
  }

  private static func run(
    _ name: String, _ words: [String], environment: [String: String] = [:]
  ) throws -> Result {
    let process = try process(name, words, environment: environment)
    let (output, complaint) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaint
    try process.run()
    // What is said on standard error is short: it never fills its pipe.
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    let said = try complaint.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
      complaint: String(decoding: said, as: UTF8.self))
  }
}
