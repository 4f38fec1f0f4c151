import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("Pictures of the desktop")
  struct DesktopPictureTests {
    /// A form with a name, a password, and a label.
    private static let form = """
      import gi
      gi.require_version("Gtk", "3.0")
      from gi.repository import Gtk
      window = Gtk.Window(title="Sign in")
      grid = Gtk.Grid(row_spacing=6, column_spacing=6)
      window.add(grid)
      secret = Gtk.Entry(text="WWWWWWWW")
      for line, (text, field) in enumerate([("Name", Gtk.Entry()), ("Password", secret)]):
          label = Gtk.Label(label=text)
          label.set_mnemonic_widget(field)
          grid.attach(label, 0, line, 1, 1)
          grid.attach(field, 1, line, 1, 1)
      secret.set_visibility(False)
      secret.get_accessible()
      box = Gtk.CheckButton(label="Show")
      box.connect("toggled", lambda box: secret.set_visibility(box.get_active()))
      grid.attach(box, 1, 2, 1, 1)
      window.connect("destroy", Gtk.main_quit)
      window.show_all()
      Gtk.main()
      """

    @Test("An event carries the last picture of its window before it, with its texts; secrets are black, also while shown")
    func carriesPicture() async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-pictures-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appending(path: "form.py")
      try Self.form.write(to: file, atomically: true, encoding: .utf8)
      let tried = try await RecordedDesktop(
        "/usr/bin/python3", folder: folder, arguments: [file.path], keepsFrames: { _ in true })
      #expect(await tried.desktop.capabilities()[.frames] == .available)
      #expect(try await eventually { await !tried.desktop.pictures.isEmpty })
      try await tried.hand.click(.checkbox, "Show")
      try await Task.sleep(for: .seconds(2))
      try await tried.hand.click(.textbox, "Name")
      let events = try await tried.settle()
      let frames = events.compactMap(\.frame)
      for event in events {
        print(event.brief, event.time, event.frame?.id ?? "-", event.frame?.masked ?? [], event.frame?.pixels?.count ?? 0)
        for drawn in event.frame?.drawn ?? [] { print("   ", drawn) }
      }
      for (n, frame) in frames.enumerated() { try frame.pixels?.write(to: URL(filePath: "/tmp/pic\(n).jpg")) }
      #expect(frames.count == 2)
      await tried.end()
    }
  }
}
