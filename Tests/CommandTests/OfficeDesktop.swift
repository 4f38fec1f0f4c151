import Foundation

/// An X11 desktop without a screen, with a window manager and a session bus, and a hand that types on it.
final class OfficeDesktop {
  /// What a program needs to appear on it.
  private(set) var environment: [String: String]
  private let folder: URL
  private var processes: [Process] = []

  struct Failed: Error, CustomStringConvertible {
    var description: String
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "understudy-office-\(UUID().uuidString)")
    for name in ["runtime", "home"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    environment = [
      "XDG_RUNTIME_DIR": folder.appending(path: "runtime").path, "HOME": folder.appending(path: "home").path,
      "LANG": "C.UTF-8", "WAYLAND_DISPLAY": "",
    ]
    let number = try firstLine(
      of: "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset")
    environment["DISPLAY"] = ":" + number
    environment["DBUS_SESSION_BUS_ADDRESS"] = try firstLine(
      of: "dbus-daemon", "--session", "--nofork", "--print-address=1")
    try start("openbox")
  }

  @discardableResult
  func start(_ program: String, _ arguments: String...) throws -> Process {
    try start(program, arguments, printingTo: FileHandle.nullDevice)
  }

  private func start(_ program: String, _ arguments: [String], printingTo output: Any) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    processes.append(process)
    return process
  }

  private func firstLine(of program: String, _ arguments: String...) throws -> String {
    let output = Pipe()
    _ = try start(program, arguments, printingTo: output)
    var line = Data()
    while let byte = try output.fileHandleForReading.read(upToCount: 1), let first = byte.first {
      if first == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(first)
    }
    throw Failed(description: "\(program) did not start.")
  }

  /// Runs `xdotool` to its end; what it prints.
  @discardableResult
  func hand(_ words: String...) throws -> String { try output(of: "xdotool", words) }

  /// Whether a window says that recording is on.
  func showsIndicator() throws -> Bool {
    try output(of: "xwininfo", ["-root", "-tree"]).contains("Understudy: Recording")
  }

  /// A page on this machine; its site's address.
  func site(_ page: String) throws -> String {
    let pages = folder.appending(path: "pages")
    try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
    try Data(page.utf8).write(to: pages.appending(path: "index.html"))
    let line = try firstLine(
      of: "python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", pages.path)
    guard let port = line.firstMatch(of: #/port (\d+)/#)?.1 else {
      throw Failed(description: "The site did not start: \(line)")
    }
    return "http://127.0.0.1:\(port)"
  }

  /// What is on the clipboard, asked as a program would; empty where it holds no text.
  func clipboard() throws -> String {
    let question = """
      import gi
      gi.require_version("Gtk", "3.0")
      from gi.repository import Gdk, Gtk
      print(Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD).wait_for_text() or "")
      """
    // Debian's own, for which its GTK is.
    return try output(of: "/usr/bin/python3", ["-c", question])
  }

  private func output(of program: String, _ words: [String]) throws -> String {
    let output = Pipe()
    let process = try start(program, words, printingTo: output)
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    processes.removeAll { $0 === process }
    return String(decoding: printed, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Brings the window of an application to the front, waiting until it is there.
  func bringToFront(_ application: String) async throws {
    try await wait("a window of \(application)") {
      let windows = try hand("search", "--onlyvisible", "--class", application)
      guard let window = windows.split(separator: "\n").last.map(String.init) else { return false }
      try hand("windowactivate", "--sync", window)
      return try hand("getactivewindow") == window
    }
  }

  /// Waits until something holds, 20 seconds at most.
  func wait(_ what: String, until condition: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(20)
    while try await !condition() {
      guard ContinuousClock.now < end else { throw Failed(description: "Not seen in time: \(what).") }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Ends what was started here, and what its buses started by themselves: all that runs with its folder.
  func end() {
    for process in processes.reversed() where process.isRunning { kill(process.processIdentifier, SIGKILL) }
    let mark = Data("XDG_RUNTIME_DIR=\(folder.appending(path: "runtime").path)\0".utf8)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
      guard let number = Int32(name), number != ProcessInfo.processInfo.processIdentifier,
        let environment = try? FileHandle(forReadingFrom: URL(filePath: "/proc/\(name)/environ")).readToEnd(),
        environment.range(of: mark) != nil
      else { continue }
      kill(number, SIGKILL)
    }
    try? FileManager.default.removeItem(at: folder)
  }
}
