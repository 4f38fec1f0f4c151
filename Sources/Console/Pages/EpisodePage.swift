import Findings
import Report
import Trace

/// The steps of an episode; with values and pictures once the person has shown that it is they.
struct EpisodePage {
  var root: String
  var shelf: Shelf
  var episode: Shelf.EpisodeEntry
  var isRevealed: Bool

  var body: Markup {
    .list(
      .paragraph(
        "\(episode.start.localTime) to \(episode.end.localTime.suffix(8)), on \(episode.places.joined(separator: ", "))"
      ),
      isRevealed ? .empty : Markup.reveal(root: root, path: "/episodes/\(episode.id.session)/\(episode.id.sequence)"),
      .element(
        "ol", ["class": "steps"],
        episode.steps.map { number in
          .element(
            "li", [:], Markup(isRevealed ? shelf.events.words(number) : shelf.events.outline(number)),
            isRevealed ? picture(number) : .empty)
        }))
  }

  private func picture(_ number: Int) -> Markup {
    guard let (frame, mark) = shelf.events.frames[number] else { return .empty }
    return .picture(
      frame, at: "\(root)/frames/\(number)", mark: mark, showing: shelf.events.outline(number))
  }
}

extension Markup {
  /// What stands in place of values and pictures until they are revealed.
  static func reveal(root: String, path: String) -> Markup {
    .element(
      "p", [:], "Values and pictures are hidden. ",
      .element("a", ["href": "\(root)/confirm?to=\(path)"], "Show values and pictures"))
  }
}
