import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("Pictures of the desktop")
  struct DesktopPictureTests {
    @Test("An event carries the last picture of its window before it; none is taken while paused, or not granted")
    func carriesPictures() async throws {
      let folder = FileManager.default.temporaryDirectory
      let tried = try await RecordedDesktop("mousepad", folder: folder, keepsFrames: { $0.application == "mousepad" })
      let desktop = tried.desktop
      #expect(await desktop.capabilities()[.frames] == .available)
      let window = try #require(try await desktop.windowSystem.activeWindow())
      #expect(try await eventually { await desktop.pictures.time(of: window.id) != nil })
      try tried.hand.type("first")
      try await tried.hand.click(.menuitem, "File")
      let events = try await tried.settle(2)
      let frame = try #require(events.first?.frame)
      #expect(events.first?.action == .fill("first"))
      #expect((frame.width, frame.height) == (Int(window.bounds.width), Int(window.bounds.height)))
      #expect(frame.origin == Point(x: window.bounds.x, y: window.bounds.y))
      #expect(frame.drawn.contains { $0.text == "File" })
      #expect(!frame.drawn.contains { $0.text?.contains("first") == true }, "It was taken before that.")
      try await desktop.show(.paused)
      #expect(await desktop.pictures.time(of: window.id) == nil)
      try tried.hand.key("Escape")
      try tried.hand.type("unseen")
      await desktop.wantPicture(of: window.id)
      #expect(await desktop.pictures.wanted == [])
      try await desktop.show(.recording)
      #expect(try await eventually { await desktop.pictures.time(of: window.id) != nil })
      await tried.end()
      let other = try await RecordedDesktop("mousepad", folder: folder)
      try other.hand.type("first")
      #expect(try await other.settle(1).allSatisfy { $0.frame == nil })
      #expect(await other.desktop.pictures.wanted == [])
      await other.end()
    }
  }
}
