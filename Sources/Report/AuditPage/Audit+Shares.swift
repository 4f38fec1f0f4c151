extension Audit {
  /// Where the time went, and how it narrows down.
  func shareSection(_ book: EvidenceBook) -> Markup {
    guard !tests.isEmpty else { return .empty }
    return .element(
      "section", ["id": "time", "aria-labelledby": "time-title"],
      .element("h2", ["id": "time-title"], "Your time"),
      .element("p", [:], Markup(errorSentence)),
      .element(
        "div", ["class": "card"],
        StackedBar(parts: fates.map { ($0.fate.rawValue, $0.fate.words, $0.share.fraction ?? 0) })
          .svg(
            alternative: "How the time on the days tested is made up: "
              + fates.map { "\($0.fate.words) \(Amounts.percent($0.share.fraction))" }.joined(separator: ", ")),
        legend(book)),
      .element("h3", [:], "Narrowing down"),
      .element("div", ["class": "card"], chain(book)))
  }

  private func legend(_ book: EvidenceBook) -> Markup {
    .element(
      "table", ["class": "legend"],
      .element(
        "caption", [:],
        "Of \(Amounts.time(figures.new.of)) of work on the days tested. Each figure opens the steps behind it."),
      .element("thead", [:], .element("tr", [:], head("Part"), head("Share", "number"), head("Time", "number"))),
      .element(
        "tbody", [:],
        fates.map { fate in
          .element(
            "tr", [:],
            .element(
              "th", ["scope": "row"], .element("span", ["class": "key \(fate.fate.rawValue)"]), Markup(fate.fate.words),
              .element("span", ["class": "soft"], Markup(fate.fate.explanation))),
            .element(
              "td", ["class": "number"],
              book.link(Amounts.percent(fate.share.fraction), .all, fate.fate.rawValue, about: fate.fate.words)),
            .element("td", ["class": "number"], Markup(Amounts.time(fate.share.seconds))))
        }))
  }

  private func chain(_ book: EvidenceBook) -> Markup {
    let rows: [(String, Share, String, String)] = [
      ("known", figures.known, "had been done before", "start"),
      ("recognised", figures.recognised, "was recognised", "unseen"),
      ("predicted", figures.predicted, "was known to the end, from some step on", "unsure"),
      ("carriedOut", figures.carriedOut, "would have been carried out right", "carriedOut"),
    ]
    return .element(
      "table", [:],
      .element("caption", [:], "No machine that learns from the past gets beyond the first line."),
      .element(
        "thead", ["class": "soft"],
        .element("tr", [:], head("Work that"), head("Share of your time", "number"), head("", "wide bar"))),
      .element(
        "tbody", [:],
        rows.map { name, share, words, style in
          .element(
            "tr", [:], .element("th", ["scope": "row"], Markup(words)),
            .element("td", ["class": "number"], book.link(Amounts.percent(share.fraction), .all, name, about: words)),
            .element("td", ["class": "bar wide"], Audit.bar(share.fraction, style)))
        }))
  }

  /// A share as a bar beside its figure; those who do not see it have the figure.
  static func bar(_ share: Double?, _ style: String) -> Markup {
    .element(
      "svg", ["viewBox": "0 0 200 12", "class": "thin", "aria-hidden": "true", "preserveAspectRatio": "none"],
      .element("rect", ["class": "whole", "width": "200", "height": "12", "rx": "3"]),
      .element("rect", ["class": "part \(style)", "width": ((share ?? 0) * 200).inPixels, "height": "12", "rx": "3"]))
  }

  /// The head of a column.
  func head(_ words: String, _ style: String? = nil) -> Markup {
    words.isEmpty
      ? .element("td", ["class": style]) : .element("th", ["scope": "col", "class": style], Markup(words))
  }
}
