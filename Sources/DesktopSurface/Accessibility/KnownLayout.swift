/// Remembers for a while what only lays out a window: asking each panel again at each click would cost more than the
/// rest. Where such an object is may have changed meanwhile; that is always asked again.
struct KnownLayout {
  private var known: [Accessible: (facts: AccessibleFacts, until: Deadline)] = [:]
  private static let most = 4_000
  private static let age = Duration.seconds(30)

  /// What is remembered of an object, nil where it is not known or was learned too long ago.
  func facts(of accessible: Accessible) -> AccessibleFacts? {
    guard let entry = known[accessible], !entry.until.hasPassed else { return nil }
    return entry.facts
  }

  mutating func note(_ facts: AccessibleFacts) {
    guard Self.roles.contains(facts.role), facts.name.isEmpty || facts.role == "tool bar" || facts.isOwnTree else {
      return
    }
    guard known[facts.accessible]?.until.hasPassed ?? true else { return }
    if known.count >= Self.most { known = [:] }
    known[facts.accessible] = (facts, .after(Self.age))
  }

  private static let roles: Set<String> = [
    "filler", "layered pane", "menu bar", "page tab list", "panel", "root pane", "scroll pane", "section",
    "split pane", "splitter", "tool bar", "viewport",
  ]
}
