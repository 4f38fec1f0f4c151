import Findings
import Report
import Trace

/// Days and episodes, across surfaces.
struct TimelinePage {
  var root: String
  var shelf: Shelf
  /// Which of the days, counted from the latest, 1 first.
  var part: Int

  var body: Markup {
    guard !shelf.days.isEmpty else {
      return .paragraph(
        shelf.events.rows.isEmpty
          ? "Nothing was recorded yet. Begin in a terminal: understudy record"
          : "\(shelf.events.rows.count) events were kept; no piece of work was found in them yet.")
    }
    let number = shelf.days.count - min(max(1, part), shelf.days.count)
    let day = shelf.days[number]
    return .list(
      days(number),
      .section(
        "\(day.name): \(day.episodes.count) pieces of work, \(day.events) events", id: "day",
        .table(
          "Pieces of work", heads: ["From", "Until", "What", "Where", "Steps"], numbers: [4],
          rows: day.episodes.map { row(shelf.episodes[$0]) })),
      .pages(shelf.days.count - number, of: shelf.days.count) { "\(root)/timeline?part=\($0)" })
  }

  private func days(_ shown: Int) -> Markup {
    .element(
      "nav", ["aria-label": "Days"],
      .element(
        "ul", ["class": "days"],
        shelf.days.indices.reversed().prefix(60).map { number in
          .element(
            "li", [:],
            .element(
              "a",
              [
                "href": "\(root)/timeline?part=\(shelf.days.count - number)",
                "aria-current": number == shown ? "date" : nil,
              ], Markup(shelf.days[number].name)))
        }))
  }

  private func row(_ episode: Shelf.EpisodeEntry) -> [Markup] {
    let name = shelf.name(of: episode.workflow)
    return [
      Markup(String(episode.start.localTime.suffix(8))), Markup(String(episode.end.localTime.suffix(8))),
      .list(
        name.flatMap { name in
          episode.workflow.map { .element("a", ["href": "\(root)/workflows/\($0)"], Markup(name)) }
        } ?? "No workflow",
        episode.isComplete ? .empty : " (broken off)"),
      Markup(episode.places.joined(separator: ", ")),
      .element(
        "a",
        [
          "href": "\(root)/episodes/\(episode.id.session)/\(episode.id.sequence)",
          "aria-label": "\(episode.steps.count) steps of \(episode.start.localTime)",
        ], Markup("\(episode.steps.count)")),
    ]
  }
}
