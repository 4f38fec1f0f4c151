import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

@Suite("Explore")
struct ExploreTests {
  @Test("x")
  func explore() async throws {
    let server = try XServer()
    let desktop = try await Desktop.start(
      DesktopSettings(display: server.display, session: server.environment["DBUS_SESSION_BUS_ADDRESS"]) { _ in true })
    let task = Task { for try await event in desktop.events() { 
      print("EVENT", event.place.application, event.occurrence, event.element.map { "\($0.role) '\($0.name)' v=\($0.value ?? "-") \($0.attributes) \($0.states)" } ?? "-") } }
    try await desktop.show(.recording)
    let hand = DesktopHand(display: server.display)
    try server.start("mousepad")
    var window: Observation?
    for _ in 0..<100 { window = try? await desktop.observe(within: Budget()); if (window?.elements.count ?? 0) > 3 { break }; try await Task.sleep(for: .milliseconds(100)) }
    for e in window!.elements { print("ELEMENT", e.element.role, e.element.name, e.element.bounds as Any, e.element.attributes) }
    func find(_ role: Role, _ name: String? = nil) async throws -> Point {
      for _ in 0..<30 {
      let o = try? await desktop.observe(within: Budget())
      if let e = o?.elements.first(where: { $0.element.role == role && (name == nil || $0.element.name == name) })?.element, let b = e.bounds { return b.center }
      try await Task.sleep(for: .milliseconds(100)) }
      print("NOT FOUND", role, name as Any); return Point(x: 300, y: 300)
    }
    let text = try await find(.textbox)
    try hand.click(at: text)
    try hand.type("Dear Ada,")
    try hand.key("Return")
    try hand.type("see you.")
    try hand.click(at: try await find(.menuitem, "Search"))
    try hand.click(at: try await find(.menuitem, "Find and Replace..."))
    try await Task.sleep(for: .milliseconds(700))
    for e in (try? await desktop.observe(within: Budget()))?.elements ?? [] { print("DIALOG", e.element.role, e.element.name, e.element.value as Any, e.element.bounds as Any, e.element.options) }
    try hand.type("Ada")
    try hand.key("Tab")
    try hand.type("Grace")
    for box in ["Match case", "Match whole word"] { try hand.click(at: try await find(.checkbox, box)) }
    try hand.click(at: try await find(.combobox, "Search direction:"))
    try await Task.sleep(for: .milliseconds(500))
    for e in (try? await desktop.observe(within: Budget()))?.elements ?? [] { print("COMBO", e.element.role, e.element.name, e.element.value as Any, e.element.bounds as Any, e.element.options) }
    try hand.click(at: try await find(.menuitem, "Up") )
    try hand.click(at: try await find(.button, "Replace"))
    try hand.key("Escape")
    try hand.key("ctrl+a")
    try hand.key("ctrl+c")
    try hand.click(at: text, button: .right)
    try hand.key("Escape")
    try hand.wheel(3, at: text)
    try hand.key("ctrl+End")
    try hand.key("ctrl+v")
    try await Task.sleep(for: .milliseconds(1500))
    await desktop.settleAll()
    try await Task.sleep(for: .milliseconds(300))
    task.cancel(); await desktop.end()
    server.end()
  }
}
