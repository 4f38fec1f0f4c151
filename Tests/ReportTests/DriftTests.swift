import Distill
import Report
import Scripted
import Testing
import Trace

@Suite("What has changed since a procedure was written")
struct DriftTests {
  private let worker = ScriptedWorker(seed: 1, days: 4)

  private func invoices(_ events: [Event]) throws -> (Workflow, [Episode]) {
    let found = Distiller().distill(events)
    let workflow = try #require(found.workflows.first { $0.parameters.contains { $0.column == "amount" } })
    let own = Set(workflow.episodes)
    return (workflow, found.episodes.filter { own.contains($0.id) })
  }

  @Test("Work that goes on as it is written has not drifted, and each later episode is counted")
  func unchanged() throws {
    let (then, episodes) = try invoices(worker.events.filter { $0.time < worker.days[1].end })
    let (_, now) = try invoices(worker.events)
    let drift = try #require(Drift(of: Procedure(of: then, episodes: episodes), in: worker.events, now: now))
    #expect(drift.episodes == 16)
    #expect(drift.unchanged == 16)
  }

  @Test("A field that is filled every time from the third day on is named, with how often")
  func added() throws {
    let (then, episodes) = try invoices(worker.events.filter { $0.time < worker.days[1].end })
    let events = worker.events.flatMap { event -> [Event] in
      guard event.time >= worker.days[2].start, case .action(.fill) = event.occurrence, event.element?.name == "Amount"
      else { return [event] }
      var note = event
      note.id.sequence += 1
      note.element = Element(role: .textbox, name: "Cost centre", attributes: ["id": "id_centre", "tag": "input"])
      note.occurrence = .action(.fill("4711"))
      return [event, note]
    }
    // Numbers of their own again, twice as far apart.
    let renumbered = ScriptedWorker.renumbered(events)
    let (_, now) = try invoices(renumbered)
    let (before, own) = try invoices(renumbered.filter { $0.time < worker.days[1].end })
    #expect(before.episodes.count == then.episodes.count && own.count == episodes.count)
    let drift = try #require(Drift(of: Procedure(of: before, episodes: own), in: renumbered, now: now))
    #expect(drift.episodes == 16)
    #expect(drift.unchanged == 0)
    #expect(drift.added.map(\.step) == ["Fill “Cost centre” with “…”"])
    #expect(drift.added.map(\.episodes.count) == [16])
    #expect(drift.missing.isEmpty)
  }

  @Test("Where the work that it was written from is erased, nothing is compared")
  func erased() throws {
    let (then, episodes) = try invoices(worker.events.filter { $0.time < worker.days[1].end })
    let later = worker.events.filter { $0.time >= worker.days[2].start }
    let (_, now) = try invoices(later)
    #expect(Drift(of: Procedure(of: then, episodes: episodes), in: later, now: now) == nil)
  }

  @Test("Without anything written, it is compared with what the days before taught")
  func sinceADay() throws {
    let (_, now) = try invoices(worker.events)
    let start = worker.days[2].start
    let drift = try #require(Drift(since: start, in: worker.events, now: now))
    #expect(drift.episodes == 16 && drift.unchanged == 16)
    let events = worker.events.flatMap { event -> [Event] in
      guard event.time >= start, case .action(.fill) = event.occurrence, event.element?.name == "Amount" else {
        return [event]
      }
      var note = event
      note.element = Element(role: .textbox, name: "Cost centre", attributes: ["id": "id_centre", "tag": "input"])
      note.occurrence = .action(.fill("4711"))
      return [event, note]
    }
    let renumbered = ScriptedWorker.renumbered(events)
    let (_, changed) = try invoices(renumbered)
    let found = try #require(Drift(since: start, in: renumbered, now: changed))
    #expect(found.episodes == 16 && found.unchanged == 0)
    #expect(found.added.map(\.step) == ["Fill “Cost centre” with “…”"])
    // On the first day nothing could be known yet.
    #expect(Drift(since: worker.days[0].start, in: worker.events, now: now) == nil)
  }
}
