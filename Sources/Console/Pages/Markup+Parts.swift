import Report

extension Markup {
  static func paragraph(_ text: String, _ style: String? = nil) -> Markup {
    .element("p", ["class": style], Markup(text))
  }

  /// A part of a page under a heading of its own.
  static func section(_ title: String, id: String, _ content: Markup...) -> Markup {
    .element(
      "section", ["aria-labelledby": id], [.element("h2", ["id": id], Markup(title))] + content)
  }

  /// A table in a frame of its own that scrolls; the first cell of each row names it.
  static func table(
    _ name: String, heads: [String], numbers: Set<Int> = [], rows: [[Markup]]
  ) -> Markup {
    let style = { (column: Int) -> String? in numbers.contains(column) ? "number" : column == 0 ? nil : "where" }
    return .element(
      "div", ["class": "scroll card", "tabindex": "0", "role": "region", "aria-label": "\(name), as a table"],
      .element(
        "table", [:],
        .element(
          "thead", [:],
          .element(
            "tr", [:],
            heads.enumerated().map { .element("th", ["scope": "col", "class": style($0)], Markup($1)) })),
        .element(
          "tbody", [:],
          rows.map { cells in
            .element(
              "tr", [:],
              cells.enumerated().map { column, cell in
                column == 0
                  ? .element("th", ["scope": "row"], cell) : .element("td", ["class": style(column)], cell)
              })
          })))
  }

  /// Links to the parts of a long list.
  static func pages(_ part: Int, of count: Int, at address: (Int) -> String) -> Markup {
    guard count > 1 else { return .empty }
    func link(_ number: Int, _ words: String) -> Markup {
      (1...count).contains(number) ? .element("a", ["href": address(number)], Markup(words)) : .empty
    }
    return .element(
      "nav", ["aria-label": "Parts", "class": "parts"], link(part - 1, "Newer"), " ", "Part \(part) of \(count)", " ",
      link(part + 1, "Older"))
  }

  /// A form that the console's script sends as JSON.
  static func action(_ path: String, button: String, style: String? = nil, _ fields: Markup...) -> Markup {
    .element(
      "form", ["data-action": path, "class": style],
      fields + [.element("button", ["type": "submit"], Markup(button))])
  }

  /// A labelled field of a form.
  static func field(
    _ label: String, named name: String, id: String, type: String = "text", value: String? = nil,
    required: Bool = true, complete: String = "off"
  ) -> Markup {
    .element(
      "p", ["class": "field"], .element("label", ["for": id], Markup(label)),
      .void(
        "input",
        [
          "type": type, "id": id, "name": name, "value": value, "required": required ? "" : nil,
          "autocomplete": complete,
        ]))
  }

  /// A value that goes with a form and is not seen.
  static func hidden(_ name: String, _ value: String) -> Markup {
    .void("input", ["type": "hidden", "name": name, "value": value])
  }
}
