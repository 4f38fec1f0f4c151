import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("The window in front, and the one that was left")
  struct FrontWindowTests {
    private static let other = """
      import gi
      gi.require_version("Gtk", "3.0")
      from gi.repository import Gtk
      window = Gtk.Window(title="Other", default_width=1000, default_height=700)
      window.add(Gtk.Entry())
      window.connect("destroy", Gtk.main_quit)
      window.show_all()
      Gtk.main()
      """

    private func startOther(on server: HeadlessDesktop, _ desktop: Desktop) async throws -> DesktopWindow {
      let file = server.folder.appending(path: "other.py")
      try Self.other.write(to: file, atomically: true, encoding: .utf8)
      try server.start("/usr/bin/python3", [file.path])
      var front: DesktopWindow?
      _ = try await eventually(within: .seconds(30)) {
        front = try await desktop.windowSystem.activeWindow()
        return front?.title == "Other"
      }
      return try #require(front)
    }

    @Test("Where no window, or none that is granted, is in front, whoever performs is told to look again")
    func nothingGranted() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let desktop = try await Desktop.start(
        DesktopSettings(display: server.display, session: server.session) { $0.application == "mousepad" })
      let none = await #expect(throws: SurfaceError.self) { try await desktop.observe(within: Budget()) }
      #expect(none?.code == .changed)
      _ = try await startOther(on: server, desktop)
      let other = await #expect(throws: SurfaceError.self) { try await desktop.observe(within: Budget()) }
      #expect(other?.code == .changed)
      await desktop.end()
    }

    @Test("A window that was left keeps its last picture, although it looks different behind others")
    func left() async throws {
      let folder = FileManager.default.temporaryDirectory
      let tried = try await RecordedDesktop("mousepad", folder: folder, keepsFrames: { _ in true })
      let desktop = tried.desktop
      let first = try #require(try await desktop.windowSystem.activeWindow())
      #expect(try await eventually { await desktop.pictures.time(of: first.id) != nil })
      #expect(try await eventually { await !desktop.isPicturing })
      let before = await desktop.pictures.time(of: first.id)
      let look = PictureDigest(try await desktop.camera.picture(of: first.id) { $0.id == first.id })
      let other = try await startOther(on: tried.server, desktop)
      try tried.hand.click(at: other.bounds.center)
      await desktop.wantLeft(first.id, with: other.id)
      #expect(try await eventually(within: .seconds(30)) { await desktop.pictures.time(of: other.id) != nil })
      #expect(try await eventually(within: .seconds(30)) { await !desktop.isPicturing })
      #expect(await desktop.pictures.time(of: first.id) == before)
      let now = PictureDigest(try await desktop.camera.picture(of: first.id) { $0.id == first.id })
      #expect(now.areas(changedSince: look) != [], "It would have a new picture.")
      await tried.end()
    }
  }
}

extension Desktop {
  /// Wants a picture of a window that was left meanwhile for another.
  fileprivate func wantLeft(_ window: UInt32, with other: UInt32) {
    pictures.want(window)
    wantPicture(of: other)
  }
}
