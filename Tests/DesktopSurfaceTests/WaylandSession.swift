import Foundation
import SurfaceTesting

/// A Wayland session without a screen: sway with a session bus, and a keyboard that stays.
///
/// ```swift
/// let session = try await WaylandSession()
/// try session.start("mousepad")
/// try session.type("hello")
/// session.end()
/// ```
final class WaylandSession: Sendable {
  /// What a program needs to appear on it.
  let environment: [String: String]
  /// The compositor's socket.
  let compositor: String
  let bus: String
  private let programs: StartedPrograms
  private let folder: URL
  private let sway: Process

  /// Whether what it takes is installed.
  static var isThere: Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return ["sway", "wtype", "grim", "setpriv"].allSatisfy { program in
      folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }
  }

  init() async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "understudy-wayland-\(UUID())")
    let isRoot = getuid() == 0
    // Sway runs for nobody but an ordinary user; what root may do is open to root all the same.
    let nobody = 65_534
    for name in ["sway", "runtime", "home"] {
      let path = folder.appending(path: name)
      try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
      var attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
      if isRoot, name == "sway" { attributes[.ownerAccountID] = nobody }
      try FileManager.default.setAttributes(attributes, ofItemAtPath: path.path)
    }
    programs = try StartedPrograms(folder: folder)
    let own = folder.appending(path: "sway").path
    let command = ["sway", "-c", "/dev/null"]
    let asNobody = ["setpriv", "--reuid=\(nobody)", "--regid=\(nobody)", "--clear-groups"] + command
    let started = isRoot ? asNobody : command
    sway = try programs.start(
      started[0], Array(started.dropFirst()),
      [
        "XDG_RUNTIME_DIR": own, "HOME": own, "WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1",
        "WLR_RENDERER": "pixman", "DISPLAY": "", "SWAYSOCK": own + "/ipc",
      ])
    compositor = own + "/wayland-1"
    var environment = [
      "WAYLAND_DISPLAY": compositor, "DISPLAY": "", "GDK_BACKEND": "wayland", "SWAYSOCK": own + "/ipc",
      "XDG_RUNTIME_DIR": folder.appending(path: "runtime").path, "HOME": folder.appending(path: "home").path,
      "LANG": "C.UTF-8",
    ]
    bus = try programs.firstLine(of: "dbus-daemon", ["--session", "--nofork", "--print-address=1"], environment)
    environment["DBUS_SESSION_BUS_ADDRESS"] = bus
    self.environment = environment
    let socket = compositor
    guard try await eventually(within: .seconds(20), { FileManager.default.fileExists(atPath: socket) }) else {
      throw StartedPrograms.NotStarted(description: "Sway did not start.")
    }
    // Without a keyboard no window has the focus; it would come and go with each text that is typed.
    try programs.start("wtype", ["-s", "1000000"], environment)
  }

  /// Starts a program in this session.
  func start(_ program: String, _ arguments: [String] = []) throws {
    try programs.start(program, arguments, environment)
  }

  /// What `wtype` is told to do: texts, `-k` and a key, `-s` and how many milliseconds the hand rests.
  func type(_ arguments: String...) async throws { try await run("wtype", ["-d", "10"] + arguments) }

  /// Runs a program in this session to its end; what it prints. Throws where it fails.
  @discardableResult
  func run(_ program: String, _ arguments: [String]) async throws -> Data {
    let (printed, status) = try programs.run(program, arguments, environment)
    guard status == 0 else {
      throw StartedPrograms.NotStarted(description: "\(program) failed: \(arguments.joined(separator: " "))")
    }
    return printed
  }

  /// Red, green and blue of a point of the screen.
  func color(at x: Int, _ y: Int) async throws -> [UInt8] {
    Array(try await run("grim", ["-g", "\(x),\(y) 1x1", "-t", "ppm", "-"]).suffix(3))
  }

  /// Ends the compositor, as a crash would.
  func endCompositor() { kill(sway.processIdentifier, SIGKILL) }

  func end() { programs.end() }
}
