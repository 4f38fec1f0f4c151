import Foundation
import Learn
import Testing
import Trace

@Suite("A model as a file")
struct ModelTests {
  private static let model: Model = {
    var next = NextStepModel()
    let episode = EventID(session: "s", sequence: 1)
    next.learn([
      Step(
        id: episode, events: [episode], time: Moment(seconds: 0), surface: .browser,
        place: Place(application: "Chromium", window: "1", document: "https://office.example/"),
        action: .click(Click()), element: Element(role: .button, name: "Save"))
    ])
    return Model(
      lineage: Model.Lineage(
        code: "0.1.0", seed: 1, grants: ["b", "a"], sessions: ["s"], episodes: [episode], events: 1),
      workflows: OfficeWorkflows.all, next: next,
      records: [
        TrialRecord(workflow: "addinvoice", episodes: 3, right: 3, threshold: RiskThreshold(risk: 0.1, cases: []))
      ])
  }()

  @Test("It is read as it was written, and written the same again")
  func roundTrip() throws {
    let bytes = try Self.model.bytes()
    let read = try Model(reading: bytes)
    #expect(read == Self.model)
    #expect(try read.bytes() == bytes)
    #expect(read.lineage.grants == ["a", "b"])
    #expect(read.record(of: "addinvoice")?.right == 3)
    #expect(read.record(of: "other") == nil)
  }

  @Test("One of a newer format is refused as that, and what is no model as damaged")
  func refused() throws {
    let bytes = try Self.model.bytes()
    let newer = String(decoding: bytes, as: UTF8.self).replacing("\"format\":1", with: "\"format\":7")
    #expect(throws: ModelError.newer(7)) { try Model(reading: Data(newer.utf8)) }
    for damaged in [Data(), bytes.dropLast(), Data("{\"format\":1}".utf8), Data("null".utf8)] {
      #expect(throws: ModelError.damaged) { try Model(reading: damaged) }
    }
  }

  @Test("A locator says what it weighs most: what is rare and stays")
  func locatorWeights() {
    let save = Element(role: .button, name: "Save", attributes: ["tag": "button", "id": "save"])
    let weights = Locator(examples: [save]).weights()
    #expect(weights.map(\.trait) == ["id", "name", "tag", "role"])
    #expect(zip(weights, weights.dropFirst()).allSatisfy { $0.bits >= $1.bits })
    #expect(Locator(examples: []).weights().isEmpty)
  }
}
