import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("Another resolution")
  struct ResolutionTests {
    @Test("Recording goes on: the sign stays at the middle of the upper edge, and clicks are told with their elements")
    func goesOn() async throws {
      let tried = try await RecordedDesktop("mousepad", folder: FileManager.default.temporaryDirectory)
      let server = tried.server
      try await tried.hand.click(.menuitem, "Search")
      try tried.hand.key("Escape")
      _ = try await tried.settle()
      let mode = ["smaller", "63.5", "1024", "1072", "1176", "1328", "768", "771", "775", "798"]
      try server.run(
        "xrandr", "--newmode", mode[0], mode[1], mode[2], mode[3], mode[4], mode[5], mode[6], mode[7],
        mode[8], mode[9])
      try server.run("xrandr", "--addmode", "screen", "smaller")
      try server.run("xrandr", "--output", "screen", "--mode", "smaller")
      let window = try #require(await tried.desktop.indicator.window)
      #expect(
        try await eventually {
          try server.run("xwininfo", "-id", "\(window)").contains("Absolute upper-left X:  \((1024 - 168) / 2)")
        })
      #expect(tried.desktop.indicator.isShown)
      try await tried.hand.click(.textbox, "")
      try tried.hand.type("still here")
      try await tried.hand.click(.menuitem, "Search")
      let told = try await tried.settle(3).map(\.brief)
      #expect(told == ["click textbox “”", "fill “still here” textbox “”", "click menuitem “Search”"])
      try await tried.desktop.show(.recording)
      await tried.end()
    }
  }
}
