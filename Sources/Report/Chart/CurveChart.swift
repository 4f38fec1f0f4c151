/// Shares from day to day, as lines over a grid.
struct CurveChart {
  var curve: Curve

  private let size = (width: 560.0, height: 280.0)
  private let margin = (left: 52.0, right: 118.0, top: 14.0, bottom: 34.0)

  func svg(alternative: String) -> Markup {
    .element(
      "svg",
      ["viewBox": "0 0 \(size.width.inPixels) \(size.height.inPixels)", "role": "img", "aria-label": alternative],
      [
        grid, days, line("known", "done before", \.known), line("recognised", "recognised", \.recognised),
        line("done", "carried out right", \.carriedOut), dots, names,
      ])
  }

  private func x(_ place: Int) -> Double {
    let width = size.width - margin.left - margin.right
    return curve.points.count < 2
      ? margin.left + width / 2 : margin.left + width * Double(place) / Double(curve.points.count - 1)
  }

  private func y(_ share: Double) -> Double {
    margin.top + (size.height - margin.top - margin.bottom) * (1 - share)
  }

  private var grid: Markup {
    .list(
      stride(from: 0.0, through: 1, by: 0.25).map { share in
        .list(
          .element(
            "line",
            [
              "class": "grid", "x1": margin.left.inPixels, "x2": (size.width - margin.right).inPixels,
              "y1": y(share).inPixels, "y2": y(share).inPixels,
            ]),
          .element(
            "text", ["x": (margin.left - 8).inPixels, "y": (y(share) + 4).inPixels, "text-anchor": "end"],
            Markup(Amounts.percent(share))))
      })
  }

  private var days: Markup {
    let every = max(1, (curve.points.count + 6) / 7)
    return .list(
      curve.points.enumerated().filter { $0.offset % every == 0 }.map { place, point in
        .element(
          "text", ["x": x(place).inPixels, "y": (size.height - 10).inPixels, "text-anchor": "middle"],
          Markup(point.name.shortened(to: 12)))
      })
  }

  private func line(_ style: String, _ words: String, _ share: (Curve.Point) -> Double) -> Markup {
    let points = curve.points.enumerated().map { "\(x($0).inPixels),\(y(share($1)).inPixels)" }
    return .element("polyline", ["class": "curve \(style)", "points": points.joined(separator: " ")])
  }

  private var dots: Markup {
    .list(
      curve.points.enumerated().map { place, point in
        .element(
          "circle", ["class": "dot done", "cx": x(place).inPixels, "cy": y(point.carriedOut).inPixels, "r": "4.5"],
          .element("title", [:], Markup("\(point.name): \(Amounts.percent(point.carriedOut))")))
      })
  }

  /// What each line is, at its right end; moved apart where they would cover each other.
  private var names: Markup {
    guard let last = curve.points.last else { return .empty }
    let labels = [
      ("done before", last.known, ""), ("recognised", last.recognised, ""),
      ("carried out right", last.carriedOut, "strong"),
    ]
    var lowest = 0.0
    return .list(
      labels.map { words, share, style in
        let place = max(y(share) + 4, lowest)
        lowest = place + 17
        return .element(
          "text",
          ["class": style.isEmpty ? nil : style, "x": (size.width - margin.right + 10).inPixels, "y": place.inPixels],
          Markup(words))
      })
  }
}
