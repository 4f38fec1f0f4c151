import Foundation
import Testing
import Trace

@testable import Guard

@Suite("Every text of an event is visited")
struct TextsTests {
  static let occurrences: [Event.Occurrence] =
    Action.every(holding: "canary", element: .full(of: "canary"), place: place).map(Event.Occurrence.action)
    + Signal.every(holding: "canary").map(Event.Occurrence.signal)

  static let place = Place(
    application: "Chromium", window: "1", title: "canary", document: "canary", query: "canary", frames: ["canary"])

  @Test("There is a sample of every kind of action")
  func everyVerb() {
    let verbs = Set(TextsTests.occurrences.compactMap { if case .action(let action) = $0 { action.verb } else { nil } })
    #expect(verbs == Set(Verb.allCases))
  }

  @Test("No copy of a value is left out", arguments: occurrences)
  func nothingIsLeftOut(occurrence: Event.Occurrence) throws {
    var planted = event(occurrence, on: .full(of: "canary"), in: TextsTests.place)
    #expect(try json(planted).contains("canary"))
    planted.rewriteTexts { _, text in text.replacing("canary", with: "") }
    #expect(try !json(planted).contains("canary"))
  }

  @Test("Rewriting every text to itself changes nothing", arguments: occurrences)
  func identity(occurrence: Event.Occurrence) {
    let original = event(occurrence, on: .full(of: "canary"), in: TextsTests.place)
    var copy = original
    copy.rewriteTexts { _, text in text }
    #expect(copy == original)
  }

  private func json(_ event: Event) throws -> String {
    String(decoding: try JSONEncoder().encode(event), as: UTF8.self)
  }
}
