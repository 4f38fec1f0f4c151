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
            })))
  }
}
