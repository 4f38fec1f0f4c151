import Findings
import Foundation
import Report
import Trace

/// Everything that was kept: search it, erase it, take it along.
struct DataPage {
  /// How many events stand on one page.
  static let size = 100

  var root: String
  var shelf: Shelf
  var query: String
  var part: Int
  var isRevealed: Bool

  var body: Markup {
    let found = shelf.events.search(query)
    let count = max(1, (found.count + DataPage.size - 1) / DataPage.size)
    let part = min(max(1, part), count)
    let shown = found.dropFirst((part - 1) * DataPage.size).prefix(DataPage.size)
    return .list(
      .element(
        "form", ["role": "search", "data-search": "\(root)/data"],
        .element("label", ["for": "query"], "Search in what was kept"),
        .void("input", ["type": "search", "id": "query", "name": "q", "value": query.isEmpty ? nil : query]),
        .element("button", ["type": "submit"], "Search")),
      .element(
        "p", ["role": "status"],
        Markup("\(found.count) of \(shelf.events.rows.count) events\(query.isEmpty ? "" : " with “\(query)”").")),
      shelf.damaged > 0
        ? .paragraph("\(shelf.damaged) events could not be read: they are damaged or their key is gone.") : .empty,
      isRevealed ? .empty : .reveal(root: root, path: "/data"),
      .table(
        "Events", heads: ["When", "What", "Where", "Event"],
        rows: shown.map { number in
          [
            Markup(shelf.events.rows[number].time.localTime),
            Markup(isRevealed ? shelf.events.words(number) : shelf.events.outline(number)),
            Markup(shelf.events.place(number)), Markup("\(shelf.events.id(number))"),
          ]
        }),
      .pages(part, of: count) { "\(root)/data?q=\(DataPage.escaped(query))&part=\($0)" },
      erasing, handing)
  }

  private var erasing: Markup {
    .section(
      "Erase", id: "erase",
      .paragraph("A place and a time together erase what happened there then. You see first what would go.", "soft"),
      .action(
        "\(root)/forget/preview", button: "See what would be erased",
        .field("Place", named: "place", id: "place", required: false),
        .field("From", named: "from", id: "from", type: "datetime-local", required: false),
        .field("Until", named: "until", id: "until", type: "datetime-local", required: false)),
      .action(
        "\(root)/forget/preview", button: "See what erasing everything takes", .hidden("everything", "yes")),
      .paragraph("Your own rules, as they are now, can be applied to what was kept: it cannot be undone.", "soft"),
      .element("p", [:], .element("a", ["href": "\(root)/redact"], "See what your rules would withhold")))
  }

  private var handing: Markup {
    .section(
      "Take it along", id: "export",
      .paragraph(
        "All that is held about you, as JSON, for you alone. Where it was written is remembered, so that erasing "
          + "reaches it.", "soft"),
      .action("\(root)/export", button: "Write to a file", .field("File", named: "file", id: "file")))
  }

  /// As a part of an address.
  static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
