import Foundation
import SurfaceTesting
import Testing
import Trace

@testable import BrowserSurface

@Suite("Secrets never leave the page", .serialized)
struct SecretTests {
  /// What is typed into each field; every text stands for itself alone.
  static let planted = [
    "#password": "planted-password", "#renewed": "planted-renewed", "#old": "planted-old", "#chosen": "planted-chosen",
    "#card": "4111111111111111", "#expires": "11/2038", "#holder": "Planted Holder", "#code": "918273",
    "#dots": "planted-dots", "#editor": "planted-editor", "#words": "planted-words", "#part >> #inner": "planted-inner",
  ]

  @Test("What is typed into a secret field is in no event, and its element says that it is secret")
  func typed() async throws {
    let tried = try await RecordedBrowser("secrets.html", folder: RecordedBrowser.pages)
    for (field, text) in Self.planted.sorted(by: { $0.key < $1.key }) {
      try await tried.hand.click(field)
      try await tried.hand.type(text)
    }
    // A code so short that it stands in many places is looked for in the one where it could be told.
    try await tried.hand.click("#back")
    try await tried.hand.type("737")
    try await tried.hand.click("#send")
    // A click and a fill each, and the last click.
    let events = try await tried.events.next(2 * (Self.planted.count + 1) + 1)
    let fills = events.compactMap { event in event.action.flatMap { if case .fill(let text) = $0 { text } else { nil } }
    }
    #expect(fills.count == Self.planted.count + 1)
    #expect(fills.allSatisfy { Withheld($0) != nil }, "\(fills)")
    for event in events where event.action?.verb == .fill {
      #expect(event.element?.states.contains(.secret) == true)
      #expect(event.element?.value == nil)
    }
    try expectNone(of: Array(Self.planted.values) + ["737\""], in: events)
    await tried.end()
  }

  @Test("A password that is a number, or a word that messages are made of, takes nothing else away")
  func plainWords() async throws {
    let tried = try await RecordedBrowser("secrets.html", folder: RecordedBrowser.pages)
    for (field, text) in [("#password", "element"), ("#renewed", "0000"), ("#old", "pass word/1")] {
      try await tried.hand.click(field)
      try await tried.hand.type(text)
    }
    let _: Bool = try await tried.hand.evaluate("history.replaceState(null, '', '?back=pass%20word%2F1') ?? true")
    try await tried.hand.click("#send")
    // The address that the page takes is told by the browser, which does not know what is secret in it.
    let acts = try await tried.events.settle().filter { $0.action != nil }
    let verbs: [Verb?] = [.click, .fill, .click, .fill, .click, .fill, .click]
    #expect(acts.map { $0.action?.verb } == verbs)
    #expect(acts.allSatisfy { $0.element != nil })
    try expectNone(of: ["pass word/1", "pass%20word%2F1"], in: acts)
    await tried.end()
  }

  @Test("A password that is shown, drawn anew, copied or echoed by the page is a secret still")
  func shown() async throws {
    let tried = try await RecordedBrowser("secrets.html", folder: RecordedBrowser.pages)
    let hand = tried.hand
    try await hand.click("#show")
    try await hand.click("#password")
    try await hand.type("planted-shown")
    // Its text is in the greeting's name and in the title now.
    try await hand.click("#say")
    try await hand.click("#redraw")
    try await hand.click("#renewedAgain")
    try await hand.type("planted-redrawn")
    try await hand.press(Chord("a", modifiers: [.control]), command: "selectAll")
    try await hand.press(Chord("c", modifiers: [.control]), command: "copy")
    try await hand.click("#plain")
    try await hand.press(Chord("v", modifiers: [.control]), command: "paste")
    try await hand.type("!")
    try await hand.click("#reveal")
    try await hand.click("#turned")
    try await hand.type("more")
    try await hand.click("#part >> #innerShow")
    try await hand.click("#part >> #inner")
    try await hand.type("planted-inner")
    try await hand.click("#send")
    let events = try await tried.events.settle()
    let told = events.compactMap(\.action).compactMap { action in
      switch action {
      case .fill(let text), .copy(let text), .paste(let text, _): text
      default: nil
      }
    }
    #expect(
      told == [
        "‹password›", "‹password›", "‹password›", "‹password›", "‹password›!", "‹hidden›", "‹password›",
      ])
    try expectNone(
      of: ["planted-shown", "planted-redrawn", "planted-inner", "planted-hidden-token", "planted-hidden-turned"],
      in: events)
    await tried.end()
  }

  /// Looks for secrets in everything that was recorded: as they are, and as base64 and UTF-16 would write them.
  private func expectNone(of secrets: [String], in events: [Event]) throws {
    #expect(!events.isEmpty)
    let bytes = try JSONEncoder().encode(events)
    for secret in secrets {
      #expect(bytes.firstRange(of: Data(secret.utf8)) == nil, "\(secret) was recorded")
      #expect(bytes.firstRange(of: Data(secret.utf8).base64EncodedData().dropLast(4)) == nil)
      #expect(bytes.firstRange(of: secret.data(using: .utf16LittleEndian) ?? Data()) == nil)
    }
  }
}
