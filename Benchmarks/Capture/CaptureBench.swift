import ArgumentParser

/// What recording costs, what it loses, and how long an event takes to the journal.
struct CaptureBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capture",
    abstract: "What recording costs the one who is recorded, and whether anything is lost.")

  enum SurfaceName: String, ExpressibleByArgument, CaseIterable {
    case browser, desktop
  }

  @Option(help: "The surface that is recorded.") var surface = SurfaceName.browser
  @Option(help: "Seconds of work at five events a second.") var seconds = 60
  @Option(help: "Clicks at two hundred a second.") var burst = 2_000
  @Option(help: "How often a recorded browser and two plain ones are started to load a page; 0 leaves that out.")
  var starts = 6
  @Option(help: "How many times each of these loads and changes that page.") var rounds = 8
  @Flag(inversion: .prefixedNo, help: "Whether pictures of the desktop are recorded, too.") var frames = true
  @Flag(help: "What recording the browser with pictures costs, and nothing else.") var cost = false
  @Flag(help: "With --cost: in a page that changes ten times a second by itself.") var changing = false
  @Option(help: "Seed of the work.") var seed: UInt64 = 1
  @Option(help: "The Chromium or Chrome to use; the first on PATH by default.") var chromium: String?

  func run() async throws {
    switch surface {
    case .browser where cost:
      try await BrowserCost(seconds: seconds, seed: seed, isChanging: changing, executable: chromium).run()
    case .browser:
      try await BrowserCapture(
        seconds: seconds, burst: burst, starts: starts, rounds: rounds, seed: seed, executable: chromium
      ).run()
    case .desktop:
      try await DesktopCapture(seconds: seconds, seed: seed, frames: frames).run()
    }
  }
}
