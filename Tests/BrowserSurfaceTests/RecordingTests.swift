import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import BrowserSurface

@Suite("Recording a page", .serialized)
struct RecordingTests {
  @Test("Clicks and typing in a page arrive as actions in their order, typing as the whole text")
  func actions() async throws {
    let tried = try await RecordedBrowser()
    let hand = tried.hand
    try await hand.click("#plain")
    try await hand.click("#customer")
    try await hand.type("Ada")
    try await hand.click("#plain")
    let deadline = ContinuousClock.now + .seconds(20)
    func actions() async -> [Action] { await tried.events.events.compactMap(\.action) }
    while await actions().count(where: { $0.verb == .click }) < 3, ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(10))
    }
    let seen = await actions().filter { [.click, .fill].contains($0.verb) }
    #expect(seen.map(\.verb) == [.click, .click, .fill, .click])
    #expect(seen.compactMap(\.argument) == ["Ada"])
    await tried.end()
  }
}
