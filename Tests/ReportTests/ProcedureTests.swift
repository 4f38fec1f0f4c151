import Distill
import Foundation
import Report
import Scripted
import Testing
import Trace

@Suite("A workflow written down")
struct ProcedureTests {
  static func invoices() throws -> (Workflow, [Episode]) {
    let worker = ScriptedWorker(seed: 1, days: 3)
    let found = Distiller().distill(worker.events)
    let workflow = try #require(found.workflows.first { $0.parameters.contains { $0.column == "amount" } })
    return (workflow, found.episodes)
  }

  @Test("Has a line for each step, with verb, element and value, parameters named as such")
  func lines() throws {
    let (workflow, episodes) = try Self.invoices()
    let procedure = Procedure(of: workflow, episodes: episodes)
    #expect(procedure.lines.map(\.verb) == [.click, .fill, .fill, .fill, .click])
    #expect(procedure.lines.map(\.element) == ["Add invoice", "Customer", "Amount", "Due date", "Save"])
    #expect(procedure.lines.map(\.isVariable) == [false, true, true, true, false])
    #expect(procedure.lines[2].text == "Fill “Amount” with the amount")
    #expect(procedure.inputs.map(\.source).allSatisfy { $0.hasPrefix("the column") })
    #expect(procedure.checks == ["After “Click “Save””: the form is sent, https://office.example/invoice/ opens."])
  }

  @Test("As Markdown it is a list under the loop it belongs to")
  func markdown() throws {
    let (workflow, episodes) = try Self.invoices()
    let text = Procedure(of: workflow, episodes: episodes).markdown()
    #expect(text.hasPrefix("# \(workflow.name)\n"))
    #expect(text.contains("- For each row of the file with “customer”, “amount”, “due”:"))
    #expect(text.contains("    - **3.** Fill “Amount” with the amount\n"))
    #expect(text.contains("    - **5.** Click “Save” → the form is sent, https://office.example/invoice/ opens"))
    #expect(text.contains("| amount | number | the column “amount” of the file |"))
  }

  @Test("The same workflow gives the same bytes")
  func bytes() throws {
    let (first, episodes) = try Self.invoices()
    let (second, same) = try Self.invoices()
    #expect(Procedure(of: first, episodes: episodes).page() == Procedure(of: second, episodes: same).page())
    #expect(Procedure(of: first, episodes: episodes).markdown() == Procedure(of: second, episodes: same).markdown())
  }

  @Test("What was recorded stays text, in Markdown and in HTML")
  func escaped() throws {
    var (workflow, episodes) = try Self.invoices()
    workflow.name = "<script>alert(1)</script> | *bold* [link](javascript:x)"
    let procedure = Procedure(of: workflow, episodes: episodes)
    #expect(!procedure.page().contains("<script"))
    let text = procedure.markdown()
    #expect(!text.contains("<script") && !text.contains("*bold*") && !text.contains("[link]"))
  }

  @Test("What is done otherwise later is said: a field that came in, a step that fell away")
  func drift() throws {
    let (workflow, episodes) = try Self.invoices()
    let own = episodes.filter { workflow.episodes.contains($0.id) }
    #expect(Drift(of: workflow, in: own).unchanged == own.count)

    var changed = try #require(own.last)
    let note = Element(role: .textbox, name: "Cost centre", attributes: ["id": "id_centre"])
    var added = changed.steps[1]
    added.element = note
    added.action = .fill("4711")
    changed.steps.replaceSubrange(3...3, with: [added])
    let drift = Drift(of: workflow, in: [changed])
    #expect(drift.unchanged == 0)
    #expect(drift.added.map(\.step) == ["Fill “Cost centre” with “…”"])
    #expect(drift.missing.map(\.step) == ["Fill “Due date” with due"])
    #expect(drift.text().contains("also done, 1 time: Fill “Cost centre”"))
  }
}
