import Distill
import Testing
import Trace

@Suite("Loops in one demonstration")
struct LoopTests {
  private static let list = Desk.Page(title: "Parcels", path: "/parcels/")

  private func program(_ desk: Desk) throws -> [String] {
    let workflow = try #require(Distiller().workflow(demonstratedBy: desk.events, named: "Work"))
    return outline(workflow.program.instructions)
  }

  /// The program in short: its steps' summaries, loops around them.
  private func outline(_ instructions: [Instruction]) -> [String] {
    instructions.flatMap { instruction -> [String] in
      switch instruction {
      case .perform(let template):
        return [template.summary]
      case .optional(let body, let condition, _):
        return [condition.map { "if \($0.value)" } ?? "ask"] + outline(body).map { "  " + $0 }
      case .loop(let loop, let body):
        let head =
          switch loop {
          case .rows(let columns): "for each row " + columns.joined(separator: ", ")
          case .items(let target): "for each item like " + (target.examples.first?.name ?? "")
          case .whilePresent(let target): "while there is " + (target.examples.first?.name ?? "")
          }
        return [head] + outline(body).map { "  " + $0 }
      case .choice(let branches, _):
        return ["choose"] + branches.flatMap { outline($0.body).map { "  " + $0 } }
      }
    }
  }

  private func item(_ desk: inout Desk, _ name: String, row: Int) {
    desk.follow(link: name, to: Desk.Page(title: name, path: "/parcels/\(name.lowercased())/"), row: row)
    desk.act(.click(Click()), Desk.button("Received"))
    desk.follow(.submitted)
    desk.follow(.navigation(to: Desk.origin + "/parcels/", cause: .form))
    desk.show(LoopTests.list)
  }

  @Test("What is done to the first two items of a list is done to all of them")
  func items() throws {
    var desk = Desk()
    desk.show(LoopTests.list)
    item(&desk, "Anvil", row: 0)
    item(&desk, "Brush", row: 1)
    let found = try program(desk)
    #expect(
      found == [
        "for each item like Brush", "  Click the item’s link", "  Click “Received”",
      ])
  }

  @Test("What was done once is a program too, with what was typed as its parameters")
  func once() throws {
    var desk = Desk()
    desk.follow(link: "Add invoice", to: Office.invoiceForm)
    desk.fill("Number", "R-1")
    desk.choose("Customer", "Acme")
    desk.press(to: Office.invoices)
    let workflow = try #require(Distiller().workflow(demonstratedBy: desk.events, named: "Work"))
    #expect(workflow.parameters.map(\.name) == ["number"])
    #expect(
      outline(workflow.program.instructions) == [
        "Click “Add invoice”", "Fill “Number” with number", "Choose “Acme” in “Customer”", "Click “Save”",
      ])
  }

  @Test("A row of an opened file that was entered once stands for all of them")
  func oneRow() throws {
    var office = Office()
    let table = Office.table(day: 1, rows: 4)
    office.open(table)
    office.enterInvoice(table.rows[0])
    let outline = try program(office.desk)
    #expect(
      outline.first == "for each row number, customer, amount" || outline.first?.hasPrefix("for each row") == true)
  }

  @Test("Two rows of a file are a loop over its rows")
  func rows() throws {
    var office = Office()
    let table = Office.table(day: 1, rows: 4)
    office.open(table)
    office.desk.show(Office.invoices)
    for row in table.rows.prefix(2) { office.enterInvoice(row) }
    let found = try program(office.desk)
    #expect(
      found == [
        "for each row number, customer, date, amount", "  Click “Add invoice”", "  Fill “Number” with number",
        "  Choose customer in “Customer”", "  Fill “Date” with what follows from date", "  Fill “Amount” with amount",
        "  Click “Save”",
      ])
  }

  @Test("Lists in a list are loops in a loop, however long each is")
  func nested() throws {
    let home = Desk.Page(title: "Rooms", path: "/rooms/")
    var desk = Desk()
    desk.show(home)
    for (number, (room, lamps)) in [("Attic", 2), ("Cellar", 1), ("Hall", 3)].enumerated() {
      desk.follow(link: room, to: Desk.Page(title: room, path: "/rooms/\(room.lowercased())/"), row: number)
      for lamp in 0..<lamps {
        desk.act(
          .check(true),
          Element(
            role: .checkbox, name: "Lamp \(lamp)", attributes: ["tag": "input"],
            surroundings: Surroundings(row: "Lamp \(lamp)", rowIndex: lamp)))
      }
      desk.press(button: "Done", to: home)
    }
    let found = try program(desk)
    #expect(
      found == [
        "for each item like Hall", "  Click the item’s link", "  for each item like Lamp 2",
        "    Tick the item’s checkbox", "  Click “Done”",
      ])
  }

  @Test("What was done on a page and on the next one is done as long as there is a next one, and on the last page")
  func pages() throws {
    var desk = Desk()
    for page in 1...2 {
      desk.show(Desk.Page(title: "Parcels", path: "/parcels/", query: "?page=\(page)"))
      for row in 0..<2 {
        desk.act(
          .click(Click()),
          Element(
            role: .button, name: "Receive", attributes: ["tag": "button"],
            surroundings: Surroundings(row: "Parcel \(page)\(row)", rowIndex: row)))
      }
      if page == 1 {
        desk.follow(link: "Next", to: Desk.Page(title: "Parcels", path: "/parcels/", query: "?page=2"))
      }
    }
    let items = ["for each item like Receive", "  Click the item’s button"]
    let found = try program(desk)
    #expect(found == ["while there is Next"] + items.map { "  " + $0 } + ["  Click “Next”"] + items)
  }

  private func parcels(_ marks: [Bool]) -> Desk {
    let table = Table(
      name: "parcels.csv", columns: ["name", "kind"],
      rows: marks.enumerated().map { ["Parcel \($0)", $1 ? "express" : "plain"] })
    let form = Desk.Page(title: "Add parcel", path: "/parcels/add/")
    var desk = Desk()
    desk.show(form)
    desk.add(.signal(.opened(table)))
    for (number, isExpress) in marks.enumerated() {
      desk.fill("Name", "Parcel \(number)")
      if isExpress { desk.act(.check(true), Element(role: .checkbox, name: "Express", attributes: ["tag": "input"])) }
      desk.press(to: form)
    }
    return desk
  }

  @Test("What is done in some rounds is decided by a column, from three rounds of each kind on; before, it is asked")
  func conditions() throws {
    let found = try program(parcels([true, false, true, false, false, true]))
    #expect(
      found == [
        "for each row name", "  Fill “Name” with name", "  if express", "    Tick “Express”", "  Click “Save”",
      ])
    let few = try program(parcels([true, false, true, false, true]))
    #expect(
      few == [
        "for each row name", "  Fill “Name” with name", "  ask", "    Tick “Express”", "  Click “Save”",
      ])
  }

  @Test("Fields filled one after the other are no loop")
  func noLoop() throws {
    var desk = Desk()
    desk.fill("Street", "Duck Pond 7")
    desk.fill("Town", "Leipzig")
    desk.press(to: LoopTests.list)
    #expect(try program(desk).count == 3)
  }
}
