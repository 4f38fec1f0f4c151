/// The rules of the person's own: what is never recorded, what is withheld, and what is kept although it looks secret.
///
/// They are written in a text file, one a line; `#` begins a comment:
///
/// ```
/// deny https://bank.example.org        # nothing there is ever recorded, whatever is granted
/// deny app:keepassxc
/// deny window:Salaries                 # nor in windows that have this in their titles
/// redact field Customer number         # what is in fields that are called so
/// redact place https://crm.example.org/notes
/// redact text Project Falcon           # these words, wherever they stand
/// redact pattern PRJ-####              # any digit for #, any letter for ?, any run without spaces for *
/// allow text support@example.org       # kept although it looks like an address
/// keep 90 days                         # what is older is erased by itself
/// ```
///
/// What is withheld by a rule keeps its equality, as everything does. A rule never lets a password through.
public struct OwnRules: Sendable, Hashable {
  /// Places of which nothing is recorded.
  public var denied: [PlacePattern] = []
  /// Places in which no value is kept.
  var redactedPlaces: [PlacePattern] = []
  /// What fields are called whose values are not kept, in lower case.
  var redactedFields: [String] = []
  var patterns: [TextPattern] = []
  /// Texts that are kept although they look secret, in lower case.
  var allowedTexts: Set<String> = []
  /// For how many days what was recorded is kept; nil for until it is erased.
  public private(set) var daysKept: Int?

  public init() {}

  /// Reads rules; throws with a sentence that names the line.
  public init(_ text: String) throws(GuardError) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = OwnRules.withoutComment(line)
      guard !content.isEmpty else { continue }
      do {
        try add(content)
      } catch {
        throw GuardError(.badRule, "Line \(number + 1) of the rules: \(error.reason)")
      }
    }
  }

  private mutating func add(_ line: String) throws(GuardError) {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? OwnRules.trimmed(words[1][...]) : ""
    switch words[0] {
    case "deny":
      denied.append(try PlacePattern(rest))
    case "keep":
      let parts = rest.split(separator: " ")
      guard parts.count == 2, ["day", "days"].contains(parts[1]), let days = Int(parts[0]), days > 0 else {
        throw GuardError(.badRule, "it does not say how many days to keep. Write for example: keep 90 days")
      }
      daysKept = days
    case "redact", "allow":
      let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw GuardError(.badRule, "it does not say what to \(words[0]). Write for example: redact text Project Falcon")
      }
      try add(parts[0], OwnRules.trimmed(parts[1][...]), isAllowed: words[0] == "allow")
    default:
      throw GuardError(.badRule, "a rule begins with deny, redact, allow or keep.")
    }
  }

  private mutating func add(_ kind: String, _ value: String, isAllowed: Bool) throws(GuardError) {
    switch (kind, isAllowed) {
    case ("text", true): allowedTexts.insert(value.lowercased())
    case ("text", false): patterns.append(try TextPattern(literal: value))
    case ("pattern", false): patterns.append(try TextPattern(value))
    case ("field", false): redactedFields.append(value.lowercased())
    case ("place", false): redactedPlaces.append(try PlacePattern(value))
    default:
      throw GuardError(
        .badRule,
        isAllowed
          ? "only a text can be allowed. Write for example: allow text support@example.org"
          : "a text, pattern, field or place can be redacted. Write for example: redact text Project Falcon")
    }
  }

  /// A `#` with a space or nothing before it begins a comment; in a pattern it stands for a digit.
  private static func withoutComment(_ line: Substring) -> String {
    var end = line.startIndex
    var isAfterSpace = true
    while end < line.endIndex {
      let next = line.index(after: end)
      if line[end] == "#", isAfterSpace, next == line.endIndex || line[next].isWhitespace || end == line.startIndex {
        break
      }
      isAfterSpace = line[end].isWhitespace
      end = next
    }
    return trimmed(line[..<end])
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
