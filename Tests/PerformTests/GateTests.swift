import Perform
import Surfaces
import Testing
import Trace

@Suite("The gate")
struct GateTests {
  private let plan: Plan
  private let compiled: CompiledWorkflow

  init() throws {
    compiled = try CompiledWorkflow(Invoices.enter, inputs: Inputs(rows: [Invoices.rows[0]]))
    plan = compiled.plan
  }

  private func proposal(
    _ template: StepTemplate = Invoices.save, value: PlannedValue = .none,
    element: Element = .button("Save", type: "submit"),
    at document: String = Invoices.form, frames: [String] = []
  ) -> Proposal {
    let place = Place(application: "Paper", window: "1", document: document, frames: frames)
    var intent = Intent(template: template, action: template.action, value: value, row: 0)
    if case .known(let text) = value { intent.action = .fill(text) }
    intent.place = Place(application: "Paper", window: "1", document: document)
    intent.element = ObservedElement(handle: ElementHandle(rawValue: "e"), place: place, element: element)
    return Proposal(.act(intent), at: Cursor())
  }

  @Test("What was approved is let through, once")
  func once() async {
    let gate = ApprovalGate()
    await gate.approve(plan)
    #expect(await gate.decide(proposal(), under: plan) == .allowed)
    await gate.spend(proposal(), under: plan)
    #expect(await gate.decide(proposal(), under: plan) == .ask(["It was already done once in this run."]))
  }

  @Test("What was not approved is asked")
  func unapproved() async {
    let gate = ApprovalGate()
    #expect(await gate.decide(proposal(), under: plan) == .ask(["The plan with this step was not approved."]))
  }

  @Test("A plan that was changed after it was approved is not the approved plan")
  func tampered() async {
    let gate = ApprovalGate()
    await gate.approve(plan)
    var other = plan
    let index = other.steps.firstIndex { $0.step == "amount" } ?? 0
    other.steps[index].value = .known("9999")
    let act = proposal(Invoices.fillAmount, value: .known("9999"), element: .field("Amount"))
    #expect(await gate.decide(act, under: other) == .ask(["The plan with this step was not approved."]))
  }

  @Test("An approval runs out")
  func expires() async throws {
    let gate = ApprovalGate(validity: .milliseconds(1))
    await gate.approve(plan)
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .milliseconds(3) { await Task.yield() }
    #expect(await gate.decide(proposal(), under: plan) == .ask(["The approval of the plan has run out."]))
  }

  @Test(
    "What differs from the approved is asked with the exact values",
    arguments: [
      (
        Element.button("Delete all", type: "submit"), PlannedValue.none,
        "It is called “Delete all” and not “Save”, as demonstrated."
      ),
      (Element.link("Save"), PlannedValue.none, "It is a link and not a button, as demonstrated."),
    ])
  func differs(element: Element, value: PlannedValue, difference: String) async {
    let gate = ApprovalGate()
    await gate.approve(plan)
    #expect(await gate.decide(proposal(value: value, element: element), under: plan) == .ask([difference]))
  }

  @Test("Another value than the approved one is asked, and its approval holds for that value alone")
  func otherValue() async {
    let gate = ApprovalGate()
    await gate.approve(plan)
    let act = proposal(Invoices.fillAmount, value: .known("121"), element: .field("Amount"))
    #expect(await gate.decide(act, under: plan) == .ask(["The value is “121” and not “120.00”, as approved."]))
    await gate.approve(act, under: plan)
    #expect(await gate.decide(act, under: plan) == .allowed)
    let third = proposal(Invoices.fillAmount, value: .known("122"), element: .field("Amount"))
    #expect(await gate.decide(third, under: plan) == .ask(["The value is “122” and not “120.00”, as approved."]))
  }

  @Test("A button that sends a form, where the demonstrated one did not, is asked")
  func graver() async throws {
    let preview = Invoices.step("preview", .click(Click()), on: .button("Preview"))
    let compiled = try CompiledWorkflow(Invoices.workflow([.perform(preview)]), inputs: Inputs(rows: [[:]]))
    let gate = ApprovalGate()
    await gate.approve(compiled.plan)
    let act = proposal(preview, element: .button("Preview", type: "submit"))
    #expect(
      await gate.decide(act, under: compiled.plan)
        == .ask([
          "What it acts on now can send or destroy something; what was demonstrated did not."
        ]))
  }

  @Test(
    "Nothing is done at another site, not even in a frame of it",
    arguments: [("https://evil.example/", []), (Invoices.form, ["https://evil.example/frame"])])
  func elsewhere(document: String, frames: [String]) async {
    let gate = ApprovalGate()
    await gate.approve(plan)
    let decision = await gate.decide(proposal(at: document, frames: frames), under: plan)
    #expect(decision == .refused("It is at a site that this workflow does not name."))
  }

  @Test("A step that the plan does not have is refused")
  func unknownStep() async {
    let gate = ApprovalGate()
    await gate.approve(plan)
    let act = proposal(Invoices.step("extra", .click(Click()), on: .button("Save")))
    #expect(await gate.decide(act, under: plan) == .refused("This step is not part of the approved plan."))
  }
}

@Suite("Consequences and kinds")
struct ConsequenceTests {
  @Test(
    "A step is classed by what followed it, then by what it acts on",
    arguments: [
      (Invoices.step("a", .fill("x"), on: .field("Name")), Consequence.reversible),
      (Invoices.step("a", .scroll(x: 0, y: 1), on: .field("Name")), .reads),
      (Invoices.step("a", .click(Click()), on: .link("Open")), .reads),
      (Invoices.step("a", .click(Click()), on: .link("Delete invoice")), .irreversible),
      (Invoices.step("a", .click(Click()), on: .link("How we share costs")), .reads),
      (Invoices.step("a", .click(Click()), on: .button("Preview")), .reversible),
      (Invoices.step("a", .click(Click()), on: .button("OK", type: "submit")), .irreversible),
      (Invoices.step("a", .click(Click()), on: .button("OK"), effects: [.submitted]), .irreversible),
      (
        Invoices.step("a", .click(Click()), on: .button("OK"), effects: [.navigation(to: Invoices.place("/x"))]),
        .irreversible
      ),
      (
        Invoices.step("a", .click(Click()), on: .link("Open"), effects: [.navigation(to: Invoices.place("/x"))]), .reads
      ),
      (Invoices.step("a", .press(Chord("Enter")), effects: [.submitted]), .irreversible),
      (Invoices.step("a", .press(Chord("Tab"))), .reads),
      (Invoices.step("a", .click(Click()), on: .button("OK"), effects: [.dialog(kind: "confirm")]), .irreversible),
      (Invoices.step("a", .answer(accepted: true, text: nil)), .irreversible),
      (Invoices.step("a", .answer(accepted: false, text: nil)), .reversible),
      (Invoices.step("a", .upload([])), .irreversible),
      (Invoices.step("a", .navigate("https://office.example/", cause: .typed)), .reads),
    ])
  func consequence(step: StepTemplate, consequence: Consequence) {
    #expect(Consequence(of: step) == consequence)
  }
}
