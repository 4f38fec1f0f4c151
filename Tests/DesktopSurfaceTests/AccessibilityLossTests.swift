import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

@Suite("Accessibility that goes away", .serialized)
struct AccessibilityLossTests {
  @Test("Where there is no bus, elements are unknown and the reason is a sentence")
  func noBus() async throws {
    let bus = AccessibilityBus(session: "unix:path=/nonexistent/bus")
    let window = DesktopWindow(
      id: 1, title: "Any", application: "any", process: 1, bounds: Bounds(x: 0, y: 0, width: 9, height: 9),
      isPopup: false)
    #expect(await bus.element(at: Point(x: 1, y: 1), in: window) == nil)
    #expect(await bus.focused(in: window) == nil)
    let told = try ToldChanges(AccessibilityWatch(session: "unix:path=/nonexistent/bus", focus: LastFocus()))
    #expect(await told.failure() as? SurfaceError == AccessibilityAddress.unavailable)
    await #expect(throws: AccessibilityAddress.unavailable) {
      try await bus.elements(of: window, within: Budget())
    }
  }

  @Test("A bus that is killed is waited for, and applications that start then are told of")
  func busKilled() async throws {
    let desktop = try AccessibilityDesktop(isFull: false)
    defer { desktop.end() }
    let session = desktop.server.session
    let mousepad = try await desktop.window("Mousepad")
    let told = try ToldChanges(AccessibilityWatch(session: session, focus: desktop.bus.focus))
    defer { told.end() }
    _ = try await desktop.wait("the first change") { () -> Bool? in
      try desktop.server.run("xdotool", "windowactivate", String(mousepad.id), "type", "a")
      return told.all.isEmpty ? nil : true
    }
    kill(try await desktop.bus.process(named: "org.freedesktop.DBus"), SIGKILL)
    _ = try await desktop.wait("the bus") { told.all.contains { $0.kind == .reconnected } ? true : nil }
    try desktop.openForm("Late")
    let window = try await desktop.window("Late")
    let name = try #require(
      try await desktop.bus.elements(of: window, within: Budget()).elements.first { $0.element.name == "Name" })
    #expect(try await desktop.bus.setText("", of: name.accessible) == "")
    _ = try await desktop.bus.grabFocus(name.accessible)
    try desktop.server.run("xdotool", "type", "ok")
    _ = try await desktop.wait("two letters") { told.inserted(window.process).suffix(2) == ["o", "k"] ? true : nil }
  }

  @Test("An application that is killed leaves nothing behind, and its elements are unknown")
  func applicationKilled() async throws {
    let desktop = try AccessibilityDesktop(isFull: false)
    defer { desktop.end() }
    let window = try await desktop.window("Mousepad")
    let process = try #require(window.process)
    let editor = try #require(await desktop.bus.element(at: window.bounds.center, in: window))
    kill(process, SIGKILL)
    _ = try await desktop.wait("the end") { kill(process, 0) == 0 ? nil : true }
    #expect(await desktop.bus.element(at: window.bounds.center, in: window) == nil)
    await #expect { try await desktop.bus.setText("x", of: editor.accessible) } throws: {
      ($0 as? SurfaceError)?.code == .elementNotFound
    }
  }
}

extension AccessibilityBus {
  /// The number of the process that has a name on the accessibility bus.
  func process(named name: String) throws -> Int32 {
    let call = BusCall(
      destination: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus",
      member: "GetConnectionUnixProcessID", arguments: [.string(name)])
    return Int32(try #require(try ask(call, until: .after(.seconds(2))).first?.integer))
  }
}
