import Perform
import Surfaces
import Trace

/// A small office to perform in: a list of invoices, and a form that enters one.
enum Invoices {
  static let origin = "https://office.example"
  static let list = origin + "/invoices/"
  static let form = origin + "/invoices/add/"

  static func place(_ path: String) -> PlaceTemplate {
    PlaceTemplate(application: "Paper", origin: origin, path: [path])
  }

  static func step(
    _ id: String, _ action: Action, on element: Element? = nil, at path: String = "/invoices/add/",
    variable: Target.VariablePart? = nil, value: ValueSource? = nil, effects: [Effect] = []
  ) -> StepTemplate {
    StepTemplate(
      id: id, surface: .browser, place: place(path), action: action,
      target: element.map { Target(examples: [$0], variable: variable) }, value: value, effects: effects,
      summary: "\(action.verb.rawValue) \(element?.name ?? "")", evidence: [])
  }

  static let fillAmount = step("amount", .fill("1"), on: .field("Amount"), value: .column("amount"))
  static let fillCustomer = step("customer", .fill("x"), on: .field("Customer"), value: .column("customer"))
  static let save = step(
    "save", .click(Click()), on: .button("Save", type: "submit"),
    effects: [.submitted, .navigation(to: place("/invoices/"))])

  static let parameters = [
    Parameter(name: "customer", kind: .text, column: "customer"),
    Parameter(name: "amount", kind: .number, column: "amount"),
  ]

  static func workflow(
    _ instructions: [Instruction], parameters: [Parameter] = Invoices.parameters
  ) -> Workflow {
    Workflow(
      id: "w", name: "Enter an invoice", program: Program(instructions), parameters: parameters, variants: [],
      episodes: [])
  }

  static let enter = workflow([.perform(fillCustomer), .perform(fillAmount), .perform(save)])

  static let rows = [["customer": "Ada", "amount": "120.00"], ["customer": "Bo", "amount": "75"]]

  static func surface(_ extra: [Element] = []) async -> PaperSurface {
    let surface = PaperSurface(
      [
        form: [.field("Customer"), .field("Amount"), .button("Save", type: "submit"), .button("Preview")] + extra,
        list: [.link("Add"), .link("Export")],
      ], at: list)
    await surface.after("click Save", [.submitted, .navigation(to: list, cause: .form)], show: list)
    return surface
  }

  /// Quick to give up: nothing comes by itself on paper.
  static let limits = Limits(step: .milliseconds(60))
}

func perform(
  _ workflow: Workflow, _ inputs: Inputs = Inputs(), on surface: PaperSurface, by person: Person = Person(),
  resuming run: Run? = nil
) async throws -> Run {
  let performer = Performer(surfaces: [surface], approver: person, limits: Invoices.limits)
  return await performer.perform(try CompiledWorkflow(workflow, inputs: inputs), resuming: run)
}
