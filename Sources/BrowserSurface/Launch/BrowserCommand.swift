import Foundation
import Glibc
import Surfaces

/// The program and the arguments that start a browser.
struct BrowserCommand: Sendable, Hashable {
  var executable: String
  var arguments: [String]

  /// What `settings` ask for, in this environment.
  init(_ settings: BrowserSettings, environment: [String: String]) throws(SurfaceError) {
    executable = try Self.executable(settings, environment: environment)
    if !settings.isHeadless, environment["DISPLAY"] ?? "" == "", environment["WAYLAND_DISPLAY"] ?? "" == "" {
      throw .noDisplay
    }
    arguments =
      Self.always + [
        "--user-data-dir=\(settings.profile)",
        "--window-size=\(settings.window.width),\(settings.window.height)",
      ]
    if settings.isHeadless { arguments += ["--headless=new", "--disable-gpu", "--hide-scrollbars"] }
    // Chromium's sandbox cannot be used by root. Whoever is not root never gives it up.
    if geteuid() == 0 { arguments.append("--no-sandbox") }
    // The address comes once the browser is watched: nothing of it can be missed then.
    arguments += settings.flags + ["about:blank"]
  }

  private static let always = [
    "--remote-debugging-pipe",
    // Roles and names as the browser itself computes them.
    "--enable-blink-features=ComputedAccessibilityInfo",
    // A prerendered page is a second page that nobody sees; a translated one holds words nobody wrote.
    "--disable-features=Prerender2,Translate",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-crash-restore-bubble",
    "--password-store=basic",
  ]

  private static let names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"]

  static func executable(
    _ settings: BrowserSettings, environment: [String: String]
  ) throws(SurfaceError) -> String {
    let files = FileManager.default
    if let chosen = settings.executable {
      guard files.isExecutableFile(atPath: chosen) else {
        throw SurfaceError(
          .unavailable, "There is no program at \(chosen): name the path of Chromium or Chrome, or leave it out.")
      }
      return chosen
    }
    for folder in (environment["PATH"] ?? "").split(separator: ":") {
      for name in names where files.isExecutableFile(atPath: "\(folder)/\(name)") { return "\(folder)/\(name)" }
    }
    throw .noBrowser
  }
}

extension SurfaceError {
  static let noBrowser = SurfaceError(
    .unavailable,
    """
    Neither Chromium nor Chrome is on PATH. Install one (on Debian: sudo apt-get install chromium chromium-sandbox), \
    or name its path.
    """)

  static let noDisplay = SurfaceError(
    .unavailable,
    """
    The browser has no display to open its window on: DISPLAY and WAYLAND_DISPLAY are not set. Start it in a desktop \
    session, or headless.
    """)
}
