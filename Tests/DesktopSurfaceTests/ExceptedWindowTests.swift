import Foundation
import Journal
import Planted
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("Excepted windows of a granted application")
  struct ExceptedWindowTests {
    /// An application of one process with three windows: one to be recorded, one that is called “Salaries”, with a list and
    /// a dialog, and one that is called so once Enter was pressed in it. What shows secrets shows the next one each time.
    private static func office(_ secrets: [String]) -> String {
      """
      import gi
      gi.require_version("Gtk", "3.0")
      from gi.repository import Gtk
      secrets = iter(\(secrets))
      def window(title, x, y, *inside):
          window = Gtk.Window(title=title, default_width=400, default_height=240)
          box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
          window.add(box)
          for name, widget in inside:
              if name:
                  label = Gtk.Label(label=name)
                  label.set_mnemonic_widget(widget)
                  box.add(label)
              box.add(widget)
          window.show_all()
          window.move(x, y)
          return window
      def next_label(button): button.set_label(next(secrets))
      def details(button):
          dialog = Gtk.Dialog(title="Details", transient_for=button.get_toplevel())
          entry, more = Gtk.Entry(), Gtk.Button(label=next(secrets))
          more.connect("clicked", next_label)
          for widget in [entry, more]: dialog.get_content_area().add(widget)
          dialog.show_all()
      def turns(entry):
          entry.get_toplevel().set_title("Draft of SALARIES")
          entry.set_text(next(secrets))
      draft = Gtk.Entry()
      draft.connect("activate", turns)
      window("Draft", 20, 420, ("Text", draft))
      shown, choice, opener = Gtk.Button(label=next(secrets)), Gtk.ComboBoxText(), Gtk.Button(label="Details")
      shown.connect("clicked", next_label)
      opener.connect("clicked", details)
      for _ in range(5): choice.append_text(next(secrets))
      window("Salaries 2026", 320, 100, ("Amount", Gtk.Entry()), ("", shown), ("", choice), ("", opener))
      window("Notes", 20, 60, ("Note", Gtk.Entry()))
      Gtk.main()
      """
    }

    @Test("None of 100 secrets that are shown and typed in them is in any event, any file or any picture")
    func excepted() async throws {
      let tried = try await SealedDesktop(granting: ["office.py"], except: ["window:salaries"])
      defer { tried.remove() }
      let hand = tried.hand
      var dice = Dice(seed: 43)
      let shown = (0..<50).map { _ in dice.secret() }
      var typed: [String] = []
      func type(_ count: Int) throws {
        let secrets = (0..<count).map { _ in dice.secret() }
        typed += secrets
        try tried.type(secrets, each: "ctrl+a ctrl+c")
      }
      _ = try await tried.start(Self.office(shown), called: "office.py")
      func window(_ title: String) async throws -> DesktopWindow {
        try await tried.window { $0.title == title }
      }
      func bring(_ title: String) async throws -> DesktopWindow {
        let id = try await waiting(for: "window \(title)") {
          try await tried.desktop.windowSystem.windows().first { $0.title == title }?.id
        }
        try await tried.desktop.windowSystem.activate(id)
        return try await window(title)
      }
      /// Where something is in a window, by a share of its height: nobody is asked what is in it.
      func point(in window: DesktopWindow, _ share: Double) -> Point {
        Point(x: window.bounds.center.x, y: window.bounds.y + window.bounds.height * share)
      }

      // Before and behind a window that is recorded.
      for title in ["Draft", "Salaries 2026"] { _ = try await bring(title) }
      let notes = try await bring("Notes")
      try await hand.click(.textbox, "Note")
      let note = try await hand.find(.textbox, "Note")
      try hand.type("said in the open")
      try hand.key("Tab")
      let salaries = try await bring("Salaries 2026")
      try hand.click(at: point(in: salaries, Self.button), count: 20)
      try hand.click(at: point(in: salaries, Self.field))
      try type(20)
      try await tried.picture(of: notes)
      let over = try #require(try await tried.desktop.camera.picture(of: notes.id) { $0.id == notes.id }.masked.first)
      let seen = try await tried.desktop.camera.picture(of: notes.id) { _ in true }

      // A list of it, and a dialog.
      try hand.click(at: point(in: salaries, Self.list))
      try hand.key("Down", "Down", "Return")
      try hand.click(at: point(in: salaries, Self.opener))
      let details = try await window("Details")
      #expect(await tried.desktop.granted(details) == nil)
      try hand.click(at: point(in: details, 0.25))
      try type(20)
      try hand.key("Escape")

      // Its title begins to say so while something is typed into it.
      let draft = try await bring("Draft")
      try hand.click(at: point(in: draft, 0.2))
      try hand.type("harmless")
      try await tried.picture(of: draft)
      try hand.key("Return")
      _ = try await window("Draft of SALARIES")
      try type(10)
      await tried.desktop.wantPicture(of: draft.id)
      #expect(await tried.desktop.pictures.time(of: draft.id) == nil)
      #expect(await tried.desktop.pictures.wanted == [])
      try hand.click(at: note.center)
      try hand.key("Tab")
      let events = try await tried.end()

      let secrets = shown + typed
      #expect(secrets.count == 100)
      let search = PlantedSecrets(secrets)
      #expect(search.found(in: try JSONEncoder().encode(events)) == [])
      #expect(try search.found(below: tried.home.data) == [])
      #expect(events.contains { $0.action == .fill("said in the open") })
      #expect(!events.contains { $0.place.title.lowercased().contains("salaries") || $0.place.title == "Details" })
      #expect(seen.isBright(over), "Where it is not painted over it is not black.")
      let pictures = try events.compactMap { event in
        try event.frame.flatMap { try DecodedPicture($0) }.map { (event.place, $0) }
      }
      let covered = pictures.filter { $0.1.frame.masked?.contains(over) == true }.compactMap { $0.1.range(of: over) }
      #expect(!covered.isEmpty)
      #expect(covered.allSatisfy { $0.upperBound < 20 })
    }

    /// Where the parts of “Salaries” are, as shares of its height.
    private static let field = 0.16, button = 0.3, list = 0.44, opener = 0.58
  }
}
