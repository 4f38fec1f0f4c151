import Trace

extension Audit {
  /// Which kinds of data somebody would know who learned from these days.
  var disclosureSection: Markup {
    .element(
      "section", ["id": "seen", "aria-labelledby": "seen-title"],
      .element("h2", ["id": "seen-title"], "What it would have seen"),
      .element(
        "p", [:],
        "Whoever learns from these days gets to know the following kinds of data. \(Amounts.count(disclosure.withheld, "value").capitalisedFirst) were withheld and never recorded; there are \(Amounts.count(disclosure.pictures, "picture"))."
      ),
      .list(
        sources.map { source, kinds in
          .element(
            "details", ["class": "card"],
            .element(
              "summary", [:], .element("strong", ["class": "where"], Markup(source)),
              " \(Amounts.count(kinds.count, "kind"))"),
            .element(
              "table", [:],
              .element(
                "thead", [:],
                .element("tr", [:], head("Field or column"), head("Kind"), head("Different values", "number"))),
              .element(
                "tbody", [:],
                kinds.map { kind in
                  .element(
                    "tr", [:], .element("th", ["scope": "row", "class": "where"], Markup(kind.name)),
                    .element("td", [:], Markup(kind.kind.rawValue)),
                    .element("td", ["class": "number"], Markup("\(kind.values)")))
                })))
        }))
  }

  private var sources: [(String, [Disclosure.Kind])] {
    var order: [String] = []
    var kinds: [String: [Disclosure.Kind]] = [:]
    for kind in disclosure.kinds {
      if kinds[kind.source] == nil { order.append(kind.source) }
      kinds[kind.source, default: []].append(kind)
    }
    return order.map { ($0, kinds[$0] ?? []) }
  }
}

extension String {
  /// With a capital at its beginning.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
