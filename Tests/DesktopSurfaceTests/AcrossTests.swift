import BrowserSurface
import Distill
import Foundation
import Perform
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("One workflow across a sheet and a page")
  struct AcrossTests {
    @Test("Rows of a sheet that were entered into the back office twice are entered as many times as there are rows")
    func sheetToPage() async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-across-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let shown = [
        ["R-1001", "Meyer, Anna", "05.03.2026", "120.50"], ["R-1002", "Holm, Ivo", "17.11.2025", "80.00"],
      ]
      let given = (0..<Self.rows).map { number in
        let day = number % 28 + 1, month = number % 12 + 1
        return [
          "R-\(2001 + number)", Self.people[number % Self.people.count],
          "\(day < 10 ? "0" : "")\(day).\(month < 10 ? "0" : "")\(month).2026", "\(100 + number).25",
        ]
      }
      let office = try BackOffice(
        in: folder.appending(path: "office"), customers: Self.people.map(Self.turned))
      defer { office.end() }
      let across = try await AcrossDesktop(
        folder: folder, address: office.address + "/admin/login/?next=/admin/invoices/invoice/add/",
        origin: office.address)
      try await Self.signIn(across, at: "/invoice/add/")
      try await across.open(try Sheet(Self.columns, shown).write("march.fods", in: folder))

      // Shown twice.
      let (events, reading) = try await across.record()
      for (number, row) in shown.enumerated() { try await Self.enter(row, number + 2, across) }
      try await Task.sleep(for: .seconds(1))
      await across.desktop.settleAll()
      reading.cancel()
      let merged = await events.all
      try await across.stop()
      #expect(try office.invoices("R-1") == shown.map(Self.entered))
      let workflow = try #require(Distiller().workflow(demonstratedBy: merged, named: "Enter invoices of the sheet"))

      // Performed on another sheet.
      try await across.open(try Sheet(Self.columns, given).write("april.fods", in: folder))
      let approver = Consent()
      let compiled = try CompiledWorkflow(workflow)
      try await across.leave()
      let run = await Performer(surfaces: [across.browser, across.desktop], approver: approver).perform(compiled)
      #expect(await approver.deviations.isEmpty)
      #expect(await approver.plans.map { $0.table.rows.map { $0.joined(separator: " ") } } == [given.map(Self.entered)])
      #expect(run.status == .finished)
      #expect(try office.invoices("R-2") == given.map(Self.entered))
      await across.end()
    }

    @Test("Items of a list that were entered into a sheet twice are entered to the end of the list, and saved")
    func pageToSheet() async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-across-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let office = try BackOffice(in: folder.appending(path: "office"), customers: [])
      defer { office.end() }
      let across = try await AcrossDesktop(
        folder: folder, address: office.address + "/admin/login/?next=/admin/customers/customer/",
        origin: office.address)
      try await Self.signIn(across, at: "/customers/customer/")
      let columns = ["Contact", "Address"]
      try await across.open(try Sheet(columns, []).write("shown.fods", in: folder))

      let (events, reading) = try await across.record()
      for number in 1...2 {
        let contact = try await across.copy("#result_list tbody tr:nth-child(\(number)) .field-contact")
        try await across.hand.click(.gridcell, "A\(number + 1)")
        try across.hand.type(contact.split(separator: " ").reversed().joined(separator: ", "))
        try across.hand.key("Return")
        try await Task.sleep(for: .milliseconds(500))
        let address = try await across.copy("#result_list tbody tr:nth-child(\(number)) .field-address")
        try await across.hand.click(.gridcell, "B\(number + 1)")
        try across.hand.type(address)
        try across.hand.key("Return")
        try await Task.sleep(for: .milliseconds(500))
      }
      try across.hand.key("ctrl+s")
      try await Task.sleep(for: .seconds(2))
      await across.desktop.settleAll()
      reading.cancel()
      let merged = await events.all
      try await across.stop()
      let workflow = try #require(Distiller().workflow(demonstratedBy: merged, named: "List the contacts"))

      let file = try Sheet(columns, []).write("contacts.fods", in: folder)
      try await across.open(file)
      let compiled = try CompiledWorkflow(workflow)
      try await across.leave()
      let run = await Performer(surfaces: [across.browser, across.desktop], approver: Consent()).perform(compiled)
      #expect(run.status == .finished)
      let listed = try office.query(
        "SELECT contact || '|' || address FROM customers_customer WHERE name LIKE ? ORDER BY name LIMIT 20", "%")
      let wanted = listed.map { line in
        let parts = line.split(separator: "|").map(String.init)
        return [parts[0].split(separator: " ").reversed().joined(separator: ", "), parts[1]]
      }
      #expect(try await eventually { try Sheet.rows(of: file).count > 20 })
      #expect(try Sheet.rows(of: file) == [columns] + wanted)
      await across.end()
    }

    private static func signIn(_ across: AcrossDesktop, at page: String) async throws {
      try await across.page.click("#id_username")
      try await across.page.type("alex")
      try await across.page.click("#id_password")
      try await across.page.type("works-here")
      try await across.page.press(Chord("Enter"))
      try await across.page.arrive(at: page)
    }

    /// How many rows are entered.
    private static let rows = 30

    private static let columns = ["Number", "Customer", "Date", "Amount"]
    private static let people = ["Meyer, Anna", "Holm, Ivo", "Kowal, Jana", "Okafor, Ada", "Berg, Tom"]

    /// One row, as a person does it: some of it copied, some of it read and written in the form's own way.
    private static func enter(_ row: [String], _ number: Int, _ across: AcrossDesktop) async throws {
      try await across.hand.click(.gridcell, "A\(number)")
      try across.hand.key("ctrl+c")
      try await Task.sleep(for: .milliseconds(400))
      try await across.click("#id_number")
      try across.hand.key("ctrl+v")
      try await across.hand.click(.gridcell, "B\(number)")
      try await across.click("#id_number")
      try across.hand.key("shift+Tab")
      try across.hand.key("shift+Tab")
      try across.hand.type(turned(row[1]))
      try await across.hand.click(.gridcell, "C\(number)")
      try await across.click("#id_date")
      try across.hand.type(isoDate(row[2]))
      try await across.hand.click(.gridcell, "D\(number)")
      try across.hand.key("ctrl+c")
      try await Task.sleep(for: .milliseconds(400))
      try await across.click("#id_amount")
      try across.hand.key("ctrl+v")
      try await across.click("[name=_addanother]")
      try await waiting(for: "empty form") {
        let isEmpty = try? await across.page.evaluate(
          "document.readyState === 'complete' && document.querySelector('#id_number').value === ''", as: Bool.self)
        return isEmpty == true ? 1 : nil
      }
    }

    /// “Meyer, Anna” as “Anna Meyer”.
    private static func turned(_ name: String) -> String {
      name.split(separator: ",").reversed().map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    }

    private static func isoDate(_ date: String) -> String {
      date.split(separator: ".").reversed().joined(separator: "-")
    }

    private static func entered(_ row: [String]) -> String {
      "\(row[0]) \(turned(row[1])) \(isoDate(row[2])) \(row[3])"
    }
  }
}

/// Agrees to everything, and keeps what it was asked.
actor Consent: Approver {
  private(set) var plans: [Plan] = []
  private(set) var deviations: [Deviation] = []

  func approve(_ plan: Plan) -> Bool {
    plans.append(plan)
    return true
  }

  func approve(_ deviation: Deviation) -> Bool {
    deviations.append(deviation)
    return true
  }

  func answer(_ question: Question) -> String? { nil }
  func secret(for step: PlannedStep) -> String? { nil }
}

/// A sheet to be written into a file.
struct Sheet {
  var columns: [String]
  var rows: [[String]]

  init(_ columns: [String], _ rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  func write(_ name: String, in folder: URL) throws -> URL {
    let cells = ([columns] + rows).filter { !$0.isEmpty }.map { row in
      "<table:table-row>"
        + row.map { "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p></table:table-cell>" }
        .joined()
        + "</table:table-row>"
    }
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3" \
      office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
      <table:table table:name="Orders">\(cells.joined())</table:table>
      <table:table table:name="Notes"><table:table-row><table:table-cell/></table:table-row></table:table>
      </office:spreadsheet></office:body></office:document>
      """
    let file = folder.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file
  }

  /// The cells of the first sheet of a file, row by row; empty rows at the end are left out.
  static func rows(of file: URL) throws -> [[String]] {
    let text = try String(contentsOf: file, encoding: .utf8)
    guard let table = text.range(of: "<table:table ").map({ text[$0.lowerBound...] }),
      let end = table.range(of: "</table:table>")
    else { return [] }
    let rows = table[..<end.lowerBound].components(separatedBy: "<table:table-row").dropFirst()
    return rows.map { row in
      row.components(separatedBy: "<text:p>").dropFirst().map { $0.components(separatedBy: "</text:p>")[0] }
    }.filter { !$0.isEmpty }
  }
}
