/// Remembers what objects are: their roles, interfaces and parents stay, and asking for them again would be three or four
/// of nine questions. What changes is always asked.
struct RememberedFacts {
  private var known: [Accessible: AccessibleFacts] = [:]
  private static let most = 2_000

  func facts(of accessible: Accessible) -> AccessibleFacts? { known[accessible] }

  mutating func note(_ facts: AccessibleFacts) {
    if known.count >= Self.most { known = [:] }
    known[facts.accessible] = facts
  }

  mutating func forget(_ accessible: Accessible) { known[accessible] = nil }
}
