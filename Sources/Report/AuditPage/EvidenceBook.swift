import Trace

/// Where on the page each figure's evidence is.
struct EvidenceBook {
  /// A figure and the steps behind it.
  struct Entry {
    /// What it is a figure of: everything, a day, a workflow, what stays.
    var chapter: String
    var id: String
    var title: String
    var share: Share
  }

  /// What figures are about: everything, a day, a workflow.
  enum Scope {
    case all
    case day(Int)
    case workflow(Int)

    var prefix: String {
      switch self {
      case .all: "all"
      case .day(let number): "day\(number)"
      case .workflow(let number): "workflow\(number)"
      }
    }
  }

  let entries: [Entry]
  private let names: Set<String>
  private let address: (String) -> String

  /// - Parameter address: where an entry's steps are, by its id.
  init(_ audit: Audit, address: @escaping (String) -> String = { "#\($0)" }) {
    self.address = address
    var found: [Entry] = []
    if !audit.tests.isEmpty {
      found += EvidenceBook.entries(.all, "All days tested", audit.figures, audit.fates)
      for (number, test) in audit.tests.enumerated() {
        found += EvidenceBook.entries(.day(number), test.day.name, test.figures, test.fates)
      }
    }
    for (number, workflow) in audit.workflows.enumerated() {
      if let figures = workflow.figures {
        found += EvidenceBook.entries(.workflow(number), workflow.name, figures, workflow.fates)
      }
    }
    for (number, remainder) in audit.remainders.enumerated() {
      found.append(
        Entry(
          chapter: "What stays with you", id: "rest\(number)",
          title: "\(remainder.fate.words): \(audit.title(of: remainder))", share: remainder.share))
    }
    entries = found.filter { !$0.share.evidence.isEmpty }
    names = Set(entries.map(\.id))
  }

  private static func entries(_ scope: Scope, _ title: String, _ figures: Figures, _ fates: [FateShare]) -> [Entry] {
    [
      ("known", "done before", figures.known), ("recognised", "recognised", figures.recognised),
      ("predicted", "known to the end", figures.predicted),
    ]
    .map { Entry(chapter: title, id: "\(scope.prefix)-\($0)", title: $1, share: $2) }
      + fates.map {
        Entry(chapter: title, id: "\(scope.prefix)-\($0.fate.rawValue)", title: $0.fate.words, share: $0.share)
      }
  }

  /// A figure as a link to its evidence, or as plain text where there is none.
  func link(_ figure: String, _ scope: Scope, _ name: String, about words: String) -> Markup {
    link(figure, to: "\(scope.prefix)-\(name)", about: words)
  }

  func link(_ figure: String, to id: String, about words: String) -> Markup {
    guard names.contains(id) else { return Markup(figure) }
    return .element(
      "a", ["href": address(id), "aria-label": "\(figure) \(words): the steps behind it"], Markup(figure))
  }

  /// The entries by chapter, in their order.
  var chapters: [(title: String, entries: [Entry])] {
    var found: [(title: String, entries: [Entry])] = []
    for entry in entries {
      if found.last?.title != entry.chapter { found.append((entry.chapter, [])) }
      found[found.count - 1].entries.append(entry)
    }
    return found
  }
}
