import BrowserSurface
import Foundation
import Learn
import SurfaceTesting
import Surfaces
import Testing
import Trace

@Suite("The contract of surfaces", .serialized)
struct ContractTests {
  /// What a person does in the page, and what must be recorded of it.
  static let cases: [ContractCase<BrowserHand>] = [
    ContractCase("a click on a button", [.click]) { try await $0.click("#plain") },
    ContractCase("a double click", [.click, .doubleClick]) { try await $0.click("#twice", count: 2) },
    ContractCase("a context click", [.contextClick]) { try await $0.click("#menu", button: .right) },
    ContractCase("a click in a shadow root", [.click]) { try await $0.click("#host >> #shadowed") },
    ContractCase("a click in a frame", [.click]) { try await $0.click("#frame >> #framed") },
    ContractCase("typing into a field", [.click, .fill]) { hand in
      try await hand.click("#customer")
      try await hand.type("Ada Lovelace")
      try await hand.press(Chord("Tab"))
    },
    ContractCase("typing over what a field holds", [.click, .fill]) { hand in
      try await hand.click("#amount")
      try await hand.press(Chord("a", modifiers: [.control]), command: "selectAll")
      try await hand.type("12")
      try await hand.press(Chord("Tab"))
    },
    ContractCase("typing into an editor", [.click, .fill]) { hand in
      try await hand.click("#editor")
      try await hand.press(Chord("a", modifiers: [.control]), command: "selectAll")
      try await hand.type("Hello")
      try await hand.click("#plain")
    },
    ContractCase("choosing from a list", [.select]) { hand in
      _ = try await hand.evaluate("document.getElementById('kind').focus() ?? 0", as: Int.self)
      try await hand.press(Chord("ArrowDown"))
      try await hand.press(Chord("Tab"))
    },
    ContractCase("setting a box by its label", [.check]) { try await $0.click("#paid") },
    ContractCase("setting a radio button", [.check]) { try await $0.click("#fast") },
    ContractCase("a shortcut", [.press]) { try await $0.press(Chord("s", modifiers: [.control])) },
    ContractCase("scrolling a list", [.scroll, .click]) { hand in
      try await hand.wheel(x: 0, y: 120, over: "#scroller")
      try await until {
        try await hand.evaluate("document.getElementById('scroller').scrollTop", as: Double.self) > 100
      }
      try await hand.click("#plain")
    },
    ContractCase("a link", [.click]) { try await $0.click("#next") },
    ContractCase("sending a form", [.click, .fill, .click]) { hand in
      try await hand.click("#q")
      try await hand.type("late")
      try await hand.click("#go")
    },
    ContractCase("sending a form by Enter", [.click, .fill, .press]) { hand in
      try await hand.click("#q")
      try await hand.type("late")
      try await hand.press(Chord("Enter"))
    },
    ContractCase("copying and pasting", [.copy, .click, .paste]) { hand in
      try await hand.click("#source", count: 3)
      try await hand.press(Chord("c", modifiers: [.control]), command: "copy")
      try await hand.click("#customer")
      try await hand.press(Chord("v", modifiers: [.control]), command: "paste")
    },
    ContractCase("cutting", [.click, .fill, .cut]) { hand in
      try await hand.click("#note")
      try await hand.type("Cut me")
      try await hand.press(Chord("a", modifiers: [.control]), command: "selectAll")
      try await hand.press(Chord("x", modifiers: [.control]), command: "cut")
    },
    ContractCase("a dialog accepted", [.click, .answer]) { hand in
      try await hand.click("#ask")
      try await until { (try? await hand.answer(accept: true)) != nil }
    },
    ContractCase("a dialog refused", [.click, .answer]) { hand in
      try await hand.click("#ask")
      try await until { (try? await hand.answer(accept: false)) != nil }
    },
    ContractCase("a prompt answered", [.click, .answer]) { hand in
      try await hand.click("#name")
      try await until { (try? await hand.answer(accept: true, text: "Ada")) != nil }
    },
    ContractCase("choosing several", [.select]) { hand in
      try await hand.click("#tags option:nth-child(1)", modifiers: [.control])
      try await hand.click("#tags option:nth-child(3)", modifiers: [.control])
      try await hand.click("#plain")
    },
    ContractCase("an upload", [.upload]) { try await $0.choose([ContractStage.attachment], in: "#file") },
    ContractCase("a date", [.fill]) { hand in
      _ = try await hand.evaluate("document.getElementById('due').focus() ?? 0", as: Int.self)
      try await hand.type("02292024")
      try await hand.press(Chord("Tab"))
      try await hand.click("#plain")
    },
    ContractCase("a slider", [.fill]) { hand in
      _ = try await hand.evaluate("document.getElementById('size').focus() ?? 0", as: Int.self)
      for _ in 0..<3 { try await hand.press(Chord("ArrowRight")) }
      try await hand.press(Chord("Tab"))
    },
    ContractCase("going back", [.click, .navigate]) { hand in
      try await hand.click("#next")
      // A page that is on its way out answers nothing.
      try await until { (try? await hand.evaluate("document.title", as: String.self)) == "Next" }
      // Right after a click, the page itself could have gone back.
      try await Task.sleep(for: .milliseconds(1_100))
      try await hand.go(-1)
    },
    ContractCase("a drag with the pointer", [.drag]) { try await $0.drag("#knob", to: "#basket") },
    ContractCase("dragging a card", [.drag]) { try await $0.drag("#card", to: "#basket") },
  ]

  @Test("What is recorded of each kind of action leaves the same behind when it is performed in a fresh profile")
  func replayed() async throws {
    let recorded = try await ContractStage()
    let performed = try await ContractStage(sharing: recorded)
    try await performed.open()
    await performed.events.clear()
    for test in Self.cases {
      do {
        let events = try await recorded.record(test)
        let verbs = events.compactMap { $0.action?.verb }
        #expect(verbs.holds(test.expected), "\(test.name): recorded \(verbs)")
        try await performed.open()
        try await performed.replay.perform(events)
        let remains = try await performed.remains()
        #expect(remains == (try await recorded.remains()), "\(test.name)")
      } catch {
        withKnownIssue("A case that is late is not repeated.", isIntermittent: true) {
          Issue.record("\(test.name): \(error)")
        }
      }
    }
    let strange = await performed.events.events.filter { $0.agent == .person }.map(\.summary)
    #expect(strange == [])
    await recorded.end()
    await performed.end()
  }
}

extension [Verb] {
  /// Whether these verbs are there in this order, whatever is between them.
  func holds(_ expected: [Verb]) -> Bool {
    var rest = expected[...]
    for verb in self where verb == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
