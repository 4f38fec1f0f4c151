import Foundation
import Perform
import Surfaces
import Testing
import Trace

@Suite("Performing a workflow")
struct PerformingTests {
  @Test("Each row is entered once, and the person is asked once, with all values")
  func rows() async throws {
    let surface = await Invoices.surface()
    let person = Person()
    let run = try await perform(Invoices.enter, Inputs(rows: Invoices.rows), on: surface, by: person)
    #expect(run.status == .finished)
    #expect(
      await surface.deeds == [
        "navigate \(Invoices.form)", "fill Customer Ada", "fill Amount 120.00", "click Save",
        "navigate \(Invoices.form)", "fill Customer Bo", "fill Amount 75", "click Save",
      ])
    #expect(person.memory.plans.count == 1)
    #expect(person.memory.plans[0].table.columns == ["Customer", "Amount"])
    #expect(person.memory.plans[0].table.rows == [["Ada", "120.00"], ["Bo", "75"]])
    #expect(person.memory.deviations == [])
  }

  @Test("A plan that is not approved leaves everything as it was")
  func notApproved() async throws {
    let surface = await Invoices.surface()
    let run = try await perform(
      Invoices.enter, Inputs(rows: Invoices.rows), on: surface, by: Person(approves: false))
    #expect(run.status == .halted(Halt(.refused, "The plan was not approved. Nothing was done.")))
    #expect(await surface.deeds == [])
  }

  @Test("A missing column and a value of another kind are found before anything is done")
  func badInputs() throws {
    #expect(throws: Halt.self) { try CompiledWorkflow(Invoices.enter, inputs: Inputs(rows: [["customer": "Ada"]])) }
    let rows = [["customer": "Ada", "amount": "a lot"]]
    do {
      _ = try CompiledWorkflow(Invoices.enter, inputs: Inputs(rows: rows))
      Issue.record("The amount was taken.")
    } catch {
      #expect(error.code == .valueRefused)
      #expect(!error.reason.contains("a lot"))
    }
  }

  @Test("A program over rows that is given values alone takes them for one row, and none for a mistake")
  func onlyRow() throws {
    let overRows = Invoices.workflow([
      .loop(.rows(columns: ["customer", "amount"]), body: Invoices.enter.program.instructions)
    ])
    let compiled = try CompiledWorkflow(overRows, inputs: Inputs(parameters: Invoices.rows[0]))
    #expect(compiled.plan == (try CompiledWorkflow(overRows, inputs: Inputs(rows: [Invoices.rows[0]])).plan))
    #expect(compiled.plan.steps.contains { $0.value == .known("Ada") })
    #expect(throws: Halt.self) { try CompiledWorkflow(overRows) }
  }

  @Test("An element that could be several is not acted on, and the run goes on once it is clear")
  func ambiguous() async throws {
    let surface = await Invoices.surface([.field("Amount")])
    var run = try await perform(Invoices.enter, Inputs(rows: Invoices.rows), on: surface)
    guard case .halted(let halt) = run.status else {
      Issue.record("It guessed.")
      return
    }
    #expect(halt.code == .elementAmbiguous)
    #expect(halt.step == "amount")
    #expect(await surface.deeds.last == "fill Customer Ada")

    let bytes = try JSONEncoder().encode(run)
    run = try JSONDecoder().decode(Run.self, from: bytes)
    await surface.put(
      [.field("Customer", value: "Ada"), .field("Amount"), .button("Save", type: "submit")], on: Invoices.form)
    run = try await perform(Invoices.enter, Inputs(rows: Invoices.rows), on: surface, resuming: run)
    #expect(run.status == .finished)
    #expect(
      await surface.deeds.filter { !$0.hasPrefix("navigate") } == [
        "fill Customer Ada", "fill Amount 120.00", "click Save", "fill Customer Bo", "fill Amount 75", "click Save",
      ])
  }

  @Test("A run is resumed only with the inputs it was begun with")
  func otherInputs() async throws {
    let surface = await Invoices.surface()
    let begun = try CompiledWorkflow(Invoices.enter, inputs: Inputs(rows: Invoices.rows)).run
    let run = try await perform(
      Invoices.enter, Inputs(rows: [["customer": "Eve", "amount": "1"]]), on: surface, resuming: begun)
    guard case .halted(let halt) = run.status else {
      Issue.record("It went on with other rows.")
      return
    }
    #expect(halt.code == .valueMissing)
    #expect(await surface.deeds == [])
  }

  @Test("An effect that is not seen halts, and the person says whether the step took")
  func effectMissing() async throws {
    let surface = await Invoices.surface()
    await surface.after("click Save", [], show: nil)
    var run = try await perform(Invoices.enter, Inputs(rows: [Invoices.rows[0]]), on: surface)
    guard case .halted(let halt) = run.status else {
      Issue.record("It did not look.")
      return
    }
    #expect(halt.code == .effectMissing)
    #expect(run.isUnconfirmed)
    let person = Person(answers: [
      "The last step was carried out, but what follows it was not seen. Did it take effect?": "yes"
    ])
    run = try await perform(Invoices.enter, Inputs(rows: [Invoices.rows[0]]), on: surface, by: person, resuming: run)
    #expect(run.status == .finished)
    #expect(await surface.deeds.filter { $0 == "click Save" }.count == 1)
  }

  @Test(
    "An answer that is neither yes nor no does nothing again, and is asked for once more",
    arguments: ["", "maybe", "yess"])
  func unclearAnswer(_ answer: String) async throws {
    let surface = await Invoices.surface()
    await surface.after("click Save", [], show: nil)
    let begun = try await perform(Invoices.enter, Inputs(rows: [Invoices.rows[0]]), on: surface)
    let person = Person(answers: [
      "The last step was carried out, but what follows it was not seen. Did it take effect?": answer
    ])
    let run = try await perform(
      Invoices.enter, Inputs(rows: [Invoices.rows[0]]), on: surface, by: person, resuming: begun)
    guard case .halted(let halt) = run.status else {
      Issue.record("It went on.")
      return
    }
    #expect(halt.code == .refused)
    #expect(run.isUnconfirmed)
    #expect(await surface.deeds.filter { $0 == "click Save" }.count == 1)
  }

  @Test("A dialog that never opened before halts the run")
  func surprise() async throws {
    let surface = await Invoices.surface()
    await surface.after("fill Amount", [.dialog(kind: "confirm", message: "Sell?")])
    let run = try await perform(Invoices.enter, Inputs(rows: Invoices.rows), on: surface)
    guard case .halted(let halt) = run.status else {
      Issue.record("It went on.")
      return
    }
    #expect(halt.code == .effectUnexpected)
  }

  @Test("A step that leads to another site halts the run")
  func otherSite() async throws {
    let surface = await Invoices.surface()
    await surface.after(
      "click Save", [.submitted, .navigation(to: "https://evil.example/", cause: .form)], show: "https://evil.example/")
    let run = try await perform(Invoices.enter, Inputs(rows: Invoices.rows), on: surface)
    guard case .halted(let halt) = run.status else {
      Issue.record("It went on.")
      return
    }
    #expect(halt.code == .outOfScope)
    #expect(await surface.deeds.last == "click Save")
  }

  @Test("A secret is asked of the person, filled in, and kept nowhere")
  func secret() async throws {
    var field = Element.field("Password", type: "password")
    field.states = [.secret]
    field.value = nil
    let workflow = Invoices.workflow([
      .perform(Invoices.step("p", .fill("‹password›"), on: field, value: .constant("‹password›")))
    ])
    let surface = await Invoices.surface([field])
    let person = Person(secret: "hunter2-planted")
    let run = try await perform(workflow, on: surface, by: person)
    #expect(run.status == .finished)
    #expect(await surface.deeds.last == "fill Password hunter2-planted")
    #expect(person.memory.secrets == 1)
    #expect(person.memory.plans[0].steps.last?.value == .secret)
    let bytes = String(decoding: try JSONEncoder().encode(run), as: UTF8.self)
    #expect(!bytes.contains("hunter2"))
  }

  @Test("A run stops when its steps are used up")
  func budget() async throws {
    let surface = await Invoices.surface()
    var limits = Invoices.limits
    limits.steps = 2
    let performer = Performer(surfaces: [surface], approver: Person(), limits: limits)
    let run = await performer.perform(try CompiledWorkflow(Invoices.enter, inputs: Inputs(rows: Invoices.rows)))
    guard case .halted(let halt) = run.status else {
      Issue.record("It went on.")
      return
    }
    #expect(halt.code == .budgetSpent)
    #expect(run.done.count == 2)
  }

  @Test("A rehearsal lists what would be done and touches nothing")
  func rehearsal() throws {
    let plan = try CompiledWorkflow(Invoices.enter, inputs: Inputs(rows: [Invoices.rows[0]])).plan
    #expect(
      plan.lines == [
        "1. If its page is not open: Open \(Invoices.form)", "2. fill Customer: Ada",
        "3. fill Amount: 120.00", "! 4. click Save",
      ])
    #expect(plan.origins == [Invoices.origin])
    #expect(plan.consequence == .irreversible)
  }
}
