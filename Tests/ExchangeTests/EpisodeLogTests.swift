import Exchange
import Foundation
import Testing
import Trace

@Suite("Episodes as logs")
struct EpisodeLogTests {
  private let episode: Episode
  private let workflow: Workflow

  init() throws {
    func step(_ sequence: Int, _ action: Action, _ document: String, element: Element? = nil) -> Step {
      let id = EventID(session: "s", sequence: sequence)
      return Step(
        id: id, events: [id], time: Moment(seconds: Double(sequence)), duration: 0.5, surface: .browser,
        place: Place(application: "Chromium", window: "w1", document: document), action: action, element: element)
    }
    episode = try #require(
      Episode(
        steps: [
          step(1, .navigate("https://crm.test/invoice/", cause: .typed), "https://crm.test/invoice/"),
          step(
            2, .fill("12.50"), "https://crm.test/invoice/12/change/",
            element: Element(role: .textbox, name: "Amount")),
        ], isComplete: true))
    workflow = Workflow(
      id: "w-1", name: "Change an invoice", program: Program(), parameters: [], variants: [], episodes: [episode.id])
  }

  @Test("An episode is a trace, a step an event with its activity, time, place, element and value")
  func traces() throws {
    let log = EventLog(episodes: [episode], workflows: [workflow])
    #expect(log.starts == [0, 2])
    #expect(
      log.traces.attributes(at: 0) == [
        .init("concept:name", .string("s#1")), .init("workflow", .string("Change an invoice")),
        .init("complete", .boolean(true)),
      ])
    let attributes = log.events.attributes(at: 1)
    #expect(
      Set(attributes) == [
        .init("concept:name", .string("fill Amount")),
        .init("time:timestamp", .date(Moment(seconds: 2), offset: 0)), .init("step", .string("s#2")),
        .init("surface", .string("browser")), .init("application", .string("Chromium")),
        .init("document", .string("https://crm.test/invoice/12/change/")), .init("role", .string("textbox")),
        .init("element", .string("Amount")), .init("value", .string("12.50")), .init("duration", .float(0.5)),
      ])
    #expect(log.events.attributes(at: 0)[0] == .init("concept:name", .string("navigate https://crm.test")))
    #expect(try EventLog(xes: log.xes, named: "a.xes") == log)
  }

  @Test("A step's event touches its document, window, episode, workflow and the record that its address names")
  func objects() throws {
    let log = ObjectLog(episodes: [episode], workflows: [workflow])
    #expect(log.eventTypes.map(\.name) == ["fill Amount", "navigate https://crm.test"])
    #expect(
      log.objects.map(\.id) == [
        "workflow w-1", "episode s#1", "window s w1", "document https://crm.test/invoice/",
        "document https://crm.test/invoice/12/change/", "record https://crm.test invoice 12",
      ])
    #expect(log.objects[1].relationships == [.init("workflow w-1", "instance of")])
    #expect(
      log.events[1].relationships == [
        .init("episode s#1", "part of"), .init("workflow w-1", "step of"), .init("window s w1", "in"),
        .init("document https://crm.test/invoice/12/change/", "in"),
        .init("record https://crm.test invoice 12", "about"),
      ])
    #expect(try ObjectLog(ocel: log.ocel(), named: "a.json") == log)
  }
}
