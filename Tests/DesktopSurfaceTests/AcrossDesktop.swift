import BrowserSurface
import Foundation
import SurfaceTesting
import Surfaces
import Trace

@testable import DesktopSurface

/// A desktop with a browser on the left and a sheet on the right, both watched, and a hand that works in both through
/// the X server alone.
final class AcrossDesktop: Sendable {
  let server: HeadlessDesktop
  let desktop: Desktop
  let browser: Chromium
  let hand: DesktopHand
  let page: BrowserHand
  private let folder: URL

  init(folder: URL, address: String, origin: String) async throws {
    self.folder = folder
    server = try HeadlessDesktop(width: 1900, height: 1000)
    let desktop = try await Desktop.start(
      DesktopSettings(display: server.display, session: server.session) { $0.application == "libreoffice-calc" })
    self.desktop = desktop
    hand = DesktopHand(display: server.display) { role, name in
      try await waiting(for: "\(role) “\(name)”") {
        let there = try? await desktop.observe(within: Budget()).elements.map(\.element)
        return there?.first { $0.role == role && ($0.attributes["cell"] ?? $0.name) == name }?.bounds
      }
    }
    try await waiting(for: "accessibility bus") { await desktop.capabilities()[.elements] == .available ? 1 : nil }
    var settings = BrowserSettings(
      profile: folder.appending(path: "profile").path, window: .init(width: 940, height: 980),
      flags: ["--remote-debugging-port=0", "--window-position=0,0"], address: address, origins: [origin])
    settings.frames = false
    browser = try await Chromium.start(
      settings, environment: ProcessInfo.processInfo.environment.merging(server.environment) { $1 })
    page = try await BrowserHand(profile: settings.profile, page: origin)
  }

  /// Opens a sheet beside the browser; one that was open before is closed.
  func open(_ sheet: URL, height: Int = 960) async throws {
    for window in try await desktop.windowSystem.windows()
    where window.application == "libreoffice-calc" && !window.isPopup {
      try await desktop.windowSystem.close(window.id)
    }
    _ = try await eventually {
      try await !desktop.windowSystem.windows().contains { $0.application == "libreoffice-calc" }
    }
    try server.openOffice(sheet.path)
    let window = try await waiting(for: "window of the sheet") {
      try await desktop.windowSystem.windows().first {
        $0.application == "libreoffice-calc" && $0.title.contains(sheet.lastPathComponent)
      }
    }
    // A window that has just opened may not have said yet whose it is.
    try await waiting(for: "window of the sheet in front") {
      (try? await desktop.activate(window: String(window.id))).map { 1 }
    }
    // LibreOffice opens its windows as large as the screen, some time after they are there.
    try await waiting(for: "sheet beside the browser") {
      try server.run("wmctrl", "-i", "-r", String(window.id), "-b", "remove,maximized_vert,maximized_horz")
      try server.run("wmctrl", "-i", "-r", String(window.id), "-e", "0,950,10,930,\(height)")
      try await Task.sleep(for: .milliseconds(300))
      let placed = try await desktop.windowSystem.window(window.id)?.bounds
      return placed.map { $0.x >= 940 && $0.width < 950 && $0.height <= Double(height) } == true ? 1 : nil
    }
    try await waiting(for: "cells of the sheet") {
      let there = try? await desktop.observe(within: Budget()).elements
      return there?.contains { $0.element.isSheetCell } == true ? 1 : nil
    }
  }

  /// Clicks in an element of the page, where it is on the screen.
  func click(_ selector: String, count: Int = 1) async throws {
    let inPage = try await page.center(of: selector)
    let offset: [Double] = try await page.evaluate(
      "[screenX + (outerWidth - innerWidth) / 2, screenY + outerHeight - innerHeight]")
    try hand.click(at: Point(x: inPage.x + offset[0], y: inPage.y + offset[1]), count: count)
  }

  /// Marks the text of an element of the page by three clicks and copies it; what it is.
  func copy(_ selector: String) async throws -> String {
    let text: String = try await page.evaluate("document.querySelector('\(selector)').innerText")
    try await click(selector, count: 3)
    try hand.key("ctrl+c")
    return text
  }

  /// Records both from now on.
  func record() async throws -> (Gathered<Event>, Task<Void, Never>) {
    try await desktop.show(.recording)
    try await browser.show(.recording)
    return events()
  }

  func stop() async throws {
    try await desktop.show(.stopped)
    try await browser.show(.stopped)
  }

  /// Leaves the page, as it is left when a workflow is performed another day.
  func leave() async throws {
    _ = try await browser.observe(within: Budget(count: 0))
    try await page.navigate(to: "about:blank")
    try await page.arrive(at: "about:blank")
  }

  func end() async {
    await browser.end()
    await desktop.end()
    server.end()
  }
}

/// What is not there in time.
struct NotThere: Error, CustomStringConvertible {
  var description: String
}

/// Looks again and again until something is there, half a minute at most.
@discardableResult
func waiting<Value>(for what: String, _ look: () async throws -> Value?) async throws -> Value {
  let end = ContinuousClock.now + .seconds(30)
  while ContinuousClock.now < end {
    if let value = try await look() { return value }
    try await Task.sleep(for: .milliseconds(50))
  }
  throw NotThere(description: "There is no \(what).")
}

extension AcrossDesktop {
  /// What both surfaces tell from now on, in the order in which it arrives and under one row of numbers, as a recorder
  /// numbers it.
  private func events() -> (Gathered<Event>, Task<Void, Never>) {
    let gathered = Gathered<Event>()
    let order = Order()
    let reading = Task {
      await withTaskGroup(of: Void.self) { group in
        for surface in [desktop, browser] as [any Surface] {
          group.addTask {
            do {
              for try await event in surface.events() { await gathered.add(await order.numbered(event)) }
            } catch {
              await gathered.end(error)
            }
          }
        }
      }
    }
    return (gathered, reading)
  }

  private actor Order {
    private var next = 0

    func numbered(_ event: Event) -> Event {
      var event = event
      event.id = EventID(session: "across", sequence: next)
      next += 1
      return event
    }
  }
}
