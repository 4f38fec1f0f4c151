import Foundation
import Journal
import Planted
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("200 secrets on the desktop")
  struct TwoHundredSecretsTests {
    private static let gtkForm = """
      import gi
      gi.require_version("Gtk", "3.0")
      from gi.repository import Gtk
      window = Gtk.Window(title="Sign in", default_width=500, default_height=300)
      grid = Gtk.Grid(row_spacing=6, column_spacing=6)
      window.add(grid)
      secret = Gtk.Entry(visibility=False, width_chars=40)
      for line, (text, field) in enumerate([("Password", secret), ("Name", Gtk.Entry())]):
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
    private static let qtForm = """
      import sys
      from PyQt5.QtWidgets import QApplication, QDialog, QFormLayout, QLineEdit
      application = QApplication(sys.argv)
      dialog = QDialog()
      dialog.setWindowTitle("Key")
      layout = QFormLayout(dialog)
      secret, name = QLineEdit(), QLineEdit()
      secret.setEchoMode(QLineEdit.Password)
      layout.addRow("Passphrase", secret)
      layout.addRow("Owner", name)
      dialog.resize(400, 120)
      dialog.show()
      application.exec()
      """
    /// Shows secrets one after the other in a window of its own that nobody granted: the next one with each click.
    private static func vault(_ secrets: [String]) -> String {
      """
      import gi
      gi.require_version("Gtk", "3.0")
      from gi.repository import Gtk
      secrets = iter(\(secrets))
      window = Gtk.Window(title="Vault", default_width=300, default_height=120)
      button = Gtk.Button(label=next(secrets))
      button.connect("clicked", lambda button: button.set_label(next(secrets, "none")))
      window.add(button)
      window.connect("destroy", Gtk.main_quit)
      window.show_all()
      window.move(420, 300)
      Gtk.main()
      """
    }

    @Test("None is in any event, any file or any picture")
    func none() async throws {
      let tried = try await SealedDesktop(granting: ["form.py", "key.py", "libreoffice-calc"])
      defer { tried.remove() }
      let hand = tried.hand
      var dice = Dice(seed: 41)
      var planted: [String] = []
      func secret() -> String {
        planted.append(dice.secret())
        return planted[planted.count - 1]
      }
      /// Types secrets into the field that has the keyboard, leaving it after each.
      func type(_ count: Int) throws {
        try tried.type((0..<count).map { _ in secret() }, each: "Tab shift+Tab ctrl+a")
      }

      // A field of GTK's, hidden and shown.
      let form = try await tried.start(Self.gtkForm, called: "form.py")
      try await hand.click(.textbox, "Password")
      try type(40)
      let field = try await hand.find(.textbox, "Password")
      try await hand.click(.checkbox, "Show")
      try await hand.click(.textbox, "Password")
      try type(20)
      try hand.type("WWWWWWWWWWWW")
      try await tried.picture(of: form)
      try await hand.click(.textbox, "Name")
      try hand.type("said in the open")
      try hand.key("Tab")

      // The clipboard, with the hint.
      for _ in 0..<30 {
        let offer = try Offer(secret(), isPassword: true, display: tried.server.display)
        try hand.key("shift+Tab", "ctrl+a", "ctrl+v", "Tab")
        offer.end()
      }

      // A window in front that nobody granted.
      let shown = (0..<40).map { _ in secret() }
      let vault = try await tried.start(Self.vault(shown), called: "vault.py")
      for _ in shown.dropFirst() { try hand.click(at: vault.bounds.center) }
      try await tried.picture(of: form)
      let over = try #require(try await tried.desktop.camera.picture(of: form.id) { $0.id == form.id }.masked.first)
      let seen = try await tried.desktop.camera.picture(of: form.id) { _ in true }
      try hand.click(at: field.center)
      try tried.server.run("xdotool", "windowclose", "\(vault.id)")
      try await tried.desktop.windowSystem.close(form.id)

      // A field of Qt's.
      let key = try await tried.start(Self.qtForm, called: "key.py")
      try await hand.click(.textbox, "Passphrase")
      let phrase = try await hand.find(.textbox, "Passphrase")
      try type(40)
      try await tried.picture(of: key)
      try await hand.click(.textbox, "Owner")
      try await tried.desktop.windowSystem.close(key.id)

      // A dialog of LibreOffice's.
      try tried.server.openOffice("--calc")
      let sheet = try await tried.window { $0.application == "libreoffice-calc" && !$0.title.isEmpty }
      try await hand.click(.gridcell, "B2")
      try hand.key("alt+t")
      try await hand.click("menuitemcheckbox", "Protect Sheet...")
      let dialog = try await tried.window { $0.id != sheet.id && $0.application == "libreoffice-calc" }
      try await hand.click(.textbox, "Password:")
      let protected = try await hand.find(.textbox, "Password:")
      try type(30)
      try await tried.picture(of: dialog)
      try await hand.click(.textbox, "Confirm:")
      try hand.key("Escape")
      let events = try await tried.end()

      #expect(planted.count == 200)
      let search = PlantedSecrets(planted)
      #expect(search.found(in: try JSONEncoder().encode(events)) == [])
      #expect(try search.found(below: tried.home.data) == [])
      #expect(PlantedSecrets(["said in the open"]).found(in: try JSONEncoder().encode(events)) != [])
      let pictures = try events.compactMap { event in
        try event.frame.flatMap { try DecodedPicture($0) }.map { (event.place, $0) }
      }
      // The same places, where they are not painted over, are not black.
      #expect(seen.isBright(over))
      for (window, secret) in [(form, field), (key, phrase), (dialog, protected)] {
        let own = pictures.filter { $0.0.window == String(window.id) }.compactMap { $0.1.range(of: secret) }
        #expect(!own.isEmpty, "\(window.title) has pictures.")
        #expect(own.allSatisfy { $0.upperBound < 20 }, "\(window.title)")
      }
      let covered = pictures.filter { $0.1.frame.masked?.contains(over) == true }.compactMap { $0.1.range(of: over) }
      let painted = pictures.filter { $0.0.window == String(form.id) }.compactMap(\.1.frame.masked).suffix(3)
      #expect(!covered.isEmpty, "\(over) is not in \(painted)")
      #expect(covered.allSatisfy { $0.upperBound < 20 })
    }
  }
}

extension ScreenPicture {
  /// Whether anything bright is within some bounds of the screen.
  func isBright(_ area: Bounds) -> Bool {
    let (left, top) = (Int(area.x - bounds.x), Int(area.y - bounds.y))
    return (top..<top + Int(area.height)).contains { row in
      (left..<left + Int(area.width)).contains { pixels[(row * width + $0) * 4] > 100 }
    }
  }
}
