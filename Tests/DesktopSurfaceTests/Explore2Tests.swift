import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

@Suite("Explore2")
struct Explore2Tests {
  @Test("x")
  func explore() async throws {
    let server = try XServer()
    let desktop = try await Desktop.start(
      DesktopSettings(display: server.display, session: server.environment["DBUS_SESSION_BUS_ADDRESS"]) { _ in true })
    let folder = FileManager.default.temporaryDirectory.appending(path: "explore-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "invoices.fods")
    try AccessibilityDesktop.sheet.write(to: file, atomically: true, encoding: .utf8)
    try server.start("soffice", ["--norestore", "--nologo", "--nofirststartwizard", file.path])
    var window: Observation?
    for _ in 0..<100 { window = try? await desktop.observe(within: Budget()); if (window?.elements.count ?? 0) > 200 { break }; try await Task.sleep(for: .milliseconds(100)) }
    let p = window!.elements.first { $0.element.attributes["cell"] == "B8" }!.element.bounds!.center
    let q = window!.elements.first { $0.element.name == "Bold" }!.element.bounds!.center
    let hand = DesktopHand(display: server.display)
    try hand.click(at: p)
    try hand.type("hello")
    for point in [p, q] {
      var a: [Double] = [], b: [Double] = [], c: [Double] = [], d: [Double] = [], e: [Double] = []
      for _ in 0..<100 {
        let t0 = ContinuousClock.now
        let w = try await desktop.windowSystem.window(at: point)!
        let t1 = ContinuousClock.now
        _ = await desktop.granted(w)
        let t2 = ContinuousClock.now
        _ = await desktop.looking.element(at: point, in: w)
        let t3 = ContinuousClock.now
        let s = await desktop.looking.focused(in: w)
        let t4 = ContinuousClock.now
        print(s?.element.attributes as Any); if let s { _ = try? await desktop.looking.describe(s.accessible) }
        let t5 = ContinuousClock.now
        func ms(_ d: Duration) -> Double { Double(d.components.attoseconds) / 1e15 }
        a.append(ms(t1 - t0)); b.append(ms(t2 - t1)); c.append(ms(t3 - t2)); d.append(ms(t4 - t3)); e.append(ms(t5-t4))
      }
      for (n, x) in [("window", a), ("granted", b), ("element", c), ("focused", d), ("describe", e)] { print("TIME", n, x.sorted()[50], x.sorted()[95]) }
    }
    await desktop.end()
    server.end()
  }
}
