extension Audit {
  /// What would not be learned and why, with decisions side by side.
  func remainderSection(_ book: EvidenceBook) -> Markup {
    guard !tests.isEmpty else { return .empty }
    let kinds = Fate.allCases.filter { fate in remainders.contains { $0.fate == fate } }
    return .element(
      "section", ["id": "rest", "aria-labelledby": "rest-title"],
      .element("h2", ["id": "rest-title"], "What stays with you"),
      .element(
        "p", [:],
        Markup(
          kinds.isEmpty
            ? "Nothing: every step was known." : "These are the parts that would not have been learned, and why.")),
      .list(kinds.map { kind(of: $0, book) }))
  }

  private func kind(of fate: Fate, _ book: EvidenceBook) -> Markup {
    let own = remainders.enumerated().filter { $0.element.fate == fate }
    let time = own.reduce(0) { $0 + $1.element.share.seconds }
    let shown = own.prefix(6)
    return .element(
      "section", ["class": "card", "aria-labelledby": "rest-\(fate.rawValue)"],
      .element(
        "h3", ["id": "rest-\(fate.rawValue)"], .element("span", ["class": "key \(fate.rawValue)"]),
        "\(fate.words.prefix(1).uppercased() + fate.words.dropFirst()), \(Amounts.time(time))"),
      .element("p", ["class": "soft"], Markup(fate.explanation)),
      .element("ul", [:], shown.map { item($1, number: $0, book) }),
      own.count > shown.count
        ? .element(
          "details", [:], .element("summary", [:], "\(own.count - shown.count) more"),
          .element("ul", [:], own.dropFirst(6).map { item($1, number: $0, book) }))
        : .empty)
  }

  private func item(_ remainder: Remainder, number: Int, _ book: EvidenceBook) -> Markup {
    let name = title(of: remainder)
    return .element(
      "li", [:],
      Markup(name.isEmpty ? "Work without a name" : name), ", ",
      book.link(
        "\(Amounts.count(remainder.episodes, "time")), \(Amounts.time(remainder.share.seconds))", to: "rest\(number)",
        about: name),
      .list(
        stride(from: 0, to: remainder.cases.count - 1, by: 2).map { pair(remainder.cases[$0], remainder.cases[$0 + 1]) }
      ))
  }

  private func pair(_ left: Remainder.Case, _ right: Remainder.Case) -> Markup {
    .element(
      "div", ["class": "pair"],
      [left, right].map { one in
        .element(
          "div", [:],
          .element("ul", [:], one.situation.suffix(4).map { .element("li", [:], Markup($0)) }),
          .element("p", [:], .element("strong", [:], Markup(one.decision))))
      })
  }
}
