/// The pages, in the order of the menu.
enum Section: String, CaseIterable {
  case now, timeline, workflows, audit, data, grants, runs, releases

  var title: String {
    switch self {
    case .now: "Now"
    case .timeline: "Timeline"
    case .workflows: "Workflows"
    case .audit: "Audit"
    case .data: "Data"
    case .grants: "Grants and ledger"
    case .runs: "Runs"
    case .releases: "Releases"
    }
  }
}
