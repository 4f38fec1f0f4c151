/// The naive way: a cut after each row that names something sent or saved.
enum PlainCuts {
  /// What buttons and events are called that end something, in some languages.
  static let words = ["submit", "save", "send", "confirm", "apply", "finish", "ok", "done", "übernehmen", "speichern"]

  /// The episode of each row.
  static func episodes(of rows: [[String]]) -> [Int?] {
    var episode = 0
    return rows.map { row in
      defer { if row.contains(where: ends) { episode += 1 } }
      return episode
    }
  }

  private static func ends(_ text: String) -> Bool {
    guard text.utf8.count < 40 else { return false }
    return text.lowercased().split { !$0.isLetter }.contains { words.contains(String($0)) }
  }
}
