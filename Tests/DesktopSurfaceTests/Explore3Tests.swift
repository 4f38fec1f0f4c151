import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

@Suite("Explore3")
struct Explore3Tests {
  @Test("x")
  func explore() async throws {
    let server = try XServer()
    let folder = FileManager.default.temporaryDirectory.appending(path: "explore-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "invoices.fods")
    try AccessibilityDesktop.sheet.write(to: file, atomically: true, encoding: .utf8)
    let desktop = try await Desktop.start(
      DesktopSettings(display: server.display, session: server.environment["DBUS_SESSION_BUS_ADDRESS"]) { _ in true })
    let task = Task { for try await event in desktop.events() { 
      print("EVENT", event.place.application, event.place.document, event.occurrence, event.element.map { "\($0.role) '\($0.name)' v=\($0.value ?? "-") \($0.attributes) \($0.states) \($0.surroundings.column)/\($0.surroundings.row)" } ?? "-") } }
    try await desktop.show(.recording)
    let hand = DesktopHand(display: server.display)
    try server.start("soffice", ["--norestore", "--nologo", "--nofirststartwizard", file.path])
    var window: Observation?
    for _ in 0..<300 { window = try? await desktop.observe(within: Budget()); if window?.elements.contains(where: { $0.element.role == .gridcell }) == true { break }; try await Task.sleep(for: .milliseconds(100)) }
    print("COUNT", window!.elements.count, window!.elements.filter { $0.element.role == .gridcell }.count, window!.isPartial)
    for e in window!.elements where e.element.role != .gridcell { print("ELEMENT", e.element.role, e.element.name, e.element.bounds as Any, e.element.attributes) }
    func find(_ role: Role, _ name: String? = nil) async throws -> Point {
      for _ in 0..<30 {
      let o = try? await desktop.observe(within: Budget())
      if let e = o?.elements.first(where: { $0.element.role == role && (name == nil || $0.element.name == name || $0.element.attributes["cell"] == name) })?.element, let b = e.bounds { return b.center }
      try await Task.sleep(for: .milliseconds(100)) }
      print("NOT FOUND", role, name as Any); return Point(x: 300, y: 300)
    }
    let b2 = try await find(.gridcell, "B8"), c5 = try await find(.gridcell, "C5"), d3 = try await find(.gridcell, "D3"), a1 = try await find(.gridcell, "A1")
    try hand.click(at: b2)
    try hand.type("hello")
    try hand.key("Return")
    try hand.type("42.5")
    try hand.key("Tab")
    try hand.type("2026-11-28")
    try hand.key("Return")
    try hand.click(at: c5)
    try hand.type("=SUM(A1:A3)")
    try hand.key("Return")
    let f9 = try await find(.gridcell, "F9")
    try hand.click(at: f9)
    try hand.type("other")
    try hand.click(at: c5)
    try hand.key("ctrl+c")
    try await Task.sleep(for: .milliseconds(300))
    try hand.click(at: try await find(.gridcell, "G9"))
    try hand.key("ctrl+v")
    try await Task.sleep(for: .milliseconds(300))
    try hand.key("Delete")
    try hand.drag(from: a1, to: c5)
    try hand.key("ctrl+b")
    try hand.click(at: d3, count: 2)
    try hand.type("edited")
    try hand.key("Return")
    try hand.click(at: try await find(.menuitem, "Data"))
    try await Task.sleep(for: .milliseconds(500))
    for e in (try? await desktop.observe(within: Budget()))?.elements ?? [] where e.element.role != .gridcell { print("MENU", e.element.role, e.element.name, e.element.value as Any, e.element.bounds as Any, e.element.options) }
    try hand.click(at: try await find(.menuitem, "Sort..."))
    try await Task.sleep(for: .milliseconds(1500))
    for e in (try? await desktop.observe(within: Budget()))?.elements ?? [] { print("SORT", e.element.role, e.element.name, e.element.value as Any, e.element.bounds as Any, e.element.options) }
    try hand.key("Escape")
    try hand.key("ctrl+s")
    try await Task.sleep(for: .milliseconds(1500))
    for e in (try? await desktop.observe(within: Budget()))?.elements ?? [] { print("SAVE", e.element.role, e.element.name, e.element.value as Any, e.element.bounds as Any, e.element.options) }
    try await Task.sleep(for: .milliseconds(1500))
    await desktop.settleAll()
    try await Task.sleep(for: .milliseconds(300))
    task.cancel(); await desktop.end()
    server.end()
  }
}
