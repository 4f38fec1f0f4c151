import BrowserSurface
import Foundation
import Surfaces
import Testing

@testable import BrowserSurface

@Suite("Starting and ending a browser")
struct LaunchTests {
  @Test("A browser starts with one tab, knows its frame and world, and ends with its profile written")
  func startsAndEnds() async throws {
    let folder = try TemporaryFolder()
    let browser = try await Chromium.start(BrowserSettings(profile: folder.path, isHeadless: true))
    let tab = try #require(await browser.pages.activeTab)
    try await until { await browser.pages.frames[tab.mainFrame]?.world != nil }
    let frames = await browser.pages.frames(of: tab.id)
    #expect(frames.map(\.url) == ["about:blank"])
    await browser.end()
    #expect(FileManager.default.fileExists(atPath: folder.path + "/Default/Preferences"))
    #expect(browser.connection.ended?.code == .closed)
    #expect(browser.connection.misunderstandings == [])
  }

  @Test("Without a browser on PATH, the error says how to install one")
  func missingBrowser() async throws {
    await #expect(throws: SurfaceError.noBrowser) {
      try await Chromium.start(
        BrowserSettings(profile: "/nowhere", isHeadless: true), environment: ["PATH": "/nowhere"])
    }
  }

  @Test("Without a display, the error names it and the way round it")
  func missingDisplay() async throws {
    await #expect(throws: SurfaceError.noDisplay) {
      try await Chromium.start(BrowserSettings(profile: "/nowhere"), environment: ["PATH": "/usr/bin"])
    }
  }

  @Test("A browser that ends at once is an error that says how it ended")
  func endsAtOnce() async throws {
    let folder = try TemporaryFolder()
    await #expect(throws: SurfaceError(.closed, "The browser ended: it exited with status 1.")) {
      try await Chromium.start(BrowserSettings(profile: folder.path, executable: "/bin/false", isHeadless: true))
    }
  }

  @Test("A profile that cannot be written to is an error that names it")
  func unwritableProfile() async throws {
    let reason = "The browser's profile /dev/null cannot be written to. Check the folder, or name another one."
    await #expect(throws: SurfaceError(.unavailable, reason)) {
      try await Chromium.start(BrowserSettings(profile: "/dev/null", executable: "/bin/false", isHeadless: true))
    }
  }

  @Test("A cancelled start leaves no browser behind")
  func cancelled() async throws {
    let folder = try TemporaryFolder()
    let start = Task { try await Chromium.start(BrowserSettings(profile: folder.path, isHeadless: true)) }
    start.cancel()
    await #expect(throws: SurfaceError.self) { try await start.value }
  }
}
