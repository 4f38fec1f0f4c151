import Trace

extension BrowserContract {
  static let keyCases: [ContractCase<BrowserHand>] = [
    ContractCase(
      "Enter in a field is one key, and the form that it sends", start: "contract.html",
      expected: events(
        did(.click(Click()), customer), did(.fill("Ada"), focused(customer)),
        did(.press(Chord("Enter")), focused(holding("Ada", customer))), followed(.submitted),
        followed(.navigation(to: "\(site)/sent.html\(sentQuery)", cause: .form)))
    ) {
      try await $0.click("#customer")
      try await $0.type("Ada")
      try await $0.press(Chord("Enter"))
    },

    ContractCase(
      "A shortcut", start: "contract.html",
      expected: events(did(.click(Click()), preview), did(.press(Chord("s", modifiers: [.control])), focused(preview)))
    ) {
      try await $0.click("#preview")
      try await $0.press(Chord("s", modifiers: [.control]))
    },

    ContractCase(
      "Escape, and a Tab that only moves the focus is left out", start: "contract.html",
      expected: events(did(.click(Click()), customer), did(.press(Chord("Escape")), focused(amount)))
    ) {
      try await $0.click("#customer")
      try await $0.press(Chord("Tab"))
      try await $0.press(Chord("Escape"))
    },

    ContractCase(
      "Enter on a button is a click", start: "contract.html",
      expected: events(did(.click(Click()), focused(preview)))
    ) {
      try await $0.focus("#preview")
      try await $0.press(Chord("Enter"))
    },
  ]

  /// What the form sends where only a customer was given.
  static let sentQuery = "?customer=Ada&amount=10&note=&kind=Goods&speed=on&due=&share=50"
}
