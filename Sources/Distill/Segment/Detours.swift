import Trace

/// Finds where a person went somewhere and came back without having done anything.
///
///     list │ click R-12 → /12/ │ click History → /12/history/ │ back → /12/ │ click Invoices → list │ click Add
///     ────────────────────────────────────────────────────────────────────────────────────────────────────────
///     list │                                                                                        │ click Add
///
/// Only steps that show something else count, without an entry, a copy or anything sent in between. What was looked
/// at may have been of use, but nothing in the recording says so: such steps belong to no episode. The last way back
/// is kept from where it could have been begun anywhere: from a link that stands on several kinds of page.
enum Detours {
  /// The numbers of the steps that are part of a detour.
  static func find(in steps: [Step]) -> Set<Int> {
    var found: Set<Int> = []
    let everywhere = linksOnSeveralPages(steps)
    // For each window: the steps of the way so far, with the address before each.
    var ways: [String: [(address: String, step: Int)]] = [:]
    for (index, step) in steps.enumerated() {
      let window = step.id.session + "\u{0}" + step.place.window
      guard let destination = step.destination, isMove(step) else {
        ways[window] = []
        continue
      }
      var way = ways[window] ?? []
      way.append((step.place.document + step.place.query, index))
      if let start = way.firstIndex(where: { $0.address == destination }) {
        let loop = way[start...].map(\.step)
        let lastBeginning = loop.lastIndex { everywhere.contains(Link(steps[$0])) } ?? loop.endIndex
        found.formUnion(loop[..<lastBeginning])
        way.removeSubrange(start...)
      }
      ways[window] = way
    }
    return found
  }

  /// Whether it only shows something else, in the same window.
  private static func isMove(_ step: Step) -> Bool {
    step.isMove && !step.signals.contains { if case .windowOpened = $0 { true } else { false } }
  }

  /// A link by what it says and where it leads.
  private struct Link: Hashable {
    var name: String
    var destination: String

    init(_ step: Step) {
      name = step.element?.name ?? ""
      destination = step.destination.map { PathTemplate($0).description } ?? ""
    }
  }

  private static func linksOnSeveralPages(_ steps: [Step]) -> Set<Link> {
    var pages: [Link: Set<String>] = [:]
    for step in steps where isMove(step) && step.element != nil {
      pages[Link(step), default: []].insert(PathTemplate(step.place.document).description)
    }
    return Set(pages.filter { $0.value.count > 1 }.keys)
  }
}
