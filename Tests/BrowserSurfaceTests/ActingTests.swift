import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import BrowserSurface

@Suite("Acting where it is hard", .serialized)
final class ActingTests: Sendable {
  private let stage: ActingStage

  init() async throws {
    stage = try await ActingStage(patience: .seconds(3), page: "acting.html")
    _ = try await stage.browser.perform(.navigate(stage.server.origin + "/acting.html", cause: .typed), on: nil)
  }

  @discardableResult
  private func act(_ action: Action, on id: String) async throws -> Outcome {
    try await stage.browser.perform(action, on: try await stage.element(id))
  }

  private func page<Value: Decodable & Sendable>(_ expression: String, as type: Value.Type = Value.self) async throws
    -> Value
  {
    try await stage.hand.evaluate(expression)
  }

  private func run(_ statement: String) async throws {
    _ = try await page("(() => { \(statement) })() ?? 0", as: Int.self)
  }

  @Test("Of cards side by side each is told by its place, though nothing marks them as a list")
  func cards() async throws {
    let cards = ["Anvil", "Brush", "Candle"].map { "<div class=card><h3>\($0)</h3><button>Receive</button></div>" }
    try await run("document.body.insertAdjacentHTML('beforeend', '<div>\(cards.joined())</div>')")
    let observation = try await stage.browser.observe(within: Budget())
    let buttons = observation.elements.map(\.element).filter { $0.name == "Receive" }
    #expect(buttons.map { $0.ancestors.first?.attributes["class"] } == ["card", "card", "card"])
    #expect(buttons.map { $0.ancestors.first?.index } == [0, 1, 2])
  }

  private var noticed: [String] { get async throws { try await page("noticed") } }

  @Test("What moves, is far away, is in a scrolled box or in a frame of another site is clicked where it is")
  func reached() async throws {
    for id in ["moving", "far", "inner", "ready"] { try await act(.click(Click()), on: id) }
    try await act(.click(Click()), on: "framed")
    #expect(try await noticed == ["moving", "far", "inner", "ready"])
    await stage.end()
  }

  @Test("What is enabled, shown or uncovered meanwhile is clicked then")
  func waited() async throws {
    try await run("setTimeout(() => { late.disabled = false }, 300); setTimeout(() => veil.remove(), 300)")
    try await act(.click(Click()), on: "late")
    try await act(.click(Click()), on: "cleared")
    #expect(try await noticed == ["late", "cleared"])
    await stage.end()
  }

  @Test("What comes over the element under the pointer does not get the click")
  func trapped() async throws {
    let error = try await stage.refusal(of: .click(Click()), on: "trapped")
    #expect(error?.code == .notActionable)
    #expect(try await noticed == [])
    await stage.end()
  }

  @Test("An element that was replaced or renamed since it was looked at is not acted on")
  func changed() async throws {
    let old = try await stage.element("old")
    let renamed = try await stage.element("renamed")
    try await run("replaced.innerHTML = '<button id=\"old\">Replaced</button>'; renamed.textContent = 'Delete'")
    await #expect(throws: SurfaceError.gone) { try await self.stage.browser.perform(.click(Click()), on: old) }
    do {
      _ = try await stage.browser.perform(.click(Click()), on: renamed)
      Issue.record("It was clicked.")
    } catch { #expect(error.code == .changed) }
    #expect(try await noticed == [])
    await stage.end()
  }

  @Test("Every kind of field takes its value, and says so")
  func fields() async throws {
    let values = [
      ("colour", "#1a2b3c"), ("time", "14:30"), ("moment", "2024-02-29T09:05"), ("month", "2024-03"),
      ("week", "2024-W09"), ("number", "42.5"), ("volume", "500"),
    ]
    for (id, value) in values {
      let outcome = try await act(.fill(value), on: id)
      #expect(outcome.value == value)
      #expect(try await page("document.getElementById('\(id)').value") == value)
    }
    #expect(try await act(.fill("5551234567"), on: "phone").value == "(555) 1234567")
    #expect(try await act(.fill("hunter2"), on: "password").value == nil)
    #expect(try await page("password.value") == "hunter2")
    await stage.end()
  }

  @Test("Boxes behind labels, lists made by the page and file choosers are worked as a person does")
  func widgets() async throws {
    #expect(try await act(.check(true), on: "toggle").value == "true")
    try await act(.select(["Italy"]), on: "combo")
    #expect(try await page("combo.textContent") == "Italy")
    try await act(.upload([FileDescription(name: ActingStage.attachment)]), on: "chooser")
    #expect(try await page("file.files[0].name") == "hostname")
    await stage.end()
  }

  @Test("Windows, downloads and what scripts fetch are waited for and told")
  func followed() async throws {
    try await act(.click(Click()), on: "slow")
    #expect(try await page("slow.textContent") == "Done")
    let download = try await act(.click(Click()), on: "save")
    #expect(download.signals == [.download(FileDescription(name: "next.html"))])
    let window = try await act(.click(Click()), on: "window")
    #expect(window.place.document.hasSuffix("/next.html"))
    #expect(window.signals == [.windowOpened(window: window.place.window)])
    let closed = try await stage.browser.perform(.closeTab, on: nil)
    #expect(closed.place.document.hasSuffix("/acting.html"))
    await stage.end()
  }

  @Test("A cancelled action ends within a tenth of a second")
  func cancelled() async throws {
    let handle = try await stage.element("off")
    let task = Task { try await self.stage.browser.perform(.click(Click()), on: handle) }
    try await Task.sleep(for: .milliseconds(200))
    let start = ContinuousClock.now
    task.cancel()
    await #expect(throws: SurfaceError.self) { try await task.value }
    #expect(ContinuousClock.now - start < .milliseconds(100))
    await stage.end()
  }
}
