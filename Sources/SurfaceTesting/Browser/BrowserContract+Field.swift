import Trace

extension BrowserContract {
  static let fieldCases: [ContractCase<BrowserHand>] = [
    ContractCase(
      "Typing is one fill, told when the focus goes", start: "contract.html",
      expected: events(
        did(.click(Click()), customer), did(.fill("Ada"), focused(customer)), did(.click(Click()), preview))
    ) {
      try await $0.click("#customer")
      try await $0.type("Ada")
      try await $0.click("#preview")
    },

    ContractCase(
      "A click on a label is one click on its control", start: "contract.html",
      expected: events(did(.click(Click()), amount))
    ) { try await $0.click("#amountLabel", at: (0.1, 0.5)) },

    ContractCase(
      "A field that is emptied is filled with nothing", start: "contract.html",
      expected: events(
        did(.click(Click()), amount), did(.fill(""), focused(amount)), did(.click(Click()), preview))
    ) {
      try await $0.click("#amount")
      try await $0.press(Chord("End"))
      for _ in 1...2 { try await $0.press(Chord("Backspace")) }
      try await $0.click("#preview")
    },

    ContractCase(
      "Enter in a text of several lines is text", start: "contract.html",
      expected: events(
        did(.click(Click()), note), did(.fill("One\nTwo"), focused(note)), did(.click(Click()), preview))
    ) {
      try await $0.click("#note")
      try await $0.type("One")
      try await $0.press(Chord("Enter"))
      try await $0.type("Two")
      try await $0.click("#preview")
    },

    ContractCase(
      "Typing into an editable part of the page is a fill of the whole of it", start: "contract.html",
      expected: events(
        did(.click(Click()), editor), did(.fill("Dear Ada"), focused(editor)), did(.click(Click()), preview))
    ) {
      try await $0.click("#editor")
      try await $0.press(Chord("End"))
      try await $0.type(" Ada")
      try await $0.click("#preview")
    },

    ContractCase(
      "A choice made by keys is one select, whatever it passed over", start: "contract.html",
      expected: events(
        did(.click(Click()), customer), did(.select(["Services"]), focused(kind)), did(.click(Click()), preview))
    ) {
      try await $0.click("#customer")
      try await $0.focus("#kind")
      for _ in 1...2 { try await $0.press(Chord("ArrowDown")) }
      try await $0.click("#preview")
    },

    ContractCase(
      "A choice in an open list is one select", start: "contract.html",
      expected: events(did(.select(["Green"]), tags))
    ) { try await $0.click("#tags", at: (0.3, 0.5)) },

    ContractCase(
      "A click on a box is a check", start: "contract.html",
      expected: events(did(.check(true), paid), did(.check(false), focused(checked(paid))))
    ) {
      try await $0.click("#paid")
      try await $0.click("#paid")
    },

    ContractCase(
      "A click on a box's label is a check", start: "contract.html", expected: events(did(.check(true), paid))
    ) { try await $0.click("#paidLabel") },

    ContractCase(
      "The space bar on a box is a check", start: "contract.html",
      expected: events(did(.check(true), focused(paid)))
    ) {
      try await $0.focus("#paid")
      try await $0.press(Chord(" "))
    },

    ContractCase(
      "A click on a radio button is a check", start: "contract.html", expected: events(did(.check(true), fast))
    ) { try await $0.click("#fast") },

    ContractCase(
      "A date typed part by part is one fill", start: "contract.html",
      expected: events(did(.fill("2026-11-24"), focused(due)), did(.click(Click()), preview))
    ) {
      try await $0.focus("#due")
      try await $0.type("11242026")
      try await $0.click("#preview")
    },

    ContractCase(
      "A slider moved by keys is one fill", start: "contract.html",
      expected: events(did(.fill("52"), focused(share)), did(.click(Click()), preview))
    ) {
      try await $0.focus("#share")
      for _ in 1...2 { try await $0.press(Chord("ArrowRight")) }
      try await $0.click("#preview")
    },
  ]

  /// A box that is checked when something is done to it.
  static func checked(_ element: Element) -> Element {
    var element = element
    element.states.insert(.checked)
    return element
  }
}
