import Learn
import Testing
import Trace

/// The workflow under trial: for each row, fill in customer and amount, choose a status (a judgement), save.
@Suite("A trial of a workflow on what a person did")
struct TrialTests {
  private static let form = "https://office.example/invoice/add/"
  private static let list = "https://office.example/invoice/"
  private static let table = Table(
    name: "invoices.csv", columns: ["customer", "amount"], rows: [["Adler", "12.50"], ["Braun", "7.00"]])

  private static let workflow: Workflow = {
    func template(
      _ id: String, _ action: Action, _ element: Element, value: ValueSource? = nil, effects: [Effect] = []
    ) -> Instruction {
      .perform(
        StepTemplate(
          id: id, surface: .browser,
          place: PlaceTemplate(application: "Chromium", origin: "https://office.example", path: ["/invoice/add/"]),
          action: action, target: Target(examples: [element]), value: value, effects: effects, summary: id,
          evidence: []))
    }
    let shown = PlaceTemplate(application: "Chromium", origin: "https://office.example", path: ["/invoice/"])
    return Workflow(
      id: "add-invoice", name: "Add invoice",
      program: Program([
        .loop(
          .rows(columns: ["customer", "amount"]),
          body: [
            template("s1", .fill(""), field("Customer"), value: .column("customer")),
            template("s2", .fill(""), field("Amount"), value: .column("amount")),
            template("s3", .select([]), field("Status"), value: .parameter("status")),
            .optional(
              [template("s4", .fill(""), field("Note"), value: .constant("checked"))], when: nil, share: 0.5),
            template("s5", .click(Click()), button("Save"), effects: [.submitted, .navigation(to: shown)]),
          ])
      ]),
      parameters: [Parameter(name: "status", kind: .choice, isJudgement: true)], variants: [], episodes: [])
  }()

  private static func field(_ name: String) -> Element {
    Element(role: name == "Status" ? .combobox : .textbox, name: name, attributes: ["id": name])
  }
  private static func button(_ name: String) -> Element { Element(role: .button, name: name) }

  private static func step(_ action: Action, _ element: Element, leadsTo address: String? = nil) -> Step {
    let id = EventID(session: "day", sequence: 1)
    let signals = address.map { [Signal.submitted, .navigation(to: $0, cause: .form)] } ?? []
    return Step(
      id: id, events: [id], time: Moment(seconds: 0), surface: .browser,
      place: Place(application: "Chromium", window: "1", document: form), action: action, element: element,
      signals: signals)
  }

  private static func entries(_ customer: String, _ amount: String) -> [Step] {
    [
      step(.fill(customer), field("Customer")), step(.fill(amount), field("Amount")),
      step(.select(["Open"]), field("Status")),
    ]
  }

  private static func trial(_ steps: [Step]) -> Trial {
    Rehearsal(of: workflow, tables: [table]).trial(along: steps)
  }

  private static let save = step(.click(Click()), button("Save"), leadsTo: list)

  @Test("Values of the row come from the file, whichever row it is; a decision is asked for")
  func row() {
    let trial = Self.trial(Self.entries("Braun", "7.00") + [Self.save])
    #expect(trial.steps.map(\.fit) == [.alone, .alone, .asked(.judgement("status")), .alone])
    #expect(trial.isRight(from: 1))
  }

  @Test("A value that is not the row's is wrong until it has been entered")
  func otherValue() {
    let table = Table(
      name: "b.csv", columns: ["customer", "amount"],
      rows: [["Adler", "7.00"], ["Braun", "7.00"], ["Celik", "9.00"]])
    let steps = Self.entries("Braun", "7.0") + [Self.save]
    let trial = Rehearsal(of: Self.workflow, tables: [table]).trial(along: steps)
    #expect(trial.steps[1].fit == .otherwise)
    #expect(!trial.isRight(from: 1) && trial.isRight(from: 2))
  }

  @Test("In whatever order a form is filled, it is the same; a field left out is not")
  func order() {
    let entries = Self.entries("Adler", "12.50")
    #expect(Self.trial([entries[1], entries[2], entries[0], Self.save]).isRight(from: 0))
    #expect(!Self.trial([entries[0], entries[2], Self.save]).isRight(from: 1))
  }

  @Test("What only some episodes have is asked for, and may be left out")
  func optional() {
    let note = Self.step(.fill("checked"), Self.field("Note"))
    let trial = Self.trial(Self.entries("Adler", "12.50") + [note, Self.save])
    #expect(trial.steps[3].fit == .asked(.judgement("s4")))
    #expect(trial.isRight(from: 1))
  }

  @Test(
    "A form is sent all the same by Enter, and by the button that shows it anew; by one that leads elsewhere it is not")
  func sent() {
    let entries = Self.entries("Adler", "12.50")
    let another = Self.step(.click(Click()), Self.button("Save and add another"), leadsTo: Self.form)
    let enter = Self.step(.press(Chord("Enter")), Self.field("Amount"), leadsTo: Self.list)
    let delete = Self.step(.click(Click()), Self.button("Delete"), leadsTo: Self.list)
    #expect(Self.trial(entries + [another]).isRight(from: 1))
    #expect(Self.trial(entries + [enter]).isRight(from: 1))
    #expect(Self.trial(entries + [delete]).steps[3].fit == .otherwise)
  }

  @Test("Going on where the person stopped is wrong")
  func stop() {
    let trial = Self.trial(Self.entries("Adler", "12.50"))
    #expect(!trial.isFinished && !trial.isRight(from: 1))
  }
}
