import Foundation
import Synchronization

/// An X11 desktop without a screen, with a window manager and a session bus.
final class HeadlessDesktop: Sendable {
  /// What a program needs to appear on it.
  let environment: [String: String]
  let display: String
  private let folder: URL
  private let processes = Mutex<[Int32]>([])

  struct NotStarted: Error, CustomStringConvertible {
    var description: String
  }

  init(below root: URL) throws {
    folder = root.appending(path: "desktop")
    for name in ["runtime", "home"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    var environment = [
      "XDG_RUNTIME_DIR": folder.appending(path: "runtime").path, "HOME": folder.appending(path: "home").path,
      "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "gtk3", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin",
    ]
    let (server, number) = try Self.started(
      ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"], [:])
    display = ":" + number
    environment["DISPLAY"] = display
    let (bus, address) = try Self.started(["dbus-daemon", "--session", "--nofork", "--print-address=1"], environment)
    environment["DBUS_SESSION_BUS_ADDRESS"] = address
    self.environment = environment
    processes.withLock { $0 += [server, bus] }
    try start("openbox")
  }

  private static func process(_ words: [String], _ environment: [String: String], output: Any) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.environment = environment.merging(["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"]) {
      own, _ in own
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Starts a program that prints a line once it is there.
  private static func started(_ words: [String], _ environment: [String: String]) throws -> (Int32, String) {
    let output = Pipe()
    let process = try process(words, environment, output: output)
    var line = Data()
    while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first {
      if byte == UInt8(ascii: "\n") { return (process.processIdentifier, String(decoding: line, as: UTF8.self)) }
      line.append(byte)
    }
    throw NotStarted(description: "\(words[0]) did not start. Is it installed? scripts/setup --only desktop")
  }

  @discardableResult
  func start(_ words: String...) throws -> Process {
    let process = try Self.process(words, environment, output: FileHandle.nullDevice)
    processes.withLock { $0.append(process.processIdentifier) }
    return process
  }

  /// What a program prints.
  func output(of words: String...) throws -> String {
    let output = Pipe()
    let process = try Self.process(words, environment, output: output)
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: printed, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Brings the window of an application to the front; its number.
  func window(of application: String) async throws -> String {
    for _ in 0..<600 {
      let found = try output(of: "xdotool", "search", "--onlyvisible", "--class", application)
      if let window = found.split(separator: "\n").last.map(String.init) {
        _ = try output(of: "xdotool", "windowactivate", "--sync", window)
        if try output(of: "xdotool", "getactivewindow") == window { return window }
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw NotStarted(description: "No window of \(application) came up.")
  }

  /// Ends what was started here, and what its buses started: all that runs with its folder.
  func end() {
    for process in processes.withLock({ $0 }).reversed() { kill(process, SIGKILL) }
    let mark = Data("XDG_RUNTIME_DIR=\(folder.appending(path: "runtime").path)\0".utf8)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
      guard let number = Int32(name), number != ProcessInfo.processInfo.processIdentifier,
        let environment = try? FileHandle(forReadingFrom: URL(filePath: "/proc/\(name)/environ")).readToEnd(),
        environment.range(of: mark) != nil
      else { continue }
      kill(number, SIGKILL)
    }
  }
}
