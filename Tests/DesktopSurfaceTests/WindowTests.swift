import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("Windows of a display")
  struct WindowTests {
    @Test("Windows are listed front to back, with title, application, process and place")
    func listsWindows() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let windows = try WindowSystem(display: server.display)
      #expect(try await windows.windows() == [])
      #expect(try await windows.activeWindow() == nil)
      let first = try await open("mousepad", on: server, windows)
      let second = try await open("featherpad", on: server, windows)
      try server.run(
        "xdotool", "set_window", "--name", "Grüße €", "\(first.id)", "windowmove", "\(first.id)", "300", "150")
      #expect(try await eventually { try await windows.window(first.id)?.bounds.x ?? 0 >= 300 })
      try await windows.activate(first.id)
      let active = try await windows.activeWindow()
      let geometry = try server.run("xdotool", "getwindowgeometry", "--shell", "\(first.id)")
      #expect(try await windows.windows().map(\.id) == [first.id, second.id])
      #expect(try await windows.windows().first == active)
      #expect(active?.title == "Grüße €")
      #expect(active?.application == "mousepad")
      #expect(active?.process == first.process)
      #expect(active.map { geometry.contains("WIDTH=\(Int($0.bounds.width))\n") } == true)
      #expect(second.application == "featherpad")
      try await windows.activate(second.id)
      #expect(try await windows.windows().map(\.id) == [second.id, first.id])
      #expect(try await windows.screenSize() == (1280, 800))
    }

    @Test("The window at a point is the topmost one, its frame included, and none on the empty screen")
    func findsTheWindowAtAPoint() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let windows = try WindowSystem(display: server.display)
      let mousepad = try await open("mousepad", on: server, windows)
      let center = mousepad.bounds.center
      #expect(try await windows.window(at: center)?.id == mousepad.id)
      let times = try await (0..<200).asyncMap { _ in
        let start = ContinuousClock.now
        _ = try await windows.window(at: center)
        return (ContinuousClock.now - start) / .milliseconds(1)
      }.sorted()
      print("window at a point: median \(times[100]) ms, p99 \(times[198]) ms")
      #expect(times[100] < 5)
      // On the title bar above the window itself.
      #expect(try await windows.window(at: Point(x: center.x, y: mousepad.bounds.y - 5))?.id == mousepad.id)
      #expect(try await windows.window(at: Point(x: 1279, y: 799)) == nil)
      try server.run("xdotool", "windowminimize", "\(mousepad.id)")
      #expect(try await eventually { try await windows.window(at: center) == nil })
      #expect(try await windows.windows() == [])
      #expect(try await windows.windows(hidden: true).map(\.id) == [mousepad.id])
      try await windows.activate(mousepad.id)
      #expect(try await windows.windows().map(\.id) == [mousepad.id])
    }

    @Test("A window's shadow is not part of it, and a window on another workspace is hidden")
    func leavesShadowsOut() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let windows = try WindowSystem(display: server.display)
      let mousepad = try await open("mousepad", on: server, windows)
      let before = try #require(try await windows.window(mousepad.id)).bounds
      try server.run(
        "xprop", "-id", "\(mousepad.id)", "-f", "_GTK_FRAME_EXTENTS", "32c", "-set", "_GTK_FRAME_EXTENTS", "10,20,5,30")
      let after = Bounds(x: before.x + 10, y: before.y + 5, width: before.width - 30, height: before.height - 35)
      #expect(try await windows.window(mousepad.id)?.bounds == after)
      try server.run("wmctrl", "-i", "-r", "\(mousepad.id)", "-t", "1")
      #expect(try await eventually { try await windows.windows() == [] })
      #expect(try await windows.windows(hidden: true).map(\.id) == [mousepad.id])
      #expect(try await windows.window(at: after.center) == nil)
      try server.run("wmctrl", "-s", "1")
      #expect(try await eventually { try await windows.windows().map(\.id) == [mousepad.id] })
      // Windows of two programs stay apart, whatever one says of the other.
      let featherpad = try await open("featherpad", on: server, windows)
      try server.run(
        "xprop", "-id", "\(featherpad.id)", "-f", "WM_TRANSIENT_FOR", "32x", "-set", "WM_TRANSIENT_FOR",
        "\(mousepad.id)")
      let stranger = { try await windows.window(featherpad.id) }
      #expect(try await eventually { try await stranger()?.owner == mousepad.id })
      #expect(try await stranger()?.application == "featherpad")
    }

    @Test("A menu is in front of its window and belongs to it")
    func listsMenus() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let windows = try WindowSystem(display: server.display)
      for application in ["mousepad", "featherpad"] {
        let window = try await open(application, on: server, windows)
        try await windows.activate(window.id)
        // The menu may open only once the program has seen that it has the keyboard.
        #expect(
          try await eventually {
            try server.run("xdotool", "key", "Escape", "alt+f")
            return try await eventually(within: .seconds(1)) { try await windows.windows().first?.isPopup == true }
          })
        let menu = try #require(try await windows.windows().first)
        #expect(menu.application == application)
        #expect(menu.process == window.process)
        #expect(menu.owner == window.id)
        #expect(try await windows.window(at: menu.bounds.center) == menu)
        #expect(try await windows.windows().dropFirst().first?.id == window.id)
        try server.run("xdotool", "key", "Escape")
        #expect(try await eventually { try await windows.windows().first?.isPopup == false })
      }
    }

    @Test("A dialog of LibreOffice has the application of the document that it belongs to")
    func namesDialogsAfterTheirOwners() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let windows = try WindowSystem(display: server.display)
      try server.start("soffice", ["--norestore", "--nologo", "--nofirststartwizard", "--calc"])
      defer { _ = try? server.run("xdotool", "key", "ctrl+q") }
      let isThere = { try await windows.windows().contains { $0.title.contains("Untitled 1") } }
      #expect(try await eventually(within: .seconds(60), isThere))
      let document = try #require(try await windows.windows().first { $0.title.contains("Untitled 1") })
      #expect(document.application == "libreoffice-calc")
      try await windows.activate(document.id)
      let dialog = { try await windows.windows().first { $0.title == "Format Cells" } }
      #expect(
        try await eventually(within: .seconds(30)) {
          try server.run("xdotool", "key", "ctrl+1")
          return try await eventually(within: .seconds(2)) { try await dialog() != nil }
        })
      let format = try #require(try await dialog())
      #expect(format.application == "libreoffice-calc")
      #expect(format.owner == document.id)
      #expect(!format.isPopup)
      try await windows.close(format.id)
      #expect(try await eventually { try await dialog() == nil })
    }

    @Test("Changes are told: windows and menus that open and close, come to the front, change their titles")
    func tellsChanges() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let windows = try WindowSystem(display: server.display)
      let first = try await open("mousepad", on: server, windows)
      let (changes, task) = try WindowChangeReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      let second = try await open("featherpad", on: server, windows)
      #expect(try await eventually { await changes.all.contains { $0.isActivated(second.id) } })
      await changes.clear()
      try server.run("xdotool", "set_window", "--name", "Another", "\(second.id)")
      #expect(
        try await eventually {
          await changes.all.contains {
            if case .renamed(let window) = $0 { (window.id, window.title) == (second.id, "Another") } else { false }
          }
        })
      await changes.clear()
      try await windows.activate(first.id)
      #expect(try await eventually { await changes.all.contains { $0.isActivated(first.id) } })
      try await windows.activate(second.id)
      await changes.clear()
      try server.run("xdotool", "key", "alt+f")
      #expect(try await eventually { await changes.all.contains { $0.opensPopup(of: second.id) } })
      try server.run("xdotool", "key", "Escape")
      let popups = await changes.all.compactMap { if case .opened(let window) = $0 { window.id } else { nil } }
      #expect(try await eventually { await popups.allSatisfy(Set(changes.all.closed).contains) })
      await changes.clear()
      try await windows.close(second.id)
      #expect(try await eventually { await changes.all.closed == [second.id] })
    }

    @Test("What is gone is said to be gone, and a server that is gone ends everything with a sentence")
    func saysWhatIsGone() async throws {
      let server = try HeadlessDesktop()
      let windows = try WindowSystem(display: server.display)
      let (changes, task) = try WindowChangeReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      #expect(try await windows.window(0x7F_FFFF) == nil)
      let gone = try await #require(throws: SurfaceError.self) { try await windows.activate(0x7F_FFFF) }
      #expect(gone.code == .elementNotFound)
      server.end()
      #expect(try await eventually { await changes.hasEnded })
      #expect((await changes.error as? SurfaceError)?.code == .closed)
      let closed = try await #require(throws: SurfaceError.self) { try await windows.windows() }
      #expect(closed.code == .closed)
      #expect(throws: SurfaceError.self) { try WindowSystem(display: ":987") }
    }

    /// Starts a program and waits for its window.
    private func open(_ program: String, on server: HeadlessDesktop, _ windows: WindowSystem) async throws
      -> DesktopWindow
    {
      try server.start(program)
      let isThere = { try await windows.activeWindow()?.application == program }
      #expect(try await eventually(within: .seconds(30), isThere), "\(program) did not open.")
      return try #require(try await windows.activeWindow())
    }
  }
}

extension WindowChange {
  fileprivate func isActivated(_ id: UInt32) -> Bool {
    if case .activated(let window) = self { window?.id == id } else { false }
  }

  fileprivate func opensPopup(of owner: UInt32) -> Bool {
    if case .opened(let window) = self { window.isPopup && window.owner == owner } else { false }
  }
}

extension [WindowChange] {
  fileprivate var closed: [UInt32] { compactMap { if case .closed(let id) = $0 { id } else { nil } } }
}
