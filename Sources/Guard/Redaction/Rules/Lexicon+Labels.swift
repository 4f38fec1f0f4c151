import Trace

extension Lexicon {
  /// What kind of secret a field holds by its label; nil for one whose label announces none.
  ///
  /// The last word decides: a “Password hint” is no password, a “Password (again) *” is one.
  func secretKind(ofLabel label: String) -> WithheldKind? {
    guard label.utf8.count <= 120 else { return nil }
    var bytes = FoldedText(label).bytes
    // What the guard has put there itself says nothing of the field.
    guard !bytes.contains(Folding.withheldStart) else { return nil }
    // What stands in brackets says how to fill the field, not what it is.
    if let bracket = bytes.firstIndex(of: UInt8(ascii: "(")), bracket > 0 { bytes = Array(bytes[..<bracket]) }
    var words = bytes.split { !$0.isAlphanumeric && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
    while let last = words.last, Lexicon.trailing.contains(Lexicon.hash(of: last)) { words.removeLast() }
    guard !words.isEmpty else { return nil }
    var scanner = Scanner(
      FoldedText(bytes: Array(words.joined(separator: [0x20])), origins: nil), table: .empty, lexicon: self,
      people: People([]),
      isValue: false)
    _ = scanner.scan()
    let end = scanner.wordsEnd
    return Lexicon.secretTopics.first { scanner.lastSeen[$0.topic.rawValue] == end }?.kind
  }

  private static let secretTopics: [(topic: Topic, kind: WithheldKind)] = [
    (.password, .password), (.token, .secret), (.code, .code), (.cardCode, .card),
  ]

  private static let trailing: Set<UInt64> = Set(
    "again confirm confirmation repeat repeated verify required optional wiederholen bestatigen bestatigung erneut encore confirmer nuevamente ripeti ponownie field input"
      .split(separator: " ").map { Lexicon.hash(of: $0.utf8) })
}
