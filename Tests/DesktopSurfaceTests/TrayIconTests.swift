import Foundation
import SurfaceTesting
import Surfaces
import Testing

@testable import DesktopSurface

extension X11Tests {
  @Suite("The recording indicator in the tray")
  struct TrayIconTests {
    @Test("It is in the tray as long as recording goes on, in the colour of its state", arguments: ["trayer", "tint2"])
    func isInTheTray(tray: String) async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      try server.start(tray)
      try await waitForTray(on: server)
      let indicator = try RecordingIndicator(display: server.display)
      try await indicator.show(.recording)
      #expect(try await eventually { try icon("Understudy is recording", on: server) == "srgb(198,26,26)" })
      try await indicator.show(.paused)
      #expect(try await eventually { try icon("Understudy is paused", on: server) == "srgb(255,179,0)" })
      #expect(try icon("Understudy is recording", on: server) == nil)
      try await indicator.show(.recording)
      #expect(try await eventually { try icon("Understudy is recording", on: server) == "srgb(198,26,26)" })
      try await indicator.show(.stopped)
      #expect(try await eventually { try icon("Understudy is recording", on: server) == nil })
    }

    @Test("A tray that comes later gets it, one that goes takes nothing else with it", arguments: ["trayer", "tint2"])
    func followsTrays(tray: String) async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let indicator = try RecordingIndicator(display: server.display)
      try await indicator.show(.recording)
      for _ in 0..<3 {
        let program = try server.start(tray)
        #expect(try await eventually { try icon("Understudy is recording", on: server) == "srgb(198,26,26)" })
        try await indicator.show(.recording)
        kill(program.processIdentifier, SIGKILL)
        #expect(try await eventually { try icon("Understudy is recording", on: server) == nil })
        try await indicator.show(.recording)
      }
    }

    @Test("The window over all others taken away takes it along")
    func goesWithTheWindow() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      try server.start("trayer")
      let indicator = try RecordingIndicator(display: server.display)
      try await indicator.show(.recording)
      #expect(try await eventually { try icon("Understudy is recording", on: server) == "srgb(198,26,26)" })
      let window = try #require(await indicator.window)
      try server.run("xdotool", "windowunmap", "\(window)")
      #expect(try await eventually { try icon("Understudy is recording", on: server) == nil })
      await #expect(throws: SurfaceError.self) { try await indicator.show(.recording) }
    }

    private func waitForTray(on server: HeadlessDesktop) async throws {
      let connection = try XConnection(display: server.display)
      #expect(try await eventually { TrayIcon.tray(connection) != 0 })
    }

    /// The colour of the icon of that name at its upper left corner, as the screen shows it; nil where no tray shows one.
    private func icon(_ name: String, on server: HeadlessDesktop) throws -> String? {
      let facts = try server.run("xwininfo", "-name", name, "-tree", "-stats")
      guard facts.contains("Map State: IsViewable"), !facts.contains(/Parent window id: \S+ \(the root/),
        let x = facts.firstMatch(of: /Absolute upper-left X:\s+(\d+)/)?.1,
        let y = facts.firstMatch(of: /Absolute upper-left Y:\s+(\d+)/)?.1
      else { return nil }
      return try server.run(
        "import", "-silent", "-window", "root", "-crop", "1x1+\(x)+\(y)", "-format", "%[pixel:p{0,0}]", "info:")
    }
  }
}
