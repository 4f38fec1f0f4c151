public import Foundation
public import Trace

extension Procedure {
  /// As a self-contained HTML page, with the element marked in each picture that is there.
  ///
  /// - Parameters:
  ///   - chart: what followed what, to be shown above the steps.
  ///   - picture: gives the pixels of a frame; nil where they are not there or not granted.
  public func page(chart: ProcessChart? = nil, picture: (Frame) -> Data? = { _ in nil }) -> String {
    let body = Markup.element(
      "main", [:], .element("h1", ["class": "answer"], Markup(title)),
      .element("p", ["class": "soft"], Markup(purpose)),
      inputTable, chart.map(section(of:)) ?? .empty, section("Steps", list(of: steps, picture)),
      section("Ways", list(ways.map(\.words))),
      section("Exceptions seen", list(exceptions)), section("Check at the end", list(checks)))
    return Page(title: title, body: body).html
  }

  private func section(_ title: String, _ content: Markup) -> Markup {
    content == .empty ? .empty : .element("section", [:], .element("h2", [:], Markup(title)), content)
  }

  private func section(of chart: ProcessChart) -> Markup {
    section(
      "What follows what",
      .element(
        "div", ["class": "scroll card", "tabindex": "0", "role": "region", "aria-label": "What follows what"],
        chart.fragment))
  }

  private func list(_ lines: [String]) -> Markup {
    lines.isEmpty ? .empty : .element("ul", [:], lines.map { .element("li", [:], Markup($0)) })
  }

  private var inputTable: Markup {
    guard !inputs.isEmpty else { return .empty }
    let heads = ["What", "Kind", "Comes from", "For example"]
    return section(
      "What you need",
      .element(
        "div", ["class": "scroll card", "tabindex": "0", "role": "region", "aria-label": "What you need"],
        .element(
          "table", [:],
          .element("thead", [:], .element("tr", [:], heads.map { .element("th", ["scope": "col"], Markup($0)) })),
          .element(
            "tbody", [:],
            inputs.map { input in
              .element(
                "tr", [:], .element("th", ["scope": "row"], Markup(input.name)),
                .element("td", [:], Markup(input.kind.rawValue)), .element("td", [:], Markup(input.source)),
                .element(
                  "td", ["class": "where"],
                  Markup(input.examples.map { "“\($0.shortened(to: 40))”" }.joined(separator: ", "))))
            }))))
  }

  private func list(of items: [Item], _ picture: (Frame) -> Data?) -> Markup {
    .element(
      "ol", ["class": "procedure"],
      items.map { item in
        switch item {
        case .place(let place): .element("li", ["class": "place where soft"], "On \(place)")
        case .block(let title, let inner):
          .element("li", ["class": "block"], .element("p", [:], Markup(title)), list(of: inner, picture))
        case .step(let line):
          .element(
            "li", ["class": "line"], .element("p", [:], Markup(line.text), effect(of: line)),
            .list(
              line.frame.flatMap { frame in
                picture(frame).map { Picture(frame: frame, pixels: $0, mark: line.bounds).markup(showing: line.text) }
              }))
        }
      })
  }

  private func effect(of line: Line) -> Markup {
    line.effect.map { .element("span", ["class": "soft"], " → \($0)") } ?? .empty
  }
}
