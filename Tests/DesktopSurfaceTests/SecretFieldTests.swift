import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("Secrets on the desktop")
  struct SecretFieldTests {
    /// A form with a name, a password, and a box that shows the password.
    private static let form = """
      import gi
      gi.require_version("Gtk", "3.0")
      from gi.repository import Gtk
      window = Gtk.Window(title="Sign in")
      grid = Gtk.Grid(row_spacing=6, column_spacing=6)
      window.add(grid)
      secret = Gtk.Entry(visibility=False)
      for line, (text, field) in enumerate([("Name", Gtk.Entry()), ("Password", secret)]):
          label = Gtk.Label(label=text)
          label.set_mnemonic_widget(field)
          grid.attach(label, 0, line, 1, 1)
          grid.attach(field, 1, line, 1, 1)
      box = Gtk.CheckButton(label="Show")
      box.connect("toggled", lambda box: secret.set_visibility(box.get_active()))
      grid.attach(box, 1, 2, 1, 1)
      window.connect("destroy", Gtk.main_quit)
      window.show_all()
      Gtk.main()
      """

    @Test("What is typed into a password field is in no event, also while it is shown, copied, and pasted elsewhere")
    func shown() async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-secrets-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appending(path: "form.py")
      try Self.form.write(to: file, atomically: true, encoding: .utf8)
      let tried = try await RecordedDesktop("/usr/bin/python3", folder: folder, arguments: [file.path])
      let hand = tried.hand
      try await hand.click(.textbox, "Password")
      try hand.type("hunter2")
      try await hand.click(.checkbox, "Show")
      try await hand.click(.textbox, "Password")
      try hand.key("End")
      try hand.type("tiger")
      try hand.key("ctrl+a")
      try hand.key("ctrl+c")
      try await hand.click(.textbox, "Name")
      try hand.key("ctrl+v")
      try hand.type("paws")
      try await hand.click(.checkbox, "Show")
      let events = try await tried.settle(10)
      let withheld = Withheld(.password).description
      #expect(
        events.map(\.brief) == [
          "click textbox “Password”", "fill “\(withheld)” textbox “Password”", "check checkbox “Show”",
          "click textbox “Password”", "fill “\(withheld)” textbox “Password”", "copy “\(withheld)” textbox “Password”",
          "click textbox “Name”", "paste “\(withheld)” textbox “Name” from textbox “Password”",
          "fill “\(withheld)” textbox “Name”", "uncheck checkbox “Show”",
        ])
      let bytes = String(decoding: try JSONEncoder().encode(events), as: UTF8.self)
      for secret in ["hunter2", "tiger", "paws"] { #expect(!bytes.contains(secret)) }
      await tried.end()
    }
  }
}
