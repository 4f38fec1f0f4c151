import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("The recording indicator")
  struct RecordingIndicatorTests {
    @Test("It is shown at the upper edge in its colour, changes, and goes when recording stops")
    func isShown() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let indicator = try RecordingIndicator(display: server.display)
      #expect(indicator.isShown == false)
      try await indicator.show(.recording)
      #expect(try color(at: 560, 4, on: server) == "srgb(198,26,26)")
      #expect(try color(at: 580, 16, on: server) == "srgb(255,255,255)")
      try await indicator.show(.paused)
      #expect(try color(at: 560, 4, on: server) == "srgb(255,179,0)")
      let window = try #require(await indicator.window)
      #expect(try server.run("xdotool", "getwindowname", "\(window)") == "Understudy: Paused")
      try await indicator.show(.recording)
      #expect(await indicator.window == window)
      try await indicator.show(.stopped)
      #expect(indicator.isShown == false)
      #expect(try color(at: 560, 4, on: server) == "srgb(0,0,0)")
      try await indicator.show(.recording)
      #expect(indicator.isShown)
    }

    @Test("It comes up over a window that covers it, and takes neither keyboard nor a place among the windows")
    func staysOnTop() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let windows = try WindowSystem(display: server.display)
      let indicator = try RecordingIndicator(display: server.display)
      try await indicator.show(.recording)
      try server.start("mousepad")
      #expect(try await eventually(within: .seconds(30)) { try await windows.activeWindow() != nil })
      let mousepad = try #require(try await windows.activeWindow())
      try server.run("wmctrl", "-i", "-r", "\(mousepad.id)", "-b", "add,fullscreen")
      #expect(try await eventually { try await windows.window(mousepad.id)?.bounds.height == 800 })
      #expect(try await eventually { try color(at: 560, 4, on: server) == "srgb(198,26,26)" })
      // A window that no window manager places, and that comes over it.
      let cover = try Cover(display: server.display)
      let id = try await cover.show(Bounds(x: 500, y: 0, width: 300, height: 60))
      #expect(try await eventually { try color(at: 560, 4, on: server) == "srgb(198,26,26)" })
      #expect(try await windows.windows().map(\.id) == [id, mousepad.id])
      #expect(try await windows.window(at: Point(x: 510, y: 4))?.id == id)
      #expect(try await windows.window(at: Point(x: 600, y: 4)) == nil)
      #expect(try await windows.activeWindow()?.id == mousepad.id)
      try await indicator.show(.recording)
      let window = try #require(await indicator.window)
      #expect(try await windows.window(window) == nil)
      try server.run("xdotool", "windowmove", "\(window)", "900", "500")
      #expect(try await eventually { try color(at: 560, 4, on: server) == "srgb(198,26,26)" })
      try await indicator.show(.recording)
    }

    @Test(
      "Once it is taken away it is not shown any more, until recording was stopped",
      arguments: ["windowkill", "windowunmap"])
    func throwsWhenTakenAway(act: String) async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let indicator = try RecordingIndicator(display: server.display)
      try await indicator.show(.recording)
      let window = try #require(await indicator.window)
      let cover = try Cover(display: server.display)
      if act == "windowkill" { try await cover.destroy(window) } else { try server.run("xdotool", act, "\(window)") }
      #expect(try await eventually { indicator.isShown == false })
      for state in [IndicatorState.recording, .paused, .recording] {
        let error = await #expect(throws: SurfaceError.self) { try await indicator.show(state) }
        #expect(error?.code == .closed)
      }
      #expect(try color(at: 560, 4, on: server) == "srgb(0,0,0)")
      try await indicator.show(.stopped)
      try await indicator.show(.recording)
      #expect(try color(at: 560, 4, on: server) == "srgb(198,26,26)")
    }

    @Test("It throws when its program's connection is killed, and when the server is gone")
    func throwsWithoutServer() async throws {
      let server = try HeadlessDesktop()
      let killed = try RecordingIndicator(display: server.display)
      let indicator = try RecordingIndicator(display: server.display)
      try await killed.show(.recording)
      try server.run("xkill", "-id", "\(try #require(await killed.window))")
      let error = await #expect(throws: SurfaceError.self) { try await killed.show(.recording) }
      #expect(error?.code == .closed)
      try await indicator.show(.recording)
      server.end()
      #expect(try await eventually { indicator.isShown == false })
      let gone = await #expect(throws: SurfaceError.self) { try await indicator.show(.recording) }
      #expect(gone?.code == .closed)
      #expect(throws: SurfaceError.self) { try RecordingIndicator(display: ":987") }
    }

    /// The colour of a point of the screen, as ImageMagick names it.
    private func color(at x: Int, _ y: Int, on server: HeadlessDesktop) throws -> String {
      try server.run(
        "import", "-silent", "-window", "root", "-crop", "1x1+\(x)+\(y)", "-format", "%[pixel:p{0,0}]", "info:")
    }
  }
}
