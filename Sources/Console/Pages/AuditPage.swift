import Findings
import Foundation
import Report
import Trace

/// What a machine that had watched would have learned, and what not.
struct AuditPage {
  var root: String
  var audit: Audit

  var body: Markup {
    .list(
      .paragraph(audit.headline, "answer"), .paragraph(audit.scope, "soft"),
      audit.fragment { "\(root)/audit/\($0)" })
  }
}

/// The steps behind a figure of the audit.
struct EvidencePage {
  /// How many steps stand on one page.
  static let size = 200

  var root: String
  var name: String
  var steps: [AuditedStep]
  var shelf: Shelf
  var part: Int
  var isRevealed: Bool

  var body: Markup {
    let count = max(1, (steps.count + EvidencePage.size - 1) / EvidencePage.size)
    let part = min(max(1, part), count)
    let shown = steps.reversed().dropFirst((part - 1) * EvidencePage.size).prefix(EvidencePage.size)
    return .list(
      .paragraph("\(steps.count) steps, the latest first.", "soft"),
      isRevealed ? .empty : .reveal(root: root, path: "/audit/\(name)"),
      .table(
        "Steps", heads: ["When", "Step", "Where", "What became of it", "Piece of work"],
        rows: shown.map { step in
          [
            Markup(step.time.localTime), Markup(isRevealed ? step.summary : step.outline), Markup(step.place),
            Markup(step.fate?.inWords ?? "learned from"),
            step.episode.map {
              .element(
                "a",
                [
                  "href": "\(root)/episodes/\($0.session)/\($0.sequence)",
                  "aria-label": "Piece of work of \(step.time.localTime)",
                ], "Open")
            } ?? .empty,
          ]
        }),
      .pages(part, of: count) { "\(root)/audit/\(name)?part=\($0)" })
  }
}

extension AuditedStep {
  /// What was done, without the value.
  fileprivate var outline: String {
    guard let end = summary.range(of: " with “") else { return summary }
    return String(summary[..<end.lowerBound])
  }
}
