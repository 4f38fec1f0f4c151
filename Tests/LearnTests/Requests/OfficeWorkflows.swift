import Trace

/// Workflows of an office, as they are found: what they need, what their fields are called, what was entered before.
enum OfficeWorkflows {
  static let all = [
    workflow(
      "Add invoice",
      [
        Parameter(
          name: "customer", kind: .choice,
          examples: ["Iris Printing", "Amber Bicycles", "Foxglove Books", "Quay Street Studio"]),
        Parameter(name: "number", kind: .text, examples: ["R-1116-196", "R-1116-219"]),
        Parameter(name: "date", kind: .date, examples: ["12.11.2026", "14.11.2026"]),
        Parameter(name: "amount", kind: .number, examples: ["1058.48", "88.00"]),
      ]),
    workflow(
      "Change invoice: Status, Reason",
      [
        Parameter(name: "number", kind: .text, examples: ["R-1116-184", "R-1116-272"]),
        Parameter(name: "status", kind: .choice, examples: ["Approved", "Rejected"], isJudgement: true),
        Parameter(
          name: "reason", kind: .text,
          examples: ["Asked for the papers", "Fits the contract", "Small, no doubt", "Price is not the agreed one"],
          isJudgement: true),
      ]),
    workflow(
      "Change ticket: Priority, Assignee",
      [
        Parameter(
          name: "title", kind: .text,
          examples: ["Billing: a payment was not booked (T-306)", "Login: the password is refused (T-103)"]),
        Parameter(name: "priority", kind: .choice, examples: ["High", "Normal", "Low"], isJudgement: true),
        Parameter(name: "assignee", kind: .choice, examples: ["Billing team", "Support team"]),
      ]),
    workflow(
      "Add customer",
      [
        Parameter(name: "name", kind: .text, examples: ["Lantern Theatre", "Mistral Sails"]),
        Parameter(name: "contact person", kind: .text, examples: ["Eva Thorn", "Max Berg"]),
        Parameter(name: "email", kind: .email, examples: ["‹email 16d227850b›"]),
        Parameter(
          name: "address", kind: .text, examples: ["Duck Pond 7, 04109 Leipzig", "Gate Street 4, 24103 Kiel"]),
      ]),
    workflow(
      "Forward mail",
      [
        Parameter(name: "from", kind: .text, examples: ["Clara", "Jonas"]),
        Parameter(name: "to", kind: .text, examples: ["Mia", "Paul"]),
      ]),
    workflow("Export report", [Parameter(name: "month", kind: .choice, examples: ["January", "February", "March"])]),
  ]

  private static func workflow(_ name: String, _ parameters: [Parameter]) -> Workflow {
    let steps = parameters.enumerated().map { number, parameter -> Instruction in
      let label = parameter.name.prefix(1).uppercased() + parameter.name.dropFirst()
      let element = Element(
        role: parameter.kind == .choice ? .combobox : .textbox, name: label,
        options: parameter.kind == .choice ? parameter.examples.sorted() : [])
      return .perform(
        StepTemplate(
          id: "s\(number)", surface: .browser,
          place: PlaceTemplate(application: "Chromium", origin: "https://office.example", path: ["/"]),
          action: parameter.kind == .choice ? .select([]) : .fill(""), target: Target(examples: [element]),
          value: .parameter(parameter.name), summary: "Fill “\(label)”", evidence: []))
    }
    return Workflow(
      id: name.lowercased().filter { $0.isLetter }, name: name, program: Program(steps), parameters: parameters,
      variants: [], episodes: [])
  }
}
