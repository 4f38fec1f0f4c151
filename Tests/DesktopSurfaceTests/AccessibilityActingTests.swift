import Foundation
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension AccessibilityTests {
  @Test("Fields, choices and buttons do what they are asked, and say what came of it")
  func acting() async throws {
    try desktop.openForm("Old customer")
    let window = try await desktop.window("Old customer")
    func field(_ role: Role, _ name: String) async throws -> Accessible {
      try await listed(role, name, in: window).accessible
    }
    #expect(try await bus.setText("Okafor", of: field(.textbox, "Name")) == "Okafor")
    #expect(try await bus.setText("secret", of: field(.textbox, "Password")) == nil)
    #expect(try await bus.setValue(7, of: field(.spinbutton, "Age")) == 7)
    #expect(try await bus.choose("Peru", in: field(.combobox, "Country")) == "Peru")
    #expect(try await bus.press(field(.button, "Remember")) == [.pressed])
    #expect(try await bus.press(field(.checkbox, "Newsletter")) == [])
    #expect(try await bus.grabFocus(field(.spinbutton, "Age")))
    let button = try await field(.button, "Save")
    await #expect { try await bus.setText("x", of: button) } throws: { ($0 as? SurfaceError)?.code == .unsupported }
    await #expect { try await bus.choose("Chile", in: try await field(.combobox, "Country")) } throws: {
      ($0 as? SurfaceError)?.code == .elementNotFound
    }
  }

  @Test("A sheet's cursor moves to a cell, and a cell takes a number")
  func sheet() async throws {
    let window = try await desktop.window("Calc")
    let cell = try await bus.select(cell: CellAddress(row: 9, column: 3), in: window)
    #expect(cell.element.attributes["cell"] == "D10")
    #expect(cell.element.states.contains(.selected))
    #expect(try await bus.setValue(42.5, of: cell.accessible) == 42.5)
    let sheet = try #require(await bus.sheet(in: window))
    #expect(await bus.cell(row: 9, column: 3, of: sheet)?.element.value == "42.5")
  }

  @Test("A cell's address is written as people write it", arguments: [("A1", 0, 0), ("Z9", 8, 25), ("AB900", 899, 27)])
  func address(text: String, row: Int, column: Int) {
    #expect(CellAddress(text) == CellAddress(row: row, column: column))
    #expect(CellAddress(row: row, column: column).description == text)
    #expect(CellAddress(text.lowercased()) == nil)
  }
}
