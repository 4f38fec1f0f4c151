import Findings
import Foundation
import Guard
import Journal
import Report
import Surfaces
import Trace
import Watch

/// What is recorded now, under which grants, and what it costs.
struct NowPage {
  var root: String
  var status: RecorderStatus?
  var grants: [Grant]
  var now: Moment

  var body: Markup {
    .list(
      .element(
        "section", ["class": "card", "aria-label": "Recording"],
        .element(
          "p", ["class": "answer", "id": "state", "role": "status"], Markup(NowPage.words(status))),
        status.map(figures) ?? .paragraph("Begin in a terminal: understudy record", "soft"), control),
      .section(
        "What you granted", id: "granted",
        standing.isEmpty
          ? .paragraph("Nothing. Nothing can be recorded without a grant: understudy grant")
          : .table("What you granted", heads: ["Places", "For"], rows: standing)))
  }

  /// What is going on, in a sentence.
  static func words(_ status: RecorderStatus?) -> String {
    switch status?.state {
    case .recording: "Recording is on."
    case .paused: "Recording is paused: nothing is kept."
    case .stopped, nil: "Nothing is being recorded."
    }
  }

  private var control: Markup {
    switch status?.state {
    case .recording: .action("\(root)/pause", button: "Pause recording")
    case .paused: .action("\(root)/resume", button: "Resume recording")
    case .stopped, nil: .empty
    }
  }

  private func figures(_ status: RecorderStatus) -> Markup {
    .element(
      "dl", ["class": "figures"],
      NowPage.figures(status).map { name, words, value in
        .list(
          .element("dt", [:], Markup(words)), .element("dd", ["data-live": name], Markup(value)))
      })
  }

  /// What it costs, by the names that live changes use.
  static func figures(_ status: RecorderStatus) -> [(name: String, words: String, value: String)] {
    let seconds = max(1, status.asOf.seconds(since: status.since))
    let cost = status.cost
    return [
      ("since", "Since", status.since.localTime), ("kept", "Events kept", "\(status.recorded)"),
      ("out", "Events kept out", "\(status.keptOut)"),
      (
        "processor", "Processor",
        (cost.processorSeconds / seconds * 100).formatted(.number.precision(.fractionLength(1))) + " % of one core"
      ),
      ("memory", "Memory", cost.memoryBytes.formatted(.byteCount(style: .memory))),
      ("disk", "On disk", cost.diskBytes.formatted(.byteCount(style: .file))),
      ("network", "Sent over the network", cost.networkBytes.formatted(.byteCount(style: .file))),
    ]
  }

  private var standing: [[Markup]] {
    grants.filter { $0.withdrawn == nil }.map { grant in
      [
        Markup(grant.scope.places.map(\.description).joined(separator: ", ")),
        Markup(GrantText.purposes(of: grant, at: now)),
      ]
    }
  }
}
