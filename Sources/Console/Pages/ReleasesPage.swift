import Findings
import Journal
import Report
import Trace

/// What was handed to whom.
struct ReleasesPage {
  var root: String
  var releases: [Release]
  /// To whom a grant lets work be released.
  var recipients: [String]

  var body: Markup {
    .list(
      .section(
        "Released", id: "released",
        releases.isEmpty
          ? .paragraph("Nothing was released to anyone.")
          : .table(
            "Released", heads: ["When", "To", "Sessions", "State"], numbers: [2],
            rows: releases.reversed().map { release in
              [
                Markup(release.released.localTime), Markup(release.recipient), Markup("\(release.sessions.count)"),
                Markup(release.withdrawn.map { "Withdrawn \($0.localTime): \(release.reason ?? "")" } ?? "Stands"),
              ]
            })),
      recipients.isEmpty
        ? .paragraph("Nobody may be given anything: a grant would have to name them (release:NAME).", "soft")
        : .section(
          "Release", id: "release",
          .paragraph(
            "What a grant lets be handed to them, as a file. It is noted, so that it can be withdrawn.", "soft"),
          .action(
            "\(root)/release", button: "Release",
            .element(
              "p", ["class": "field"], .element("label", ["for": "recipient"], "To"),
              .element(
                "select", ["id": "recipient", "name": "recipient"],
                recipients.map { .element("option", ["value": $0], Markup($0)) })),
            .field("File", named: "file", id: "file"))))
  }
}
