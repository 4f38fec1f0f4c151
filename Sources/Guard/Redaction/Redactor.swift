import Trace

/// Finds what should not be kept in any text, and puts a pseudonym in its place.
///
/// ```swift
/// let redactor = Redactor()
/// redactor.findings(in: "mail anna@example.org")   // [email at 5..<21]
/// redactor.redact("mail anna@example.org", with: pseudonyms)  // mail ‹email 3f9a2c07d1›
/// ```
///
/// The text is folded (widths, look-alikes, invisible characters), and searched also with escapes written out and
/// base64 decoded; what is found is given by its place in the original. It takes time in proportion to the text.
public struct Redactor: Sendable {
  private let table: RuleTable
  private let lexicon: Lexicon

  private let people: People

  /// - Parameter people: the names of people from the lists that the user has; nobody is guessed.
  public init(people: [String] = []) {
    table = .standard
    lexicon = .standard
    self.people = People(people)
  }

  /// What should not be kept of a text, in order, without overlap.
  ///
  /// - Parameters:
  ///   - label: what the text is called by, where it is the value of a field or the cell of a table.
  ///   - isValue: whether the text is a value of its own (typed, copied, in a field), in which a single random-looking
  ///     word is taken for a secret; not for names, labels and attributes.
  public func findings(in text: String, under label: String = "", isValue: Bool = true) -> [Finding] {
    let folded = FoldedText(text)
    var found = search(folded, isValue: isValue)
    if let unescaped = folded.unescaped() {
      found += search(unescaped, isValue: isValue)
      if let twice = unescaped.unescaped() { found += search(twice, isValue: isValue) }
    }
    for encoded in folded.encodedTexts() {
      let inner = search(FoldedText(encoded.text), isValue: false)
      if let first = inner.first {
        found.append(Finding(kind: first.kind, range: folded.original(encoded.range), rule: first.rule))
      }
    }
    if !label.isEmpty { found += search(folded, under: label) }
    return Finding.merged(found)
  }

  /// The text with a pseudonym for everything that should not be kept.
  public func redact(_ text: String, with pseudonyms: Pseudonyms, under label: String = "", isValue: Bool = true)
    -> String
  {
    redaction(of: text, under: label, isValue: isValue, with: pseudonyms).text
  }

  /// How often a text is gone over at most: what was withheld can lay bare what stood against it.
  private static let mostPasses = 4

  /// - Parameter allowed: what is kept although it is found, in lower case.
  func redaction(
    of text: String, under label: String, isValue: Bool, with pseudonyms: Pseudonyms, allowing allowed: Set<String> = []
  ) -> RedactedText {
    var result = RedactedText(text: text)
    for _ in 0..<Redactor.mostPasses {
      var findings = findings(in: result.text, under: label, isValue: isValue)
      if !allowed.isEmpty {
        let bytes = Array(result.text.utf8)
        findings.removeAll { allowed.contains(String(decoding: bytes[$0.range], as: UTF8.self).lowercased()) }
      }
      if findings.isEmpty { break }
      result.withhold(findings, with: pseudonyms)
    }
    return result
  }

  /// What is found in a text with its label before it, in ranges of the text alone.
  private func search(_ text: FoldedText, under label: String) -> [Finding] {
    let before = FoldedText(label).bytes.suffix(120) + Array(": ".utf8)
    var scanner = Scanner(
      FoldedText(bytes: before + text.bytes, origins: nil), table: table, lexicon: lexicon, people: people,
      isValue: false)
    return scanner.scan().compactMap { finding in
      guard finding.range.lowerBound >= before.count else { return nil }
      let range = (finding.range.lowerBound - before.count)..<(finding.range.upperBound - before.count)
      return Finding(kind: finding.kind, range: text.original(range), rule: finding.rule)
    }
  }

  private func search(_ text: FoldedText, isValue: Bool) -> [Finding] {
    var scanner = Scanner(text, table: table, lexicon: lexicon, people: people, isValue: isValue)
    return scanner.scan().map { finding in
      Finding(kind: finding.kind, range: text.original(finding.range), rule: finding.rule)
    }
  }
}
