import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

@Suite("The elements of applications", .serialized, .onDesktop)
struct AccessibilityTests {
  let desktop: AccessibilityDesktop
  var bus: AccessibilityBus { desktop.bus }

  init() throws {
    desktop = try #require(AccessibilityDesktop.current)
  }

  /// The element of a window with a role and a name, as it is listed.
  func listed(_ role: Role, _ name: String, in window: DesktopWindow) async throws -> SeenElement {
    let elements = try await bus.elements(of: window, within: Budget()).elements
    return try #require(elements.first { $0.element.role == role && $0.element.name == name })
  }

  /// The element at the middle of one that is listed, whose place is not compared.
  func atMiddle(of role: Role, _ name: String, in window: DesktopWindow) async throws -> Element? {
    let middle = try #require(try await listed(role, name, in: window).element.bounds).center
    var element = await bus.element(at: middle, in: window)?.element
    element?.bounds = nil
    element?.index = nil
    return element
  }

  @Test(
    "Nearly every element of a window is found at its own middle",
    arguments: ["Calc", "Mousepad", "^Untitled$", "New customer"])
  func foundAtItsMiddle(title: String) async throws {
    let window = try await desktop.window(title)
    let start = ContinuousClock.now
    let (elements, isPartial) = try await bus.elements(of: window, within: Budget())
    print("\(title): \(elements.count) elements in \(ContinuousClock.now - start)")
    #expect(!isPartial)
    #expect(elements.count > 5)
    var missed = 0
    for seen in elements {
      let middle = try #require(seen.element.bounds).center
      if await bus.element(at: middle, in: window)?.element != seen.element { missed += 1 }
    }
    print("\(title): \(missed) missed")
    #expect(Double(missed) <= 0.02 * Double(elements.count))
  }

  @Test("A cell of a sheet is told with its address and what names its column and row")
  func cell() async throws {
    let window = try await desktop.window("Calc")
    let expected = Element(
      role: .gridcell, name: "B2", value: "Meyer", attributes: ["cell": "B2", "sheet": "Invoices"],
      ancestors: [Ancestor(role: "grid", name: "Sheet Invoices"), Ancestor(role: "document")],
      surroundings: Surroundings(row: "INV-1", column: "Customer", rowIndex: 1, columnIndex: 1))
    #expect(try await atMiddle(of: .gridcell, "B2", in: window) == expected)
    let sheet = try #require(await bus.sheet(in: window))
    #expect(
      await bus.cell(row: 1, column: 1, of: sheet)?.element == (try await listed(.gridcell, "B2", in: window)).element)
    let cell = await bus.cell(row: 2, column: 2, of: sheet)?.element
    #expect(cell?.value == "241")
    #expect(cell?.attributes == ["cell": "C3", "sheet": "Invoices", "formula": "="])
    #expect(await bus.document(of: window) == desktop.folder.appending(path: "invoices.fods").path)
  }

  @Test("Buttons, tabs and texts are told as a person would name them")
  func others() async throws {
    let calc = try await desktop.window("Calc")
    #expect(
      try await atMiddle(of: .button, "Save", in: calc)
        == Element(role: .button, name: "Save", ancestors: [Ancestor(role: "toolbar", name: "Standard")]))
    #expect(
      try await atMiddle(of: .tab, "Invoices", in: calc)
        == Element(role: .tab, name: "Invoices", states: [.selected], ancestors: [Ancestor(role: "tablist")]))
    let featherpad = try await desktop.window("^Untitled$")
    #expect(
      try await atMiddle(of: .button, "Save", in: featherpad)
        == Element(
          role: .button, name: "Save", states: [.disabled], attributes: ["description": "Save the current tab"],
          ancestors: [Ancestor(role: "toolbar")]))
    let mousepad = try await desktop.window("Mousepad")
    let editor = try #require(
      try await bus.elements(of: mousepad, within: Budget()).elements.first { $0.element.role == .textbox })
    #expect(try await bus.setText("", of: editor.accessible) == "")
    #expect(
      try await atMiddle(of: .textbox, "", in: mousepad)
        == Element(
          role: .textbox, value: "", states: [.focused], attributes: ["multiline": "true", "toolkit": "gtk"],
          ancestors: [Ancestor(role: "tab"), Ancestor(role: "tablist")]))
  }

  @Test("A form's fields have their labels, values and options, and a password has no value")
  func form() async throws {
    let window = try await desktop.window("New customer")
    _ = try await bus.grabFocus(try await listed(.textbox, "Name", in: window).accessible)
    let elements = try await bus.elements(of: window, within: Budget()).elements.map { seen in
      var element = seen.element
      (element.bounds, element.index, element.attributes, element.ancestors) = (nil, nil, [:], [])
      return element
    }
    func labelled(_ label: String) -> Surroundings { Surroundings(label: label) }
    func inTable(_ row: Int, _ column: Int, _ name: String, _ first: String = "") -> Surroundings {
      Surroundings(row: first, column: name, rowIndex: row, columnIndex: column)
    }
    #expect(
      elements == [
        Element(role: .textbox, name: "Name", value: "Meyer", states: [.focused], surroundings: labelled("Name")),
        Element(role: .textbox, name: "Password", states: [.secret], surroundings: labelled("Password")),
        Element(
          role: .combobox, name: "Country", value: "Ghana", surroundings: labelled("Country"),
          options: ["Austria", "Ghana", "Peru"]),
        Element(role: .spinbutton, name: "Age", value: "42", surroundings: labelled("Age")),
        Element(role: .checkbox, name: "Newsletter", states: [.checked]),
        Element(role: .button, name: "Remember"),
        Element(role: .gridcell, name: "Meyer", value: "Meyer", surroundings: inTable(0, 0, "Who")),
        Element(role: .gridcell, name: "Vienna", value: "Vienna", surroundings: inTable(0, 1, "Where", "Meyer")),
        Element(role: .gridcell, name: "Okafor", value: "Okafor", surroundings: inTable(1, 0, "Who")),
        Element(role: .gridcell, name: "Accra", value: "Accra", surroundings: inTable(1, 1, "Where", "Okafor")),
        Element(role: .button, name: "Save"),
      ])
  }

  @Test("A cell that is looked for is listed wherever it is, and tables are left out where none is looked for")
  func lookedFor() async throws {
    let window = try await desktop.window("Calc")
    let far = Element(role: .gridcell, name: "AB900", attributes: ["cell": "AB900"])
    let cells = try await bus.elements(of: window, within: Budget(count: 50, resembling: far)).elements
    #expect(cells.first?.element.attributes == ["cell": "AB900", "sheet": "Invoices"])
    let button = Element(role: .button, name: "Bold")
    let rest = try await bus.elements(of: window, within: Budget(resembling: button)).elements
    #expect(rest.first?.element.name == "Bold")
    #expect(!rest.contains { $0.element.role == .gridcell })
  }

  @Test("An item of an open menu is found, whatever the toolkit")
  func menus() async throws {
    let focus = bus.focus
    let watch = try AccessibilityWatch(session: desktop.server.session, focus: focus)
    let reading = Task { for try await _ in watch.stream() {} }
    defer { reading.cancel() }
    for (title, role, menu, item) in [
      ("Mousepad", Role.menuitem, "File", "Save As..."), ("^Untitled$", .menuitem, "File", "Save As"),
      ("Calc", .menuitem, "Sheet", "Rename Sheet..."),
    ] {
      let window = try await desktop.window(title)
      let opener = try #require(try await listed(role, menu, in: window).element.bounds).center
      try desktop.server.run("xdotool", "mousemove", "\(Int(opener.x))", "\(Int(opener.y))", "click", "1")
      let popup = try await desktop.popup(of: window)
      let seen = try await desktop.wait("the item \(item) of \(title)") { () -> SeenElement? in
        try await bus.elements(of: popup, within: Budget()).elements.first { $0.element.name == item }
      }
      let middle = try #require(seen.element.bounds).center
      try desktop.server.run("xdotool", "mousemove", "\(Int(middle.x))", "\(Int(middle.y))")
      let found = await bus.element(at: middle, in: popup)?.element
      #expect(found?.role == .menuitem)
      #expect(found?.name == item, "in \(title)")
      #expect(found?.ancestors.contains { $0.name == menu } == true, "in \(title)")
      try desktop.server.run("xdotool", "key", "Escape", "Escape")
    }
  }
}
