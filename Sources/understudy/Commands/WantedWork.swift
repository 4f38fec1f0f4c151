import Findings
import Learn
import Trace

/// What a person wants done: a workflow, named or asked for in a sentence, and the values the sentence gives.
struct WantedWork {
  var workflow: Workflow
  /// By the name of the parameter or column.
  var values: [String: String] = [:]

  /// - Parameter given: the names of what is given elsewhere, which is not asked for.
  init(_ text: String, in past: Past, given: Set<String>, _ terminal: Terminal) throws {
    if let workflow = try past.workflowCalled(text) {
      self.workflow = workflow
      return
    }
    let workflows = Dictionary(past.workflows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let reading: RequestReading
    switch RequestReader(past.workflows).read(text) {
    case .clear(let clear): reading = clear
    case .unsure(let readings): reading = try Self.ask(which: readings, of: workflows, text, terminal)
    case .nothing: throw Failure.noWorkflow(called: text, among: past.workflows)
    }
    guard let workflow = workflows[reading.workflow] else {
      throw Failure.noWorkflow(called: text, among: past.workflows)
    }
    self.workflow = workflow
    values = Dictionary(reading.values.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    Self.lines(for: reading, of: workflow).forEach(terminal.say)
    // What the person decides each time is asked when it comes to that.
    for parameter in workflow.parameters where reading.missing.contains(parameter.name) && !parameter.isJudgement {
      guard given.isDisjoint(with: [parameter.name, parameter.column ?? parameter.name]) else { continue }
      let before = parameter.examples.first.map { " (before, for example: \($0))" } ?? ""
      if let answer = terminal.ask("\(parameter.name)\(before): "), !answer.isEmpty { values[parameter.name] = answer }
    }
  }

  private static func ask(
    which readings: [RequestReading], of workflows: [Workflow.ID: Workflow], _ text: String, _ terminal: Terminal
  ) throws -> RequestReading {
    let names = readings.compactMap { workflows[$0.workflow]?.name }
    guard terminal.canAsk else {
      throw Failure(
        .noSuchWorkflow,
        "“\(text)” is not clear: it could mean \(names.map { "“\($0)”" }.joined(separator: " or ")). Write the "
          + "workflow's name, and values as --set name=value.")
    }
    terminal.say("“\(text)” is not clear. Is it one of these?")
    for (number, name) in names.enumerated() { terminal.say("  \(number + 1)  \(name)") }
    guard let answer = terminal.ask("Its number, or nothing to stop: "), let number = Int(answer),
      readings.indices.contains(number - 1)
    else { throw Failure(.noSuchWorkflow, "Nothing was chosen, so nothing was done.") }
    return readings[number - 1]
  }

  /// What was understood, in words.
  static func lines(for reading: RequestReading, of workflow: Workflow) -> [String] {
    var lines = ["Understood: \(workflow.name)"]
    for value in reading.values {
      let why =
        switch value.reason {
        case .named: "you named it"
        case .known: "known from before"
        case .alike: "it looks like those before"
        case .left: "nothing else was left for it"
        }
      lines.append("  \(value.name): \(value.text)  (\(why))")
    }
    if !reading.missing.isEmpty { lines.append("  not said: \(reading.missing.joined(separator: ", "))") }
    if !reading.unread.isEmpty {
      lines.append("  not understood: \(reading.unread.map { "“\($0)”" }.joined(separator: ", "))")
    }
    return lines
  }
}
