import Trace

extension BrowserContract {
  private static let sent = page("sent.html", title: "Sent", query: "?number=17")

  static let navigationCases: [ContractCase<BrowserHand>] = [
    ContractCase(
      "A link", start: "contract.html",
      expected: events(
        did(.click(Click()), open), followed(.navigation(to: "\(site)/sent.html?number=17", cause: .link)))
    ) { try await $0.click("#open") },

    ContractCase(
      "A form sent by its button", start: "contract.html",
      expected: events(
        did(.click(Click()), save), followed(.submitted),
        followed(
          .navigation(
            to: "\(site)/sent.html?customer=&amount=10&note=&kind=Goods&speed=on&due=&share=50", cause: .form)))
    ) { try await $0.click("#inner") },

    ContractCase(
      "An address that is typed", start: "contract.html",
      expected: events(did(.navigate("\(site)/sent.html", cause: .typed)))
    ) { try await $0.navigate(to: "sent.html") },

    ContractCase(
      "A page that is loaded again", start: "contract.html",
      expected: events(did(.navigate("\(site)/contract.html", cause: .reload)))
    ) { try await $0.reload() },

    ContractCase(
      "Back and forward", start: "contract.html",
      expected: events(
        did(.click(Click()), open), followed(.navigation(to: "\(site)/sent.html?number=17", cause: .link)),
        did(.navigate("\(site)/contract.html", cause: .back), in: sent),
        did(.navigate("\(site)/sent.html?number=17", cause: .forward)))
    ) {
      try await $0.click("#open")
      try await $0.arrive(at: "sent.html")
      try await $0.rest()
      try await $0.go(-1)
      try await $0.arrive(at: "contract.html")
      try await $0.rest()
      try await $0.go(1)
      try await $0.arrive(at: "sent.html")
    },

    ContractCase(
      "A script that calls the page by another address", start: "contract.html",
      expected: events(
        did(.click(Click()), route),
        followed(.navigation(to: "\(site)/contract.html?view=all", cause: .script)))
    ) { try await $0.click("#route") },
  ]
}
