import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

/// A desktop with a spreadsheet, two editors and a form open, for one suite.
final class AccessibilityDesktop: Sendable {
  @TaskLocal static var current: AccessibilityDesktop?

  let server: HeadlessDesktop
  let bus: AccessibilityBus
  let folder: URL

  /// - Parameter isFull: Whether more is open than one editor.
  init(isFull: Bool = true) throws {
    server = try HeadlessDesktop()
    folder = server.folder
    try Self.sheet.write(to: folder.appending(path: "invoices.fods"), atomically: true, encoding: .utf8)
    try Self.form.write(to: folder.appending(path: "form.py"), atomically: true, encoding: .utf8)
    bus = AccessibilityBus(session: server.session)
    try server.start("mousepad")
    guard isFull else { return }
    try server.openOffice(folder.appending(path: "invoices.fods").path)
    try server.start("featherpad")
    try openForm("New customer")
  }

  func openForm(_ title: String) throws {
    try server.start("/usr/bin/python3", [folder.appending(path: "form.py").path, title])
  }

  func end() { server.end() }

  /// Waits until `found` is something, 30 seconds at most.
  func wait<Found>(
    _ what: String, _ sourceLocation: SourceLocation = #_sourceLocation, for found: () async throws -> Found?
  ) async throws -> Found {
    let end = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < end {
      if let found = try await found() { return found }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("Not seen in time: \(what)", sourceLocation: sourceLocation)
    throw StartedPrograms.NotStarted(description: what)
  }

  /// The window whose title matches, with the focus, once its application tells of its elements.
  func window(_ title: String) async throws -> DesktopWindow {
    let window = try await wait("the window \(title)") { () -> DesktopWindow? in
      try windows(["--name", title], isPopup: false).last
    }
    try server.run("xdotool", "windowactivate", "--sync", String(window.id))
    return try await wait("the elements of \(title)") { () -> DesktopWindow? in
      // A window that came to the front may be placed anew.
      let placed = try windows(["--name", title], isPopup: false).last { $0.id == window.id }
      let found = try? await bus.elements(of: placed ?? window, within: .init(count: 5))
      return found?.elements.isEmpty == false ? placed : nil
    }
  }

  /// The menu or list that is open over a window.
  func popup(of window: DesktopWindow) async throws -> DesktopWindow {
    try await wait("a popup") { () -> DesktopWindow? in
      try windows(["--pid", "\(window.process ?? 0)"], isPopup: true).last { $0.bounds.height > 20 }
    }
  }

  private func windows(_ search: [String], isPopup: Bool) throws -> [DesktopWindow] {
    let found = try server.run("xdotool", ["search", "--all", "--onlyvisible"] + search)
    return try found.split(separator: "\n").compactMap { number in
      let information = try server.run("xwininfo", "-all", "-id", String(number))
      func field(_ name: String) -> String? {
        information.split(separator: "\n").first { $0.contains(name) }?
          .split(separator: ":", maxSplits: 1).last.map { String($0).trimmed }
      }
      guard let id = UInt32(number), let x = field("Absolute upper-left X").flatMap(Double.init),
        let y = field("Absolute upper-left Y").flatMap(Double.init), let width = field("Width").flatMap(Double.init),
        let height = field("Height").flatMap(Double.init), (field("Override Redirect") == "yes") == isPopup
      else { return nil }
      return DesktopWindow(
        id: id, title: try server.run("xdotool", "getwindowname", String(number)), application: "",
        process: Int32(try server.run("xdotool", "getwindowpid", String(number))),
        bounds: Bounds(x: x, y: y, width: width, height: height), isPopup: isPopup)
    }
  }
}

/// Starts a desktop before the first test of a suite and ends it after the last.
struct OnDesktop: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let desktop = try AccessibilityDesktop()
    defer { desktop.end() }
    // A window that opens takes the keyboard.
    for title in ["Mousepad", "Calc", "^Untitled$", "New customer"] { _ = try await desktop.window(title) }
    try await AccessibilityDesktop.$current.withValue(desktop) { try await function() }
  }
}

extension Trait where Self == OnDesktop {
  static var onDesktop: OnDesktop { OnDesktop() }
}

extension AccessibilityDesktop {
  static let sheet = """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" \
    office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
    <table:table table:name="Invoices">
    \(row(["Number", "Customer", "Amount"]))
    \(row(["INV-1", "Meyer", "120.5"]))
    <table:table-row>\(text("INV-2"))\(text("Okafor"))\
    <table:table-cell table:formula="of:=SUM([.C2:.C2])*2" office:value-type="float"/></table:table-row>
    </table:table>
    <table:table table:name="Notes"><table:table-row><table:table-cell/></table:table-row></table:table>
    </office:spreadsheet></office:body></office:document>
    """

  private static func row(_ cells: [String]) -> String {
    "<table:table-row>\(cells.map { Double($0) == nil ? text($0) : number($0) }.joined())</table:table-row>"
  }

  private static func text(_ text: String) -> String {
    "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
  }

  private static func number(_ text: String) -> String {
    "<table:table-cell office:value-type=\"float\" office:value=\"\(text)\"><text:p>\(text)</text:p></table:table-cell>"
  }

  /// A form of GTK's with one of each.
  static let form = """
    import sys, gi
    gi.require_version("Gtk", "3.0")
    from gi.repository import Gtk
    window = Gtk.Window(title=sys.argv[1])
    grid = Gtk.Grid(row_spacing=6, column_spacing=6)
    window.add(grid)
    def add(line, label, widget):
        text = Gtk.Label(label=label)
        text.set_mnemonic_widget(widget)
        grid.attach(text, 0, line, 1, 1)
        grid.attach(widget, 1, line, 1, 1)
    add(0, "Name", Gtk.Entry(text="Meyer"))
    add(1, "Password", Gtk.Entry(text="hunter2", visibility=False))
    country = Gtk.ComboBoxText()
    for name in ["Austria", "Ghana", "Peru"]: country.append_text(name)
    country.set_active(1)
    add(2, "Country", country)
    add(3, "Age", Gtk.SpinButton(adjustment=Gtk.Adjustment(42, 0, 150, 1, 10, 0)))
    grid.attach(Gtk.CheckButton(label="Newsletter", active=True), 1, 4, 1, 1)
    grid.attach(Gtk.ToggleButton(label="Remember"), 1, 5, 1, 1)
    rows = Gtk.ListStore(str, str)
    rows.append(["Meyer", "Vienna"])
    rows.append(["Okafor", "Accra"])
    tree = Gtk.TreeView(model=rows)
    for number, name in enumerate(["Who", "Where"]):
        tree.append_column(Gtk.TreeViewColumn(name, Gtk.CellRendererText(), text=number))
    grid.attach(tree, 1, 6, 1, 1)
    grid.attach(Gtk.Button(label="Save"), 1, 7, 1, 1)
    window.connect("destroy", Gtk.main_quit)
    window.show_all()
    Gtk.main()
    """
}
