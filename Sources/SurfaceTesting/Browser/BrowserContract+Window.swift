public import Trace

extension BrowserContract {
  private static let popUp = page("sent.html", title: "", query: "?number=19", window: "2")
  private static let secondTab = page("sent.html", title: "", window: "2")

  static let windowCases: [ContractCase<BrowserHand>] = [
    ContractCase(
      "A window that the page opens", start: "contract.html",
      expected: events(
        did(.click(Click()), window), followed(.windowOpened(window: "2")),
        followed(.navigation(to: "\(site)/sent.html?number=19", cause: .other), in: popUp))
    ) { try await $0.click("#window") },

    ContractCase(
      "A message that is read", start: "contract.html",
      expected: events(
        did(.click(Click()), alert), followed(.dialog(kind: "alert", message: "Saved.")),
        did(.answer(accepted: true, text: nil)))
    ) {
      try await $0.click("#alert")
      try await $0.answer(accept: true)
    },

    ContractCase(
      "A question that is answered with no", start: "contract.html",
      expected: events(
        did(.click(Click()), confirm), followed(.dialog(kind: "confirm", message: "Really?")),
        did(.answer(accepted: false, text: nil)))
    ) {
      try await $0.click("#confirm")
      try await $0.answer(accept: false)
    },

    ContractCase(
      "A question that is answered with a text", start: "contract.html",
      expected: events(
        did(.click(Click()), prompt), followed(.dialog(kind: "prompt", message: "How many?")),
        did(.answer(accepted: true, text: "7")))
    ) {
      try await $0.click("#prompt")
      try await $0.answer(accept: true, text: "7")
    },

    ContractCase(
      "A scroll is one, from where it began to where it rests", start: "contract.html",
      expected: events(did(.scroll(x: 0, y: 300)))
    ) { try await $0.wheel(x: 0, y: 100, ticks: 3, over: "h1") },

    ContractCase(
      "A scroll of a part of the page", start: "contract.html",
      expected: events(did(.scroll(x: 0, y: 100), terms))
    ) { try await $0.wheel(x: 0, y: 100, over: "#scroller") },

    ContractCase(
      "A click on a drawing says where, and that no more is known", start: "contract.html",
      expected: events(
        did(.click(Click(position: Point(x: 0.5, y: 0.5))), canvas),
        followed(.notRecorded("What is drawn on a canvas has no elements: only the position is recorded.")))
    ) { try await $0.click("#canvas") },
  ]

  /// Cases of several tabs, which the one who runs them works in: what they must record.
  public static let tabsExpected = events(
    did(.openTab, in: secondTab), did(.navigate("\(site)/sent.html", cause: .typed), in: secondTab),
    did(.switchTab, in: page("contract.html", title: "Contract", window: "1")),
    did(.closeTab, in: page("sent.html", title: "Sent", window: "2")))
}
