import Foundation
import Journal
import Planted
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("Windows of applications that tell nothing of their elements")
  struct TreelessWindowTests {
    @Test("What is clicked is called by the text under the pointer, as it was before; a number is not told")
    func readsWords() async throws {
      let tried = try await TreelessDesktop()
      defer { tried.end() }
      let save = try await tried.click(at: TreelessDesktop.save)
      #expect(save.element?.role == .generic)
      #expect(save.element?.name == "Save draft")
      #expect(save.element?.states == [])
      #expect(save.element?.attributes == ["read-from": "picture"])
      let bounds = try #require(save.element?.bounds)
      #expect(bounds.contains(tried.point(TreelessDesktop.save)))
      #expect(Bounds(x: 0, y: 0, width: 300, height: 30).contains(Point(x: bounds.width, y: bounds.height)))
      guard case .click(let click) = save.action, let position = click.position else {
        return #expect(Bool(false), "It is a click at a place in the text.")
      }
      #expect((0...1).contains(position.x) && (0...1).contains(position.y))
      #expect(try await tried.click(at: TreelessDesktop.number).element == Desktop.unknown)
      #expect(try await tried.click(at: TreelessDesktop.empty).element == Desktop.unknown)
      #expect(try await tried.click(at: TreelessDesktop.password).element?.name == "Password: Sesamstrasse")
      #expect(try await tried.click(at: TreelessDesktop.mail).element == Desktop.unknown)
      let error = await #expect(throws: SurfaceError.self) { try await tried.desktop.observe(within: Budget()) }
      #expect(error?.code == .unsupported, "Nothing is performed there.")
      // A menu, and what is chosen in it: the press closes it.
      #expect(try await tried.click(at: TreelessDesktop.menu).element?.name == "Orders")
      let popup = try await tried.popup()
      let choice = Point(x: popup.bounds.x + 40, y: popup.bounds.y + popup.bounds.height / 4)
      #expect(try await tried.click(onScreen: choice).element?.name == "Export report")
    }

    @Test("A part of the window is read, each time within a second")
    func readsPart() async throws {
      let tried = try await TreelessDesktop()
      defer { tried.end() }
      let process = try #require(tried.window.process)
      #expect(await tried.desktop.looking.isAbsent(process))
      _ = try await tried.click(at: TreelessDesktop.save)
      let picture = try await tried.desktop.camera.picture(
        of: tried.window.id, around: tried.point(TreelessDesktop.save)
      ) {
        $0.id == tried.window.id
      }
      #expect((picture.width, picture.height) == (320, 80))
      let reader = PictureReader(ReadingSettings(locale: "C"))
      var times: [Duration] = []
      for number in 1...9 {
        await reader.forget()
        let start = ContinuousClock.now
        let words = await reader.words(in: picture, at: start + .seconds(10) * number)
        times.append(.now - start)
        #expect(words?.map(\.text).contains("Save") == true)
      }
      print("a reading takes \(times.sorted()[times.count / 2])")
    }

    @Test("What was typed there is not read back, wherever it is shown")
    func leavesOutTyped() async throws {
      let tried = try await TreelessDesktop()
      defer { tried.end() }
      #expect(try await tried.click(at: TreelessDesktop.name).element?.name == "Wilhelmine")
      _ = try await tried.click(at: TreelessDesktop.entry)
      try tried.hand.type("Wilhelmine")
      #expect(try await eventually { await tried.desktop.typing != nil })
      #expect(try await tried.click(at: TreelessDesktop.entry).element == Desktop.unknown)
      #expect(try await tried.click(at: TreelessDesktop.name).element == Desktop.unknown)
      #expect(try await tried.click(at: TreelessDesktop.save).element?.name == "Save draft")
      // What a middle click pastes is not known.
      _ = try await tried.click(at: TreelessDesktop.entry, button: .middle)
      #expect(try await tried.click(at: TreelessDesktop.save).element == Desktop.unknown)
      let texts = await tried.events.all.compactMap { $0.action?.argument }
      #expect(texts == [Withheld(.password).description])
    }

    @Test("Without a program that reads, or with a late one, the element is unknown, and nothing is lost")
    func readsNothing() async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-late-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let late = folder.appending(path: "late").path
      try "#!/bin/sh\nexec sleep 600\n".write(toFile: late, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: late)
      for program in [nil, "no-such-program", late] {
        let tried = try await TreelessDesktop(readBy: program)
        #expect(try await tried.click(at: TreelessDesktop.save).element == Desktop.unknown)
        // Nothing is lost, and the order is that of the clicks.
        for share in 1...3 {
          try tried.hand.click(at: tried.point(Point(x: 40 + Double(share), y: 40)), button: .right)
        }
        #expect(try await eventually(within: .seconds(20)) { await tried.events.all.count == 4 })
        tried.end()
      }
    }

    @Test("What is read goes through the guard, and nothing that is a secret by its label or its form is kept")
    func isGuarded() async throws {
      let tried = try await SealedDesktop(granting: ["treeless.py"])
      defer { tried.remove() }
      let window = try await tried.start(TreelessDesktop.program, called: "treeless.py")
      let process = try #require(window.process)
      _ = try await eventually {
        _ = await tried.desktop.element(at: window.bounds.center, in: window)
        return await tried.desktop.treeless.contains(process)
      }
      for place in [TreelessDesktop.save, TreelessDesktop.password, TreelessDesktop.mail, TreelessDesktop.account] {
        try tried.hand.click(at: Point(x: window.bounds.x + place.x, y: window.bounds.y + place.y))
      }
      let events = try await tried.end()
      let clicks = events.filter { if case .click = $0.action { true } else { false } }
      #expect(clicks.count == 4)
      #expect(clicks.map { $0.element?.name } == ["Save draft", "Password: ‹password›", "", ""])
      let search = PlantedSecrets(["Sesamstrasse", "anna@example.org", "0532013000"])
      #expect(search.found(in: try JSONEncoder().encode(events)) == [])
      #expect(try search.found(below: tried.home.data) == [])
      #expect(events.allSatisfy { $0.frame == nil })
    }
  }
}

/// A desktop on which a program is recorded that is not on the accessibility bus.
private final class TreelessDesktop: Sendable {
  /// Where things are in its window.
  static let save = Point(x: 70, y: 35), number = Point(x: 70, y: 115), name = Point(x: 70, y: 195)
  static let entry = Point(x: 60, y: 275), menu = Point(x: 330, y: 32), password = Point(x: 340, y: 112)
  static let mail = Point(x: 340, y: 192), account = Point(x: 340, y: 272), empty = Point(x: 560, y: 380)

  static let program = """
    import os
    os.environ["NO_AT_BRIDGE"] = "1"
    import gi
    gi.require_version("Gtk", "3.0")
    from gi.repository import Gtk
    window = Gtk.Window(title="Orders", default_width=600, default_height=420)
    fixed = Gtk.Fixed()
    window.add(fixed)
    def add(x, y, widget):
        widget.set_size_request(140, 30)
        fixed.put(widget, x, y)
    add(10, 20, Gtk.Button(label="Save draft"))
    add(10, 100, Gtk.Button(label="120.5"))
    add(10, 180, Gtk.Button(label="Wilhelmine"))
    add(10, 260, Gtk.Entry())
    bar, item, menu = Gtk.MenuBar(), Gtk.MenuItem(label="Orders"), Gtk.Menu()
    for name in ["Export report", "Close window"]: menu.append(Gtk.MenuItem(label=name))
    item.set_submenu(menu)
    bar.append(item)
    add(300, 20, bar)
    add(300, 100, Gtk.Button(label="Password: Sesamstrasse"))
    add(300, 180, Gtk.Button(label="anna@example.org"))
    add(300, 260, Gtk.Button(label="DE89 3704 0044 0532013000"))
    window.connect("destroy", Gtk.main_quit)
    window.show_all()
    Gtk.main()
    """

  let server: HeadlessDesktop
  let desktop: Desktop
  let hand: DesktopHand
  let window: DesktopWindow
  let events: Gathered<Event>
  private let reading: Task<Void, Never>

  /// - Parameter program: what reads, as often as it is asked to.
  init(readBy program: String? = "tesseract") async throws {
    let server = try HeadlessDesktop()
    self.server = server
    var all = DesktopSettings(display: server.display, session: server.session) { _ in true }
    let pace = PicturePace(shortest: .zero, most: 1_000, each: .seconds(1))
    all.reading = ReadingSettings(program: program, locale: "C", pace: pace)
    let desktop = try await Desktop.start(all)
    self.desktop = desktop
    hand = DesktopHand(display: server.display) { role, name in
      throw StartedPrograms.NotStarted(description: "Nobody tells where a \(role) “\(name)” is.")
    }
    // Whether a program is absent from a bus is not known before there is one.
    _ = try await eventually { await desktop.capabilities()[.elements] == .available }
    let file = server.folder.appending(path: "treeless.py")
    try Self.program.write(to: file, atomically: true, encoding: .utf8)
    try server.start("/usr/bin/python3", [file.path])
    var active: DesktopWindow?
    _ = try await eventually(within: .seconds(30)) {
      active = try await desktop.windowSystem.activeWindow()
      return active?.title == "Orders"
    }
    guard let front = active else { throw StartedPrograms.NotStarted(description: "The window did not come up.") }
    window = front
    try await desktop.show(.recording)
    (events, reading) = desktop.events().gathered()
    // The bus starts what tells of its programs when it is asked first.
    let process = front.process ?? 0
    _ = try await eventually {
      _ = await desktop.element(at: front.bounds.center, in: front)
      return await desktop.treeless.contains(process)
    }
    // It is shown before it is drawn.
    _ = try await eventually {
      let shown = try await desktop.camera.picture(of: front.id) { _ in true }
      return Set(GreyPicture(shown).values).count > 20
    }
  }

  /// A place in the window, on the screen.
  func point(_ place: Point) -> Point { Point(x: window.bounds.x + place.x, y: window.bounds.y + place.y) }

  /// Clicks there, and waits until that is told.
  func click(at place: Point, button: Click.Button = .left) async throws -> Event {
    try await click(onScreen: point(place), button: button)
  }

  func click(onScreen point: Point, button: Click.Button = .left) async throws -> Event {
    let before = await clicks.count
    try hand.click(at: point, button: button)
    _ = try await eventually { await clicks.count > before }
    return try #require(await clicks.dropFirst(before).first)
  }

  private var clicks: [Event] {
    get async { await events.all.filter { if case .click = $0.action { true } else { false } } }
  }

  /// The menu that is open.
  func popup() async throws -> DesktopWindow {
    var popup: DesktopWindow?
    _ = try await eventually {
      popup = try await desktop.windowSystem.windows().first { $0.isPopup && $0.process == window.process }
      return popup != nil
    }
    return try #require(popup)
  }

  func end() {
    reading.cancel()
    server.end()
  }
}
