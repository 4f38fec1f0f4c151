public import Foundation
import Synchronization

/// Programs that are ended together, with all that they have started themselves: when ``end()`` is called, when nobody
/// holds this any more, and when the process that started them is gone, however that came.
///
/// ```swift
/// let programs = try StartedPrograms()
/// let address = try programs.firstLine(of: "dbus-daemon", ["--session", "--nofork", "--print-address=1"])
/// ```
public final class StartedPrograms: Sendable {
  /// What stands in the environment of every program that was started here, and of what it starts.
  private let mark = "UNDERSTUDY_STARTED_BY=\(UUID().uuidString)"
  /// Open as long as the programs may run.
  private let rope = Pipe()
  /// Closed by the keeper once all is gone.
  private let silence = Pipe()
  private let hasEnded = Mutex(false)

  /// A program that cannot be found, or that ends before it is there.
  public struct NotStarted: Error, Sendable, CustomStringConvertible {
    public var description: String

    public init(description: String) {
      self.description = description
    }
  }

  /// - Parameter folder: a folder that goes with the programs, such as the one that they write into.
  public init(folder: URL? = nil) throws {
    // Held by no other program, which would keep it open.
    let descriptor = rope.fileHandleForWriting.fileDescriptor
    _ = fcntl(descriptor, F_SETFD, fcntl(descriptor, F_GETFD) | FD_CLOEXEC)
    let keeper = Self.process("sh", ["-c", Self.keeper, "keeper", mark, folder?.path ?? ""], [:], silence)
    keeper.standardInput = rope
    try Self.run(keeper)
  }

  deinit { end() }

  /// Waits until somebody lets go of its input, then ends whatever bears the mark until nothing does any more: what is
  /// being started meanwhile is found the next time.
  private static let keeper = """
    read -r _
    while found=$(grep -lzxF "$1" /proc/[0-9]*/environ 2>/dev/null); [ -n "$found" ]; do
      for environment in $found; do
        number=${environment#/proc/}
        kill -KILL "${number%/environ}" 2>/dev/null
      done
    done
    [ -z "$2" ] || rm -rf "$2"
    """

  /// Ends them all, and waits until they are gone.
  public func end() {
    let isFirst = hasEnded.withLock { hasEnded in
      defer { hasEnded = true }
      return !hasEnded
    }
    guard isFirst else { return }
    try? rope.fileHandleForWriting.close()
    _ = try? silence.fileHandleForReading.readToEnd()
  }

  /// Starts a program, which goes on.
  @discardableResult
  public func start(
    _ program: String, _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) throws -> Process {
    try start(program, arguments, environment, printingTo: FileHandle.nullDevice)
  }

  /// Starts a program, which goes on; the first line that it prints.
  public func firstLine(
    of program: String, _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) throws -> String {
    let output = Pipe()
    try start(program, arguments, environment, printingTo: output)
    var line = Data()
    while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first {
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    throw NotStarted(description: "\(program) did not start. Is it installed? scripts/setup --only desktop")
  }

  /// Runs a program to its end; what it prints, without the blanks around it.
  public func output(
    of program: String, _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) throws -> String {
    String(decoding: try run(program, arguments, environment).printed, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Runs a program to its end; what it prints, and its status.
  public func run(
    _ program: String, _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) throws -> (printed: Data, status: Int32) {
    let output = Pipe()
    let process = try start(program, arguments, environment, printingTo: output)
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (printed, process.terminationStatus)
  }

  @discardableResult
  private func start(
    _ program: String, _ arguments: [String], _ environment: [String: String], printingTo output: Any
  ) throws -> Process {
    let mark = mark.split(separator: "=").map(String.init)
    let process = Self.process(program, arguments, environment.merging([mark[0]: mark[1]]) { $1 }, output)
    try Self.run(process)
    return process
  }

  private static func process(
    _ program: String, _ arguments: [String], _ environment: [String: String], _ output: Any
  ) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    // They would appear on the screen of who runs the tests. Qt tells of no elements where it is set and empty.
    process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "WAYLAND_DISPLAY" }
      .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    return process
  }

  /// A program inherits the signals that are blocked, and threads that tasks run on block all: it could not be ended by
  /// one.
  private static func run(_ process: Process) throws {
    var none = sigset_t(), before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }
}
