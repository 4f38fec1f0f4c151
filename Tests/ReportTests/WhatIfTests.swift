import Report
import Scripted
import Testing
import Trace

@Suite("What a machine would know without a part of what was recorded")
struct WhatIfTests {
  private let worker = ScriptedWorker(seed: 1, days: 5)

  private func whatIf(without path: String) -> (WhatIf, Audit) {
    let whole = Audit.make(events: worker.events, days: worker.days)
    let rest = worker.events.filter { !$0.place.document.contains(path) }
    let left = Audit.make(events: rest, days: worker.days)
    return (WhatIf(whole, without: left, what: path, events: worker.events.count - rest.count), whole)
  }

  @Test("Without the page of a workflow it is not known any more, and the others are as before")
  func lost() {
    let (whatIf, whole) = whatIf(without: "/approval/")
    #expect(whatIf.carriedOut.with == whole.figures.carriedOut.seconds)
    #expect(whatIf.workflows.map(\.name).filter { $0.contains("approval") }.count == 1)
    #expect(whatIf.workflows.first { $0.name.contains("approval") }?.episodesLeft == 0)
    #expect(!whatIf.workflows.contains { $0.name.contains("invoice") && $0.episodesLeft == 0 })
    #expect(whatIf.unseen.contains { $0.hasSuffix(": Decision") })
    #expect(!whatIf.unseen.contains { $0.hasSuffix(": amount") })
    #expect(whatIf.text().contains("not known any more"))
  }

  @Test("Without a place that was never recorded nothing is different")
  func nothing() {
    let (whatIf, _) = whatIf(without: "/nowhere/")
    #expect(whatIf.workflows.isEmpty && whatIf.unseen.isEmpty)
    #expect(whatIf.carriedOut.with == whatIf.carriedOut.without)
    #expect(whatIf.text() == "Nothing of /nowhere/ was recorded: without it nothing is different.\n")
  }
}
