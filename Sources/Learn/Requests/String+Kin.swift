extension String {
  private static let endings: Set<String> = [
    "", "e", "s", "es", "d", "ed", "ing", "ion", "ions", "y", "ies", "ied", "al", "n", "en", "er", "te", "t", "ung",
    "ungen",
  ]

  /// Whether two words, in lower case, are forms of one: `approve`, `approved`, `approval`.
  func isKin(to other: String) -> Bool {
    if self == other { return true }
    guard min(count, other.count) >= 3 else { return false }
    let common = zip(self, other).prefix { $0 == $1 }.count
    guard common >= 3, common * 3 >= min(count, other.count) * 2 else { return false }
    return Self.endings.contains(String(dropFirst(common))) && Self.endings.contains(String(other.dropFirst(common)))
  }
}
