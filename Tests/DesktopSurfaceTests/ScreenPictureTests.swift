import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("Pictures of windows")
  struct ScreenPictureTests {
    @Test("A window's picture shows it, and what may not be shown in front of it is painted over")
    func paintsOver() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let windows = try WindowSystem(display: server.display)
      let pictures = try ScreenPictures(display: server.display)
      let cover = try Cover(display: server.display)
      let below = try await cover.show(Bounds(x: 100, y: 100, width: 300, height: 200))
      let above = try await cover.show(Bounds(x: 350, y: 250, width: 300, height: 200))
      let shown = try await pictures.picture(of: below) { _ in true }
      #expect(shown.bounds == Bounds(x: 100, y: 100, width: 300, height: 200))
      #expect(shown.pixels.allSatisfyColor(255))
      #expect(shown.masked == [])
      let masked = try await pictures.picture(of: below) { $0.id != above }
      #expect(masked.masked == [Bounds(x: 350, y: 250, width: 50, height: 50)])
      #expect(masked.pixel(x: 249, y: 150) == [255, 255, 255])
      #expect(masked.pixel(x: 250, y: 150) == [0, 0, 0])
      #expect(masked.pixel(x: 299, y: 199) == [0, 0, 0])
      // What is behind does not show, and is not painted over.
      #expect(try await pictures.picture(of: above) { $0.id == above }.masked == [])
      try server.start("mousepad")
      #expect(try await eventually(within: .seconds(30)) { try await windows.activeWindow() != nil })
      let mousepad = try #require(try await windows.activeWindow())
      try await cover.destroy(above)
      // The frame of the window manager around it shows its title: it is painted over, too.
      let wide = try await cover.show(Bounds(x: 0, y: 0, width: 1280, height: 800))
      try await windows.activate(mousepad.id)
      try server.run("xdotool", "windowraise", "\(mousepad.id)")
      try await cover.lower(wide)
      let behind = try await pictures.picture(of: wide) { _ in false }
      let area = try #require(
        behind.masked.first {
          $0.x < mousepad.bounds.x
            && $0.x + $0.width > mousepad.bounds.x + mousepad.bounds.width
        })
      #expect(area.y < mousepad.bounds.y && area.height > mousepad.bounds.height)
      let error = await #expect(throws: SurfaceError.self) { try await pictures.picture(of: above) { _ in true } }
      #expect(error?.code == .notActionable)
    }

    @Test("A frame is a JPEG picture of the window, with what was painted over")
    func makesFrames() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let pictures = try ScreenPictures(display: server.display)
      let cover = try Cover(display: server.display)
      let below = try await cover.show(Bounds(x: 100, y: 100, width: 300, height: 200))
      let above = try await cover.show(Bounds(x: 350, y: 250, width: 300, height: 200))
      var frames: [Frame] = []
      for window in [below, below, above] {
        let picture = try await pictures.picture(of: window) { $0.id != above }
        frames.append(await pictures.frame(of: window, picture, showing: [], hiding: []).frame)
      }
      #expect(frames.map(\.id) == ["desktop-1", "desktop-2", "desktop-3"])
      #expect(frames[0].pixels == frames[1].pixels)
      #expect(frames[0].masked == [Bounds(x: 350, y: 250, width: 50, height: 50)])
      #expect(frames[0].origin == Point(x: 100, y: 100))
      #expect((frames[0].width, frames[0].height) == (300, 200))
      let picture = try await pictures.picture(of: below) { $0.id != above }
      var encoder = JPEGEncoder()
      #expect(frames[0].pixels == encoder.encode(picture))
      #expect(frames[2].masked == [])
    }

    @Test("Only what changed is told")
    func comparesPictures() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let pictures = try ScreenPictures(display: server.display)
      let cover = try Cover(display: server.display)
      let window = try await cover.show(Bounds(x: 0, y: 0, width: 1280, height: 800))
      let first = try await pictures.picture(of: window) { _ in true }
      let look = PictureDigest(first)
      #expect(look.areas(changedSince: look) == [])
      _ = try await cover.show(Bounds(x: 60, y: 770, width: 10, height: 30), isWhite: false)
      let second = try await pictures.picture(of: window) { _ in true }
      #expect(
        PictureDigest(second).areas(changedSince: look) == [Bounds(x: 0, y: 770, width: 128, height: 30)])
      let times = try await (0..<50).asyncMap { _ in
        let start = ContinuousClock.now
        _ = PictureDigest(try await pictures.picture(of: window) { _ in true }).areas(changedSince: look)
        return (ContinuousClock.now - start) / .milliseconds(1)
      }.sorted()
      print("picture of 1280x800 and what changed: median \(times[25]) ms, p98 \(times[48]) ms")
      #expect(times[25] < 100)
    }
  }
}

extension ScreenPicture {
  fileprivate func pixel(x: Int, y: Int) -> [UInt8] {
    Array(pixels[(y * width + x) * 4..<(y * width + x) * 4 + 3])
  }
}

extension [UInt8] {
  fileprivate func allSatisfyColor(_ value: UInt8) -> Bool {
    indices.allSatisfy { $0 % 4 == 3 || self[$0] == value }
  }
}
