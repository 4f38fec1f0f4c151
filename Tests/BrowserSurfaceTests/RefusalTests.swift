import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import BrowserSurface

@Suite("Acting where it cannot be done", .serialized)
struct RefusalTests {
  @Test("What is disabled, hidden or covered is not clicked, and the error says why")
  func refused() async throws {
    // Each refusal takes as long as the browser's patience.
    let stage = try await ActingStage(patience: .seconds(1), page: "acting.html")
    _ = try await stage.browser.perform(.navigate(stage.server.origin + "/acting.html", cause: .typed), on: nil)
    #expect(
      try await stage.refusal(of: .click(Click()), on: "off")?.reason
        == "The element is disabled. Do first what enables it.")
    let refused = try await stage.refusal(of: .click(Click()), on: "covered")
    #expect(refused?.reason == "The element is covered by a div. Close what lies over it.")
    #expect(try await stage.refusal(of: .fill("x"), on: "fixed")?.code == .notActionable)
    #expect(try await stage.refusal(of: .fill("x"), on: "off")?.code == .notActionable)
    let seen = try await stage.browser.observe(within: Budget()).elements.compactMap { $0.element.attributes["id"] }
    #expect(!seen.contains("hidden") && !seen.contains("soon"))
    #expect(try await stage.hand.evaluate("noticed", as: [String].self) == [])
    await stage.end()
  }
}
