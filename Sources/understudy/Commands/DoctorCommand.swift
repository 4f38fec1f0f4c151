import ArgumentParser
import BrowserSurface
import Foundation
import Guard
import Journal
import Surfaces

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what works on this machine, what does not, and what to do about it.",
    discussion: "  understudy doctor --json")

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
        terminal.print("\(finding.works ? "works" : "MISSING")  \(terminal.bold(finding.what))  \(finding.detail)")
      }
    }
  }

  /// One thing that was looked at.
  struct Finding: Encodable {
    var what: String
    var works: Bool
    /// What was found; where it does not work, what to do.
    var detail: String
  }

  private func examine() async throws -> [Finding] {
    [await browser(), display(), home(), disk(), try grants(), try key()]
  }

  /// Starts a browser without a window, in a profile of its own that is thrown away.
  private func browser() async -> Finding {
    let profile = FileManager.default.temporaryDirectory.appending(path: "understudy-doctor-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: profile) }
    do {
      let browser = try await Chromium.start(
        BrowserSettings(profile: profile.path, executable: chromium, isHeadless: true))
      await browser.end()
      return Finding(what: "browser", works: true, detail: "Chromium starts and answers.")
    } catch {
      return Finding(what: "browser", works: false, detail: error.reason)
    }
  }

  private func display() -> Finding {
    let environment = ProcessInfo.processInfo.environment
    if let display = environment["WAYLAND_DISPLAY"] ?? environment["DISPLAY"], !display.isEmpty {
      return Finding(what: "display", works: true, detail: "Windows open on \(display).")
    }
    return Finding(
      what: "display", works: false,
      detail: "There is none (DISPLAY and WAYLAND_DISPLAY are not set): `record` needs one, "
        + "`perform --headless` does not.")
  }

  private func home() -> Finding {
    let folder = options.folders.data
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: folder.path),
      let permissions = attributes[.posixPermissions] as? Int
    else {
      return Finding(what: "home", works: true, detail: "\(folder.path) is made with the first grant.")
    }
    return permissions & 0o077 == 0
      ? Finding(what: "home", works: true, detail: "\(folder.path) is for you alone.")
      : Finding(
        what: "home", works: false, detail: "Others can read \(folder.path). Close it: chmod 700 \(folder.path)")
  }

  private func disk() -> Finding {
    var folder = options.folders.data
    while !FileManager.default.fileExists(atPath: folder.path), folder.pathComponents.count > 1 {
      folder = folder.deletingLastPathComponent()
    }
    guard let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path),
      let free = (attributes[.systemFreeSize] as? NSNumber)?.int64Value
    else {
      return Finding(
        what: "disk", works: false, detail: "How much space is left at \(folder.path) could not be found out.")
    }
    let size = free.formatted(.byteCount(style: .file))
    return free > 200_000_000
      ? Finding(what: "disk", works: true, detail: "\(size) are free.")
      : Finding(what: "disk", works: false, detail: "Only \(size) are free. Recording stops when the disk is full.")
  }

  private func grants() throws -> Finding {
    let scopes = try GrantStore(home: options.folders).scopes(for: .record, at: SystemClock().now())
    return scopes.isEmpty
      ? Finding(
        what: "grants", works: false,
        detail: "Nothing is granted. Start: understudy grant --browser https://tracker.example.org")
      : Finding(
        what: "grants", works: true,
        detail: scopes.flatMap { $0.places.map(\.description) }.joined(separator: ", "))
  }

  private func key() throws -> Finding {
    guard Keys.exist(in: options.folders) else {
      return Finding(what: "key", works: true, detail: "It is made with the first grant.")
    }
    return try Keys.protection(in: options.folders) == .passphrase
      ? Finding(what: "key", works: true, detail: "A passphrase protects it.")
      : Finding(what: "key", works: true, detail: "No passphrase protects it: whoever can read your files can use it.")
  }
}
