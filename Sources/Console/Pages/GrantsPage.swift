import Findings
import Guard
import Journal
import Report
import Trace

/// What was agreed to, and every use of what was recorded.
struct GrantsPage {
  /// How many entries of the ledger stand on one page.
  static let size = 100

  var root: String
  var grants: [Grant]
  var entries: [LedgerEntry]
  var verification: Verification?
  var part: Int
  var now: Moment

  var body: Markup {
    let count = max(1, (entries.count + GrantsPage.size - 1) / GrantsPage.size)
    let part = min(max(1, part), count)
    return .list(
      .section(
        "Grants", id: "grants",
        grants.isEmpty
          ? .paragraph("You granted nothing. Give a grant in a terminal: understudy grant")
          : .list(grants.reversed().map(card))),
      .section(
        "Ledger", id: "ledger", sentence,
        .table(
          "Ledger", heads: ["When", "What"],
          rows: entries.reversed().dropFirst((part - 1) * GrantsPage.size).prefix(GrantsPage.size).map { entry in
            [Markup(entry.time.localTime), Markup(LedgerText(entry).line)]
          }),
        .pages(part, of: count) { "\(root)/grants?part=\($0)" }))
  }

  private var sentence: Markup {
    guard let verification else { return .empty }
    return verification.isSound
      ? .paragraph("Sound: \(verification.entries) entries, none removed, changed or moved.")
      : .element(
        "p", ["role": "alert"], Markup("The ledger was changed. \(verification.problems.joined(separator: " "))"))
  }

  private func card(_ grant: Grant) -> Markup {
    .element(
      "section", ["class": "card", "aria-labelledby": "grant-\(grant.id)"],
      .element(
        "h3", ["id": "grant-\(grant.id)", "class": "where"],
        Markup(grant.scope.places.map(\.description).joined(separator: ", "))),
      .paragraph(
        "For \(GrantText.purposes(of: grant, at: now)). \(grant.scope.keepsFrames ? "With" : "Without") pictures."),
      .paragraph(
        "Given \(grant.given.localTime)\(grant.scope.until.map { ", until \($0.localTime)" } ?? ""), called \(grant.id).",
        "soft"),
      grant.withdrawn.map { .paragraph("Taken back \($0.localTime).") }
        ?? .action("\(root)/withdraw", button: "Take back", .hidden("grant", grant.id)))
  }
}
