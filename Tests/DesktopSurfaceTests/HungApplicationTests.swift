import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("An application that does not answer")
  struct HungApplicationTests {
    @Test("Clicks in it are told at once, with an element that counts as secret, and known again once it answers")
    func hangs() async throws {
      let folder = FileManager.default.temporaryDirectory
      let tried = try await RecordedDesktop("mousepad", folder: folder)
      let text = try await tried.hand.find(.textbox, "").center
      let process = try #require(try await tried.desktop.windowSystem.activeWindow()?.process)
      kill(process, SIGSTOP)
      #expect(await !tried.desktop.looking.isAbsent(process), "It is on the bus, so its pixels are not read.")
      let start = ContinuousClock.now
      for _ in 1...10 { try tried.hand.click(at: text, button: .middle) }
      #expect(try await eventually { await tried.events.all.count == 10 })
      #expect(ContinuousClock.now - start < .seconds(5))
      let told = await tried.events.all.map(\.element)
      #expect(told == Array(repeating: Element(role: .generic, states: [.secret]), count: 10))
      kill(process, SIGCONT)
      #expect(
        try await eventually {
          try tried.hand.click(at: text)
          return try await tried.settle().last?.element?.role == .textbox
        })
      await tried.end()
    }
  }
}
