import Distill
import Foundation
import Testing
import Trace

@Suite("From days of work to workflows")
struct DistillTests {
  @Test("Nothing in, nothing out")
  func empty() {
    #expect(Distiller().distill([]) == Distillation())
  }

  @Test("The tasks of some days are found, each with its episodes, and called as the work calls them")
  func workflows() {
    let found = Distiller().distill(Office.events(days: 1...4))
    let counts = Dictionary(uniqueKeysWithValues: found.workflows.map { ($0.name, $0.episodes.count) })
    #expect(counts == ["Add invoice": 20, "Change ticket: Priority": 24, "Change invoice: State, Reason": 12])
    #expect(found.workflows.map(\.id) == ["change-ticket-priority", "add-invoice", "change-invoice-state-reason"])
  }

  @Test("Looking around belongs to no episode")
  func lookingAround() {
    let found = Distiller().distill(Office.events(days: 1...4))
    let inEpisodes = Set(found.episodes.flatMap(\.steps).map(\.id))
    let history = found.steps.filter { $0.place.document.hasSuffix("/history/") }
    #expect(history.count == 4)
    #expect(history.allSatisfy { !inEpisodes.contains($0.id) })
  }

  @Test("An invoice's values come from the columns of the file, its date written anew")
  func columns() throws {
    let found = Distiller().distill(Office.events(days: 1...3))
    let workflow = try #require(found.workflows.first { $0.name == "Add invoice" })
    #expect(workflow.parameters.map(\.column) == workflow.parameters.map { Optional($0.name) })
    #expect(Set(workflow.parameters.map(\.name)) == ["number", "customer", "date", "amount"])
    guard case .loop(.rows(let columns), _)? = workflow.program.instructions.first else {
      Issue.record("The program is no loop over rows: \(workflow.program)")
      return
    }
    #expect(Set(columns) == ["number", "customer", "date", "amount"])
    let date = try #require(workflow.program.steps.first { $0.target?.examples.first?.name == "Date:" })
    guard case .transformed(let transformation, of: [.column("date")])? = date.value else {
      Issue.record("The date comes from \(String(describing: date.value))")
      return
    }
    #expect(transformation.evaluate(on: ["24.12.2031"]) == "2031-12-24")
  }

  @Test("What the first word of a title decides is learned; a title never seen is asked for")
  func rule() throws {
    let found = Distiller().distill(Office.events(days: 1...4))
    let workflow = try #require(found.workflows.first { $0.name.hasPrefix("Change ticket") })
    let title = try #require(workflow.parameters.first)
    #expect(workflow.parameters.map(\.name) == ["title"])
    #expect(title.isJudgement == false)
    let priority = try #require(workflow.program.steps.first { $0.target?.examples.first?.name == "Priority:" })
    guard case .transformed(let transformation, of: [.parameter("title")])? = priority.value else {
      Issue.record("The priority comes from \(String(describing: priority.value))")
      return
    }
    #expect(transformation.evaluate(on: ["Outage: the lamp is out (T-999)"]) == "Urgent")
    #expect(transformation.evaluate(on: ["Billing: a coin too many (T-998)"]) == "Normal")
  }

  @Test("What nothing on the screen decides is the person's judgement")
  func judgement() throws {
    let found = Distiller().distill(Office.events(days: 1...4))
    let workflow = try #require(found.workflows.first { $0.name.hasPrefix("Change invoice") })
    let kinds = Dictionary(uniqueKeysWithValues: workflow.parameters.map { ($0.name, $0.isJudgement) })
    #expect(kinds == ["number": false, "state": true, "reason": true])
    #expect(workflow.parameters.first { $0.name == "state" }?.kind == .choice)
  }

  @Test("A row's link is pointed out by its parameter, its record's number is left out of the place")
  func targets() throws {
    let found = Distiller().distill(Office.events(days: 1...3))
    let workflow = try #require(found.workflows.first { $0.name.hasPrefix("Change ticket") })
    let open = try #require(workflow.program.steps.first)
    #expect(open.target?.variable == Target.VariablePart(part: .name, source: .parameter("title")))
    #expect(open.summary == "Click the link named by title")
    let save = try #require(workflow.program.steps.last)
    #expect(save.place.path == ["/tickets/", nil, "/change/"])
    #expect(save.effects.first == .submitted)
  }

  @Test("Every step of a program names the steps it was made of")
  func evidence() {
    let found = Distiller().distill(Office.events(days: 1...3))
    let steps = Set(found.steps.map(\.id))
    for workflow in found.workflows {
      #expect(!workflow.program.steps.isEmpty)
      for template in workflow.program.steps {
        #expect(!template.evidence.isEmpty)
        #expect(template.evidence.allSatisfy(steps.contains))
      }
    }
  }

  @Test("The same events give the same bytes")
  func determinism() throws {
    let events = Office.events(days: 1...3)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let first = try encoder.encode(Distiller().distill(events))
    let second = try encoder.encode(Distiller().distill(events.shuffled()))
    #expect(first == second)
  }

  @Test("A new day is recognised by what the days before taught, and changes nothing of it")
  func recognise() {
    let learned = Distiller().learn(from: Office.events(days: 1...3))
    let before = learned.distillation
    let day = learned.recognise(Office.events(days: 4...4))
    var counts: [String: Int] = [:]
    for episode in day { counts[episode.workflow ?? "none", default: 0] += 1 }
    #expect(counts["add-invoice"] == 5)
    #expect(counts["change-ticket-priority"] == 6)
    #expect(counts["change-invoice-state-reason"] == 3)
    #expect(day.filter { $0.workflow != nil }.allSatisfy { $0.likeness > 0.7 })
    #expect(learned.distillation == before)
  }

  @Test("Work that the past has not seen is an episode of no workflow")
  func newWork() {
    let learned = Distiller().learn(from: Office.events(days: 1...3))
    var desk = Desk()
    let form = Desk.Page(title: "Add parcel | Office", path: "/parcels/add/")
    desk.follow(link: "Parcels", to: Desk.Page(title: "Parcels | Office", path: "/parcels/"))
    desk.follow(link: "Add parcel", to: form)
    desk.fill("Weight", "12 kg")
    desk.fill("Sender", "Acme")
    desk.press(to: Desk.Page(title: "Parcels | Office", path: "/parcels/"))
    #expect(learned.recognise(desk.events).map(\.workflow) == [nil])
  }

  @Test("A task left for another one in a second tab and taken up again stays one episode")
  func interruption() {
    var office = Office()
    for number in 1...3 { office.day(number) }
    let table = Office.table(day: 4, rows: 3)
    office.open(table)
    office.desk.follow(link: "Invoices", to: Office.invoices)
    office.desk.follow(link: "Add invoice", to: Office.invoiceForm)
    office.desk.fill("Number", table.rows[0][0])
    office.desk.window = "tab 2"
    office.desk.show(Office.tickets)
    office.triageTicket()
    office.desk.window = "tab 1"
    office.desk.show(Office.invoiceForm)
    office.desk.choose("Customer", table.rows[0][1])
    office.desk.fill("Date", "2030-04-10")
    office.desk.fill("Amount", table.rows[0][3])
    office.desk.press(to: Office.invoices)
    let found = Distiller().distill(office.desk.events)
    let last = found.episodes.suffix(2).map { episode in episode.steps.map { $0.element?.name ?? "" } }
    #expect(last[0] == ["Invoices", "Add invoice", "Number:", "Customer:", "Date:", "Amount:", "Save"])
    #expect(last[1].suffix(3) == ["Priority:", "Status:", "Save"])
  }

  @Test("Two demonstrations are enough for a program over the rows of a file")
  func fewDemonstrations() throws {
    var office = Office()
    let table = Office.table(day: 1, rows: 4)
    office.open(table)
    for row in table.rows.prefix(2) { office.enterInvoice(row) }
    let workflow = try #require(Distiller().distill(office.desk.events).workflows.first)
    #expect(workflow.name == "Add invoice")
    guard case .loop(.rows(let columns), _)? = workflow.program.instructions.first else {
      Issue.record("The program is no loop over rows: \(workflow.program)")
      return
    }
    #expect(Set(columns) == ["number", "customer", "date", "amount"])
  }

  @Test("No two workflows have one id, whatever they are called")
  func identifiers() {
    #expect(
      Distiller.identifiers(of: ["Pay rent", "Pay: rent", "pay rent 2", "Pay rent!"], besides: ["pay-rent"]) == [
        "pay-rent-2", "pay-rent-3", "pay-rent-2-2", "pay-rent-4",
      ])
    #expect(Distiller.identifiers(of: ["A b", "C"]) == ["a-b", "c"])
  }
}
