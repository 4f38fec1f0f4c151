import Trace

extension BrowserContract {
  static let clipboardCases: [ContractCase<BrowserHand>] = [
    ContractCase(
      "A paste says which field its text came from", start: "contract.html",
      expected: events(
        did(.click(Click()), amount), did(.copy("10"), focused(amount)), did(.click(Click()), customer),
        did(
          .paste(
            "10",
            from: Clipping(
              place: contractPage, element: focused(amount), event: EventID(session: "", sequence: 1))),
          focused(customer)))
    ) {
      try await $0.click("#amount")
      try await $0.press(Chord("a", modifiers: [.control]), command: "selectAll")
      try await $0.press(Chord("c", modifiers: [.control]), command: "copy")
      try await $0.click("#customer")
      try await $0.press(Chord("v", modifiers: [.control]), command: "paste")
    },

    ContractCase(
      "A copy of what three clicks have marked is of that paragraph", start: "contract.html",
      expected: events(
        did(.click(Click()), reference), did(.click(Click(count: 2)), reference), did(.click(Click()), reference),
        did(.copy("Reference 4711"), reference))
    ) {
      try await $0.click("#reference", at: (0.02, 0.5), count: 3)
      try await $0.press(Chord("c", modifiers: [.control]), command: "copy")
    },

    ContractCase(
      "A cut is a cut, and no fill", start: "contract.html",
      expected: events(
        did(.click(Click()), amount), did(.cut("10"), focused(amount)), did(.click(Click()), preview))
    ) {
      try await $0.click("#amount")
      try await $0.press(Chord("a", modifiers: [.control]), command: "selectAll")
      try await $0.press(Chord("x", modifiers: [.control]), command: "cut")
      try await $0.click("#preview")
    },
  ]
}
