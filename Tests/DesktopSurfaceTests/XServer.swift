import Foundation

/// An X server without a screen of its own, with a window manager and a session bus: a desktop to try things on.
///
/// ```swift
/// let desktop = try XServer()
/// try desktop.start("mousepad")
/// desktop.end()
/// ```
final class XServer: Sendable {
  /// What a program needs to appear on it.
  let environment: [String: String]
  /// Such as `:93`.
  let display: String
  private let processes: ProcessList
  private let folder: URL

  struct NotStarted: Error, CustomStringConvertible {
    var description: String
  }

  init(width: Int = 1280, height: Int = 800) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "understudy-desktop-\(UUID())")
    for name in ["runtime", "home"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    processes = ProcessList()
    // The server chooses a number that is free and tells it. It keeps what is set, such as the layout of the keyboard,
    // also while no program is there.
    let number = try processes.start(
      "Xvfb", ["-displayfd", "1", "-screen", "0", "\(width)x\(height)x24", "-nolisten", "tcp", "-noreset"], [:])
    guard let line = number.line() else { throw NotStarted(description: "Xvfb did not start.") }
    display = ":" + line
    var environment = [
      "DISPLAY": display, "XDG_RUNTIME_DIR": folder.appending(path: "runtime").path,
      "HOME": folder.appending(path: "home").path, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "gtk3",
      "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    let bus = try processes.start("dbus-daemon", ["--session", "--nofork", "--print-address=1"], environment)
    guard let address = bus.line() else { throw NotStarted(description: "The session bus did not start.") }
    environment["DBUS_SESSION_BUS_ADDRESS"] = address
    self.environment = environment
    _ = try processes.start("openbox", [], environment)
  }

  /// Starts a program on this desktop; its number.
  @discardableResult
  func start(_ program: String, _ arguments: [String] = []) throws -> Int32 {
    try processes.start(program, arguments, environment).process.processIdentifier
  }

  func end() {
    processes.end()
    endServices()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Ends what the buses of this desktop started by themselves, such as the accessibility bus: everything that runs
  /// with its runtime folder.
  private func endServices() {
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
