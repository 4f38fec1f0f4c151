import Distill
import Foundation
import FoundationXML
import Perform
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("A routine in a spreadsheet")
  struct RoutineTests {
    @Test("Sorted, filtered, calculated, filled down, drawn and saved once: done again with a file that has more rows")
    func monthsEnd() async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-routine-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let march = [("R-1", "Meyer", 120.5), ("R-2", "Okafor", 80)]
      let april = (1...9).map { ("R-\(10 + $0)", $0 % 3 == 0 ? "Meyer" : "Holm \($0)", Double($0) * 10) }

      // Shown once.
      let shown = try await RecordedDesktop(
        "soffice", folder: folder, sheet: try Self.write(march, to: folder.appending(path: "march.fods")))
      try await Self.work(shown, saving: folder.appending(path: "march-done.fods"))
      let events = try await shown.settle()
      await shown.end()
      #expect(try Self.read(folder.appending(path: "march-done.fods")) == Self.done(march))
      let workflow = try #require(Distiller().workflow(demonstratedBy: events, named: "Month's end"))

      // Done with another file.
      let given = try await RecordedDesktop(
        "soffice", folder: folder, sheet: try Self.write(april, to: folder.appending(path: "april.fods")))
      let saved = folder.appending(path: "april-done.fods")
      let compiled = try CompiledWorkflow(
        workflow, inputs: Inputs(parameters: ["d1": "Double", "value": "Meyer", "name": saved.path]))
      let run = await Performer(surfaces: [given.desktop], approver: Consent()).perform(compiled)
      #expect(run.status == .finished)
      #expect(try await eventually { (try? Self.read(saved)) == Self.done(april) })
      await given.end()
    }

    private static func work(_ desktop: RecordedDesktop, saving file: URL) async throws {
      let hand = desktop.hand
      try await hand.click(.gridcell, "B1")
      try await hand.click(.menuitem, "Data")
      try await hand.click(.menuitem, "Sort Descending")
      try await hand.click(.gridcell, "D1")
      try hand.type("Double")
      try hand.key("Return")
      try hand.type("=C2*2")
      try hand.key("Return")
      try await hand.click(.gridcell, "D2")
      try hand.key("ctrl+shift+End")
      try hand.key("ctrl+d")
      try await hand.click(.gridcell, "A1")
      try await hand.click(.menuitem, "Data")
      try await hand.click("menuitemcheckbox", "AutoFilter")
      try await hand.click(.gridcell, "B1")
      try hand.key("alt+Down")
      _ = try await hand.find(.checkbox, "All")
      try hand.type("Meyer")
      try hand.key("Return")
      try await hand.click(.gridcell, "A1")
      try await hand.click(.menuitem, "Insert")
      try await hand.click(.menuitem, "Chart...")
      try await desktop.opened("Chart Type")
      try await hand.click(.button, "Finish")
      try await desktop.closed("Chart Type")
      try hand.key("Escape")
      try hand.key("Escape")
      try hand.key("ctrl+shift+s")
      try await desktop.opened("Save")
      try hand.key("ctrl+a")
      try hand.type(file.path)
      try hand.key("Return")
      try await desktop.closed("Save")
      #expect(try await eventually { FileManager.default.fileExists(atPath: file.path) })
    }

    /// What is in the file when all was done: a line for each row, with a star for those that are shown, and whether
    /// there is a chart.
    private static func done(_ rows: [(String, String, Double)]) -> [String] {
      let sorted = rows.sorted { $0.1 > $1.1 }
      return ["* Number Customer Amount Double"]
        + sorted.map { "\($1 == "Meyer" ? "*" : "-") \($0) \($1) \($2.short) \(($2 * 2).short)" } + ["a chart"]
    }

    private static func read(_ file: URL) throws -> [String] {
      let document = try XMLDocument(contentsOf: file)
      let rows = try document.nodes(
        forXPath: "//*[local-name()='spreadsheet']/*[local-name()='table'][1]/*[local-name()='table-row']")
      let lines = rows.compactMap { row -> String? in
        guard let row = row as? XMLElement else { return nil }
        let texts = (row.children ?? []).compactMap { ($0 as? XMLElement)?.stringValue }.filter { !$0.isEmpty }
        guard !texts.isEmpty else { return nil }
        let isHidden = row.attribute(forName: "table:visibility")?.stringValue == "filter"
        return "\(isHidden ? "-" : "*") " + texts.joined(separator: " ")
      }
      let charts = try document.nodes(forXPath: "//*[local-name()='chart']")
      return lines + (charts.isEmpty ? [] : ["a chart"])
    }

    private static func write(_ rows: [(String, String, Double)], to file: URL) throws -> URL {
      func text(_ text: String) -> String {
        "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
      }
      let cells =
        [["Number", "Customer", "Amount"].map(text)]
        + rows.map { [text($0), text($1), "<table:table-cell office:value-type=\"float\" office:value=\"\($2)\"/>"] }
      let lines = cells.map { "<table:table-row>\($0.joined())</table:table-row>" }
      try """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3" \
      office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
      <table:table table:name="Invoices">\(lines.joined())</table:table>
      </office:spreadsheet></office:body></office:document>
      """.write(to: file, atomically: true, encoding: .utf8)
      return file
    }
  }
}

extension Double {
  /// Without “.0”, as a sheet shows it.
  fileprivate var short: String { self == rounded() ? String(Int(self)) : String(self) }
}

extension RecordedDesktop {
  /// Waits until there is a window of this title, and it has the keyboard.
  fileprivate func opened(_ title: String) async throws {
    try #require(
      try await eventually(within: .seconds(30)) { try await desktop.windowSystem.activeWindow()?.title == title })
  }

  fileprivate func closed(_ title: String) async throws {
    try #require(
      try await eventually(within: .seconds(30)) {
        try await !desktop.windowSystem.windows().contains { $0.title == title }
      })
  }
}
