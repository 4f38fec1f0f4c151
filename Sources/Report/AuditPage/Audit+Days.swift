import Learn

extension Audit {
  /// From day to day: the curve and the table.
  func curveSection(_ book: EvidenceBook) -> Markup {
    guard !tests.isEmpty else { return .empty }
    let words = curve.points.map {
      "\($0.name): \(Amounts.percent($0.carriedOut)) right of \(Amounts.percent($0.known)) done before"
    }
    return .element(
      "section", ["id": "days", "aria-labelledby": "days-title"],
      .element("h2", ["id": "days-title"], "Day by day"),
      .list(intervalSentence.map { .element("p", [:], Markup($0)) }),
      .element(
        "div", ["class": "card"],
        .element(
          "figure", ["class": "chart"],
          CurveChart(curve: curve).svg(alternative: "Share of each day's time. " + words.joined(separator: "; ")),
          .element("figcaption", [:], Markup(trendSentence))),
        .element(
          "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Day by day, as a table"],
          dayTable(book))))
  }

  private var trendSentence: String {
    guard let trend = curve.trend else { return "Share of each day's time. Too few days to tell where it goes." }
    return
      "Share of each day's time. It seems to go towards \(Amounts.percent(trend.limit)), two thirds of that after about "
      + "\(Amounts.decimal(trend.pace)) days."
  }

  private func dayTable(_ book: EvidenceBook) -> Markup {
    .element(
      "table", ["class": "day"],
      .element(
        "thead", [:],
        .element(
          "tr", [:], head("Day"), head("Learned from", "number"), head("Work", "number"),
          head("Never done before", "number"),
          head("Right", "number"), head("Wrong", "number"), head("When it acts"))),
      .element(
        "tbody", [:],
        tests.enumerated().map { number, test in
          let figures = test.figures
          let link = { (share: Share, fate: Fate) in
            book.link(
              Amounts.percent(share.fraction), .day(number), fate.rawValue, about: "\(fate.words) on \(test.day.name)")
          }
          return .element(
            "tr", [:], .element("th", ["scope": "row"], Markup(test.day.name)),
            .element("td", ["class": "number"], Markup(Amounts.count(test.daysBefore, "day"))),
            .element("td", ["class": "number"], Markup(Amounts.time(figures.new.of))),
            .element("td", ["class": "number"], link(figures.new, .new)),
            .element("td", ["class": "number"], link(figures.carriedOut, .carriedOut)),
            .element(
              "td", ["class": "number"],
              book.link(
                figures.acted == 0 ? "–" : "\(figures.wrong) of \(figures.acted)", .day(number),
                Fate.carriedOutWrong.rawValue,
                about: "\(Fate.carriedOutWrong.words) on \(test.day.name)")),
            .element("td", [:], Markup(test.threshold.words)))
        }))
  }
}
