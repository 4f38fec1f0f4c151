import Foundation
import Guard
import Journal
import SurfaceTesting
import Surfaces
import Testing
import Trace
import Watch

@testable import DesktopSurface

extension X11Tests {
  @Suite(
    "Applications of a Wayland session are recorded by what they tell", .timeLimit(.minutes(2)),
    .enabled(if: WaylandSession.isThere, "sway, wtype and grim are lacking: scripts/setup --only desktop"))
  struct ToldDesktopTests {
    /// A form with one of each.
    private static let form = """
      import gi
      gi.require_version("Gtk", "3.0")
      from gi.repository import Gtk
      window = Gtk.Window(title="New customer")
      box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
      window.add(box)
      country = Gtk.ComboBoxText()
      for name in ["Austria", "Ghana", "Peru"]: country.append_text(name)
      country.set_active(1)
      age = Gtk.SpinButton(adjustment=Gtk.Adjustment(value=42, lower=0, upper=150, step_increment=1))
      for text, field in [
          ("Name", Gtk.Entry(text="Meyer")), ("Password", Gtk.Entry(visibility=False)), ("Age", age),
          ("Country", country)]:
          label = Gtk.Label(label=text)
          label.set_mnemonic_widget(field)
          box.add(label)
          box.add(field)
      box.add(Gtk.CheckButton(label="Newsletter"))
      window.connect("destroy", Gtk.main_quit)
      window.show_all()
      Gtk.main()
      """

    @Test("A form and an editor are recorded; of a password only that it was typed, of what is not granted nothing")
    func recorded() async throws {
      let tried = try await ToldRecording(granting: ["form.py"], form: Self.form)
      defer { tried.remove() }
      let session = tried.session
      #expect(try await session.color(at: 540, 4) == [0xC6, 0x1A, 0x1A])
      try await session.type("Okafor", "-k", "Tab", "hunter2", "-k", "Tab", "-s", "300")
      #expect(try await tried.recorded(2))
      try session.start("mousepad")
      try await tried.found("Mousepad")
      try await session.type("for nobody")
      let events = try await tried.end()
      #expect(
        events.map(\.brief) == [
          "fill “Okafor” textbox “Name”", "fill “\(Withheld(.password).description)” textbox “Password”",
        ])
      #expect(events.map(\.element?.value) == ["Meyer", Withheld(.password).description])
      #expect(Set(events.map(\.place.application)) == ["form.py"])
      #expect(Set(events.map(\.place.title)) == ["New customer"])
      #expect(events.allSatisfy { $0.surface == .desktop && $0.agent == .person })
      #expect(events.map(\.time) == events.map(\.time).sorted())
      #expect(!String(describing: events).contains("hunter2") && !String(describing: events).contains("nobody"))
    }

    @Test("Recording ends with a sentence when the compositor is gone, and the sign with it")
    func invisible() async throws {
      let tried = try await ToldRecording(granting: ["form.py"], form: Self.form)
      defer { tried.remove() }
      tried.session.endCompositor()
      let gone = await #expect(throws: RecordingError.self) { try await tried.status() }
      #expect(gone?.description.contains("The sign that shows that recording is on was taken from the screen") == true)
    }
  }
}
