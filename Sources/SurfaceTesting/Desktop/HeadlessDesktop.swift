public import Foundation

/// An X11 desktop without a screen, with a window manager and a session bus: a desktop to try things on.
///
/// All that runs on it ends, and what was written into its folder goes, with ``end()``, once nobody holds it any more, and
/// when the process that started it is gone.
///
/// ```swift
/// let desktop = try HeadlessDesktop()
/// try desktop.start("mousepad")
/// desktop.end()
/// ```
public final class HeadlessDesktop: Sendable {
  /// What a program needs to appear on it.
  public let environment: [String: String]
  /// Such as `:93`.
  public let display: String
  /// The address of its session bus.
  public let session: String
  /// A folder of its own, with the home of those who work on it.
  public let folder: URL
  private let programs: StartedPrograms

  /// Throws ``StartedPrograms/NotStarted`` where something that a desktop needs is not installed.
  public init(width: Int = 1280, height: Int = 800) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "understudy-desktop-\(UUID())")
    for name in ["runtime", "home"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    programs = try StartedPrograms(folder: folder)
    // The server chooses a number that is free and tells it. It keeps what is set, such as the layout of the keyboard,
    // also while no program is there.
    display =
      try ":"
      + programs.firstLine(
        of: "Xvfb", ["-displayfd", "1", "-screen", "0", "\(width)x\(height)x24", "-nolisten", "tcp", "-noreset"])
    var environment = [
      "DISPLAY": display, "XDG_RUNTIME_DIR": folder.appending(path: "runtime").path,
      "HOME": folder.appending(path: "home").path, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "gtk3",
      "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    ]
    session = try programs.firstLine(
      of: "dbus-daemon", ["--session", "--nofork", "--print-address=1"], environment)
    environment["DBUS_SESSION_BUS_ADDRESS"] = session
    self.environment = environment
    try programs.start("openbox", [], environment)
  }

  /// Ends all that runs on it, and waits until it is gone.
  public func end() { programs.end() }

  /// Starts a program on this desktop.
  @discardableResult
  public func start(_ program: String, _ arguments: [String] = []) throws -> Process {
    try programs.start(program, arguments, environment)
  }

  /// Starts a program on this desktop; the first line that it prints.
  public func firstLine(of program: String, _ arguments: [String]) throws -> String {
    try programs.firstLine(of: program, arguments, environment)
  }

  /// Runs a program on this desktop to its end; what it prints.
  @discardableResult
  public func run(_ program: String, _ arguments: String...) throws -> String { try run(program, arguments) }

  @discardableResult
  public func run(_ program: String, _ arguments: [String]) throws -> String {
    try programs.output(of: program, arguments, environment)
  }

  /// Opens LibreOffice with a file, or with what its options say.
  public func openOffice(_ arguments: String...) throws {
    try start("soffice", ["--norestore", "--nologo", "--nofirststartwizard"] + arguments)
  }

  /// Brings the window of an application to the front, waiting until it is there; its number.
  @discardableResult
  public func bringToFront(_ application: String) async throws -> String {
    let end = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < end {
      let windows = try run("xdotool", "search", "--onlyvisible", "--class", application)
      if let window = windows.split(separator: "\n").last.map(String.init) {
        try run("xdotool", "windowactivate", "--sync", window)
        if try run("xdotool", "getactivewindow") == window { return window }
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw StartedPrograms.NotStarted(description: "No window of \(application) came up.")
  }
}
