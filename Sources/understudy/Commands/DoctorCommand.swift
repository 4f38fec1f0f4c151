import ArgumentParser
import BrowserSurface
import Findings
import Foundation
import Guard
import Journal
import Surfaces
import Watch

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what works on this machine, what does not, and what to do about it.",
    discussion: """
      Source by source: the browser, the desktop (keyboard and mouse, windows, elements, clipboard, indicator, pictures,
      acting, reading what is clicked), and where things are kept. It exits with 0 where all that your grants need works,
      otherwise with 30. It records nothing.

        understudy doctor
        understudy doctor --json
      """)

  @Flag(help: "As JSON.")
  var json = false

  @Option(help: ArgumentHelp("The Chromium or Chrome to use.", valueName: "path"))
  var chromium: String?

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let findings = try await examine()
    if json {
      try terminal.print(json: findings)
    } else {
      for finding in findings {
        terminal.print("\(finding.mark)  \(terminal.bold(finding.what))  \(finding.detail)")
      }
    }
    let missing = findings.filter { $0.isNeeded && !$0.works }.map(\.what)
    guard missing.isEmpty else {
      throw Failure(
        .lacking,
        "Your grants need what does not work here: \(missing.joined(separator: ", ")). What to do is said above.")
    }
  }

  private func examine() async throws -> [Finding] {
    let now = SystemClock().now()
    let scopes = try GrantStore(home: options.folders).scopes(for: .record, at: now)
    let plan = scopes.isEmpty ? nil : try RecordingPlan(home: options.folders, at: now)
    let needsBrowser = plan?.watchesBrowser ?? false, needsDesktop = plan?.watchesDesktop ?? false
    let session = DesktopSession()
    let desktop = DesktopExamination(session: session, isNeeded: needsDesktop)
    return [await browser(isNeeded: needsBrowser), display(session, isNeeded: plan != nil)]
      + (await desktop.findings()) + [home(), disk(), grants(scopes), try key()]
  }

  /// Starts a browser without a window, in a profile of its own that is thrown away.
  private func browser(isNeeded: Bool) async -> Finding {
    let profile = FileManager.default.temporaryDirectory.appending(path: "understudy-doctor-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: profile) }
    do {
      let browser = try await Chromium.start(
        BrowserSettings(profile: profile.path, executable: chromium, isHeadless: true))
      await browser.end()
      return Finding("browser", works: true, isNeeded: isNeeded, "Chromium starts and answers.")
    } catch {
      return Finding("browser", works: false, isNeeded: isNeeded, error.reason)
    }
  }

  private func display(_ session: DesktopSession, isNeeded: Bool) -> Finding {
    let kind =
      switch session.kind {
      case .x11: "This is an X11 session; windows open on \(session.display)."
      case .wayland: "This is a Wayland session; windows open on \(session.display)."
      case .xwayland: "This is a Wayland session with an X server; windows open on \(session.display)."
      case .none:
        "There is none (DISPLAY and WAYLAND_DISPLAY are not set): `record` needs one, `perform --headless` does not."
      }
    return Finding("display", works: session.kind != .none, isNeeded: isNeeded, kind)
  }

  private func home() -> Finding {
    let folder = options.folders.data
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: folder.path),
      let permissions = attributes[.posixPermissions] as? Int
    else {
      return FileManager.default.isWritableFile(atPath: nearestFolder.path)
        ? Finding("home", works: true, "\(folder.path) is made with the first grant.")
        : Finding(
          "home", works: false, "\(folder.path) is not there and cannot be made. Choose another folder: --home DIR")
    }
    if !FileManager.default.isWritableFile(atPath: folder.path) {
      return Finding(
        "home", works: false, "\(folder.path) cannot be written. Make it yours, or choose another: --home DIR")
    }
    return permissions & 0o077 == 0
      ? Finding("home", works: true, "\(folder.path) can be written, and is for you alone.")
      : Finding("home", works: false, "Others can read \(folder.path). Close it: chmod 700 \(folder.path)")
  }

  /// The home's folder, or the nearest one above that is there.
  private var nearestFolder: URL {
    var folder = options.folders.data
    while !FileManager.default.fileExists(atPath: folder.path), folder.pathComponents.count > 1 {
      folder = folder.deletingLastPathComponent()
    }
    return folder
  }

  private func disk() -> Finding {
    let folder = nearestFolder
    guard let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path),
      let free = (attributes[.systemFreeSize] as? NSNumber)?.int64Value
    else {
      return Finding("disk", works: false, "How much space is left at \(folder.path) could not be found out.")
    }
    let size = free.formatted(.byteCount(style: .file))
    return free > 200_000_000
      ? Finding("disk", works: true, "\(size) are free.")
      : Finding("disk", works: false, "Only \(size) are free. Recording stops when the disk is full.")
  }

  private func grants(_ scopes: [Scope]) -> Finding {
    scopes.isEmpty
      ? Finding(
        "grants", works: false, isNeeded: false,
        "Nothing is granted. Start: understudy grant --browser https://tracker.example.org")
      : Finding("grants", works: true, scopes.map { PlaceText.places(of: $0) }.joined(separator: ", "))
  }

  private func key() throws -> Finding {
    guard Keys.exist(in: options.folders) else {
      return Finding("key", works: true, "It is made with the first grant.")
    }
    return try Keys.protection(in: options.folders) == .passphrase
      ? Finding("key", works: true, "A passphrase protects it.")
      : Finding("key", works: true, "No passphrase protects it: whoever can read your files can use it.")
  }
}
