import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("Elements of clicks that come fast")
  struct KnownElementTests {
    @Test("Of 500 clicks in a form at 200 a second none is lost, and 98 of 100 are told with their element")
    func form() async throws {
      let folder = try Self.folder()
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appending(path: "form.py")
      try AccessibilityDesktop.form.write(to: file, atomically: true, encoding: .utf8)
      let tried = try await RecordedDesktop("/usr/bin/python3", folder: folder, arguments: [file.path, "New customer"])
      try await check(tried, in: folder, [.textbox, .checkbox, .button, .spinbutton])
    }

    @Test("Of 500 clicks in a sheet at 200 a second none is lost, and 98 of 100 are told with their cell")
    func sheet() async throws {
      let folder = try Self.folder()
      defer { try? FileManager.default.removeItem(at: folder) }
      try await check(try await RecordedDesktop("soffice", folder: folder), in: folder, [.gridcell])
    }

    private static func folder() throws -> URL {
      let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-clicks-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      return folder
    }

    private func check(_ tried: RecordedDesktop, in folder: URL, _ roles: Set<Role>) async throws {
      let shown = try await tried.desktop.observe(within: Budget()).elements.map(\.element)
      let targets = shown.filter { element in
        guard roles.contains(element.role), let center = element.bounds?.center else { return false }
        // A cell at the edge moves the sheet.
        let isInside = element.role != .gridcell || center.x < 600 && center.y < 500
        return isInside && !element.states.contains(.disabled)
      }
      try #require(targets.count >= 6)
      let clicks = (0..<500).map { targets[$0 % targets.count] }
      var known = try await known(clicks, tried, in: folder)
      // Another program may have had the processor all the while: then it is tried once more.
      if known < 490 { known = try await self.known(clicks, tried, in: folder) }
      await tried.end()
      #expect(known >= 490)
    }

    /// Clicks in all of them; how many were told with their element. Each of the clicks must be told.
    private func known(_ clicks: [Element], _ tried: RecordedDesktop, in folder: URL) async throws -> Int {
      let script = clicks.map { element in
        let point = element.bounds?.center ?? Point(x: 0, y: 0)
        return "mousemove \(Int(point.x)) \(Int(point.y))\nmousedown 1\nmouseup 1\nsleep 0.004\n"
      }
      let file = folder.appending(path: "clicks")
      try script.joined().write(to: file, atomically: true, encoding: .utf8)
      try tried.server.run("xdotool", file.path)
      let events = try await tried.settle(clicks.count).filter { $0.action != nil }
      #expect(events.count == clicks.count)
      let known = zip(events, clicks).count { event, element in
        event.element?.role == element.role && event.element?.name == element.name
          && event.element?.attributes["cell"] == element.attributes["cell"]
      }
      print("element known for \(known) of \(events.count) clicks")
      return known
    }
  }
}
