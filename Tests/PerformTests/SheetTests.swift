import Perform
import Surfaces
import Testing
import Trace

@Suite("Going over the rows of a sheet into a page")
struct SheetTests {
  private static let header = ["Customer", "Amount"]
  private static let place = PlaceTemplate(application: "soffice", origin: "", path: [nil])

  private static func cell(_ column: Int) -> Target {
    Target(
      examples: [2, 1].map { PaperSheet.cell($0, column, "shown", header: header[column]) },
      variable: Target.VariablePart(part: .index, source: .constant("1")))
  }

  private static func goTo(_ id: String, _ action: Action, _ column: Int) -> StepTemplate {
    StepTemplate(
      id: id, surface: .desktop, place: place, action: action, target: cell(column), value: nil,
      summary: "\(action.verb.rawValue) \(header[column])", evidence: [])
  }

  private static func workflow() -> Workflow {
    Invoices.workflow(
      [
        .loop(
          .items(cell(0)),
          body: [
            .perform(goTo("go", .click(Click()), 0)),
            .perform(Invoices.step("customer", .fill("x"), on: .field("Customer"), value: .element(cell(0)))),
            .perform(goTo("copy", .copy("shown"), 1)),
            .perform(
              Invoices.step("amount", .paste("1", from: nil), on: .field("Amount"), value: .clipboard(step: "copy"))),
            .perform(Invoices.save),
          ])
      ], parameters: [])
  }

  private func run(_ sheet: PaperSheet, on page: PaperSurface, by person: Person = Person()) async throws -> Run {
    let performer = Performer(surfaces: [sheet, page], approver: person, limits: Invoices.limits)
    return await performer.perform(try CompiledWorkflow(Self.workflow()))
  }

  private static let rows = (1...6).map { ["Customer \($0)", "\($0)0.00"] }

  @Test("Each row is entered once, up to the first empty one, and the plan shows every value beforehand")
  func rows() async throws {
    let sheet = PaperSheet([Self.header] + Self.rows), page = await Invoices.surface()
    let person = Person()
    let run = try await run(sheet, on: page, by: person)
    #expect(run.status == .finished)
    #expect(
      await page.deeds
        == Self.rows.flatMap { row in
          ["navigate \(Invoices.form)", "fill Customer \(row[0])", "paste Amount \(row[1])", "click Save"]
        })
    #expect(await sheet.deeds == (2...7).flatMap { ["click A\($0)", "copy B\($0)"] })
    #expect(person.memory.plans.map(\.table.rows) == [Self.rows])
    #expect(person.memory.deviations == [])
  }

  @Test("In another sheet a column is found by its name, and one that is called otherwise is not guessed")
  func columns() async throws {
    let turned = PaperSheet([Self.header.reversed()] + Self.rows.map { $0.reversed() }), page = await Invoices.surface()
    #expect(try await run(turned, on: page).status == .finished)
    #expect(await turned.deeds.prefix(2) == ["click B2", "copy A2"])

    let other = PaperSheet([["Customer", "Total"]] + Self.rows), untouched = await Invoices.surface()
    guard case .halted(let halt) = try await run(other, on: untouched).status else {
      Issue.record("It took another column.")
      return
    }
    #expect(halt == Halt(.elementAbsent, "The sheet has no column “Amount”.", step: "amount", row: 0))
    #expect(await untouched.deeds == [])
  }

  @Test("A sheet without rows is done at once, and one that cannot be seen is not taken for that")
  func nothing() async throws {
    let page = await Invoices.surface()
    #expect(try await run(PaperSheet([Self.header]), on: page).status == .finished)
    #expect(await page.deeds == [])
    let elsewhere = PaperSheet([["Name", "Sum"]] + Self.rows)
    guard case .halted(let halt) = try await run(elsewhere, on: page).status else {
      Issue.record("It ended as if all had been done.")
      return
    }
    #expect(
      halt.reason
        == "Row 2 of the sheet “Orders” is not to be seen, or its columns are called otherwise. Bring the sheet to the "
        + "front, then resume.")
  }
}
