import Distill
import Testing
import Trace

@Suite("Loops over the rows of a sheet")
struct SheetLoopTests {
  /// A sheet on the desktop and a form in the browser, recorded together.
  struct TwoSurfaces {
    var events: [Event] = []
    var cells: [[String]]
    static let form = "https://office.example/admin/invoices/invoice/add/"

    init(_ cells: [[String]]) { self.cells = cells }

    mutating func add(_ occurrence: Event.Occurrence, on surface: SurfaceKind, _ element: Element?) -> EventID {
      let id = EventID(session: "20300107T080000Z-a", sequence: events.count)
      let place =
        surface == .desktop
        ? Place(application: "libreoffice-calc", window: "77", title: "march.fods", document: "/home/ada/march.fods")
        : Place(application: "Chromium", window: "tab 1", title: "Add invoice", document: Self.form)
      events.append(
        Event(
          id: id, time: Moment(seconds: 1_893_999_600 + Double(events.count) * 2), surface: surface, place: place,
          occurrence: occurrence, element: element))
      return id
    }

    func cell(_ address: String, row: Int, column: Int) -> Element {
      Element(
        role: .gridcell, name: address, value: cells[row][column], attributes: ["cell": address, "sheet": "Orders"],
        surroundings: Surroundings(
          row: column > 0 ? cells[row][0] : "", column: row > 0 ? cells[0][column] : "", rowIndex: row,
          columnIndex: column))
    }

    mutating func goTo(_ column: Int, row: Int) {
      let element = cell("ABCDEF".map(String.init)[column] + String(row + 1), row: row, column: column)
      _ = add(.action(.click(Click())), on: .desktop, element)
    }

    @discardableResult
    mutating func copy(_ column: Int, row: Int) -> EventID {
      goTo(column, row: row)
      return add(.action(.copy(cells[row][column])), on: .desktop, events.last?.element)
    }

    static func field(_ name: String) -> Element {
      Element(
        role: .textbox, name: name, value: "",
        attributes: ["tag": "input", "type": "text", "id": "id_" + name.lowercased(), "name": name.lowercased()],
        surroundings: Surroundings(label: name))
    }

    mutating func fill(_ name: String, _ text: String) {
      _ = add(.action(.fill(text)), on: .browser, Self.field(name))
    }

    mutating func paste(_ name: String, _ text: String) {
      _ = add(.action(.paste(text, from: nil)), on: .browser, Self.field(name))
    }

    mutating func save() {
      let button = Element(
        role: .button, name: "Save and add another", attributes: ["tag": "input", "type": "submit"])
      _ = add(.action(.click(Click())), on: .browser, button)
      _ = add(.signal(.submitted), on: .browser, nil)
      _ = add(.signal(.navigation(to: Self.form, cause: .form)), on: .browser, nil)
    }
  }

  /// The program in short.
  private func outline(_ program: Program) -> [String] {
    program.instructions.flatMap { instruction -> [String] in
      switch instruction {
      case .loop(.items(let target), let body):
        ["from row \(target.firstRow ?? -1)"] + body.flatMap(\.steps).map { "  " + $0.summary }
      default: instruction.steps.map(\.summary)
      }
    }
  }

  private static let people = [
    ["Number", "Customer", "Date", "Amount"], ["R-1", "Meyer, Anna", "05.03.2026", "120.50"],
    ["R-2", "Holm, Ivo", "17.11.2025", "80.00"],
  ]

  @Test("Two rows, some of them copied and some written anew, are a loop over the rows of the sheet")
  func typedAndCopied() throws {
    var work = TwoSurfaces(Self.people)
    for row in 1...2 {
      work.copy(0, row: row)
      work.paste("Number", work.cells[row][0])
      work.goTo(1, row: row)
      work.fill("Customer", row == 1 ? "Anna Meyer" : "Ivo Holm")
      work.goTo(2, row: row)
      work.fill("Date", row == 1 ? "2026-03-05" : "2025-11-17")
      work.copy(3, row: row)
      work.paste("Amount", work.cells[row][3])
      work.save()
    }
    let workflow = try #require(Distiller().workflow(demonstratedBy: work.events, named: "Work"))
    #expect(
      outline(workflow.program) == [
        "from row 1",
        "  Copy the row’s “Number”",
        "  Paste what was copied into “Number”",
        "  Click the row’s “Customer”",
        "  Fill “Customer” with what follows from the row’s “Customer”",
        "  Click the row’s “Date”",
        "  Fill “Date” with what follows from the row’s “Date”",
        "  Copy the row’s “Amount”",
        "  Paste what was copied into “Amount”",
        "  Click “Save and add another”",
      ])
    #expect(workflow.parameters.isEmpty)
    // Another file may be open the next time.
    #expect(workflow.program.steps[0].place == PlaceTemplate(application: "libreoffice-calc", origin: "", path: [nil]))
  }

  @Test("A sheet without names over its columns is gone over from its first row")
  func noHeader() throws {
    var work = TwoSurfaces([["Meyer, Anna", "120.50"], ["Holm, Ivo", "80.00"]])
    for row in 0...1 {
      work.goTo(0, row: row)
      work.fill("Name", row == 0 ? "Anna Meyer" : "Ivo Holm")
      work.goTo(1, row: row)
      work.fill("Amount", work.cells[row][1])
      work.save()
    }
    let workflow = try #require(Distiller().workflow(demonstratedBy: work.events, named: "Work"))
    #expect(
      outline(workflow.program) == [
        "from row 0",
        "  Click the row’s column A",
        "  Fill “Name” with what follows from the row’s column A",
        "  Click the row’s column B",
        "  Fill “Amount” with the row’s column B",
        "  Click “Save and add another”",
      ])
  }

  @Test("Headings and formulas one below the other are no loop, and a formula is always the same")
  func entriesOfTheirOwn() throws {
    var work = TwoSurfaces(Self.people)
    work.goTo(3, row: 0)
    for (row, text) in [(0, "Total"), (1, "=D2*2"), (2, "=D3*3")] {
      _ = work.add(.action(.fill(text)), on: .desktop, work.cell("D\(row + 1)", row: row, column: 3))
    }
    let workflow = try #require(Distiller().workflow(demonstratedBy: work.events, named: "Work"))
    #expect(
      outline(workflow.program) == [
        "Fill “D1” with d1", "Fill “D2” with “=D2*2”", "Fill “D3” with “=D3*3”",
      ])
  }

  @Test("Enter in an application and a click that follows at once are two steps")
  func enterThenClick() throws {
    var work = TwoSurfaces(Self.people)
    let search = Element(role: .textbox, value: "")
    _ = work.add(.action(.fill("Meyer")), on: .desktop, search)
    _ = work.add(.action(.press(Chord("Enter"))), on: .desktop, search)
    work.events[1].time = work.events[0].time
    work.goTo(0, row: 0)
    work.events[2].time = work.events[0].time
    let workflow = try #require(Distiller().workflow(demonstratedBy: work.events, named: "Work"))
    #expect(outline(workflow.program) == ["Fill with value", "Press Enter", "Click “A1”"])
  }
}
