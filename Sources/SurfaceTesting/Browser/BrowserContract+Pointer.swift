import Trace

extension BrowserContract {
  static let pointerCases: [ContractCase<BrowserHand>] = [
    ContractCase(
      "A click on a button", start: "contract.html",
      expected: events(did(.click(Click()), preview))
    ) { try await $0.click("#preview") },

    ContractCase(
      "A click with Control held", start: "contract.html",
      expected: events(did(.click(Click(modifiers: [.control])), preview))
    ) { try await $0.click("#preview", modifiers: [.control]) },

    ContractCase(
      "A double click is a click and then a double click", start: "contract.html",
      expected: events(did(.click(Click()), preview), did(.click(Click(count: 2)), focused(preview)))
    ) { try await $0.click("#preview", count: 2) },

    ContractCase(
      "A click with the right button", start: "contract.html",
      expected: events(did(.click(Click(button: .right)), preview))
    ) { try await $0.click("#preview", button: .right) },

    ContractCase(
      "A click with the middle button", start: "contract.html",
      expected: events(did(.click(Click(button: .middle)), preview))
    ) { try await $0.click("#preview", button: .middle) },

    ContractCase(
      "A click inside an open shadow root", start: "contract.html",
      expected: events(did(.click(Click()), inside))
    ) { try await $0.click("#host >> button") },

    ContractCase(
      "A click in a frame", start: "contract.html",
      expected: events(did(.click(Click()), framed, in: framePlace))
    ) { try await $0.click("#frame >> #framed") },

    ContractCase(
      "A card that is dragged to a tray, as browsers drag", start: "contract.html",
      expected: events(did(.drag(to: tray), card))
    ) { try await $0.drag("#card", to: "#tray") },

    ContractCase(
      "A knob that follows the pointer to a tray", start: "contract.html",
      expected: events(did(.drag(to: tray), knob))
    ) { try await $0.drag("#knob", to: "#tray") },
  ]

  /// An element that has the focus when something is done to it.
  static func focused(_ element: Element) -> Element {
    var element = element
    element.states.insert(.focused)
    return element
  }

  /// An element that holds something else when something is done to it.
  static func holding(_ value: String, _ element: Element) -> Element {
    var element = element
    element.value = value
    return element
  }
}
