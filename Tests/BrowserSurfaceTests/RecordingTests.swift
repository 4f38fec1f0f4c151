import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import BrowserSurface

@Suite("Recording a page", .serialized)
struct RecordingTests {
  @Test("first look")
  func firstLook() async throws {
    let tried = try await RecordedBrowser()
    let hand = tried.hand
    try await hand.click("#plain")
    try await hand.click("#customer")
    try await hand.type("Ada")
    try await hand.click("#amount")
    try await hand.click("#paidLabel")
    try await hand.click("#fast")
    try await hand.click("#inner")
    try await Task.sleep(for: .milliseconds(1500))
    for event in await tried.events.events { print(event.summary) }
    let e = await tried.events.events
    let encoder = JSONEncoder(); encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    print(String(decoding: try encoder.encode(e.first { $0.action?.verb == .fill }), as: UTF8.self))
    print(await tried.browser.pageCost, tried.browser.connection.misunderstandings)
    await tried.end()
  }
}
