/// What differs from episode to episode and must be given when the workflow is performed.
public struct Parameter: Sendable, Codable, Hashable {
  /// The kinds of value a parameter takes: what is accepted into its slot.
  public enum Kind: String, Sendable, Codable, Hashable {
    case text, number, date, choice, flag, email, url
  }

  /// Made of the label of the field or the column it came from, for example `amount`.
  public var name: String
  public var kind: Kind
  /// What was seen for it, most frequent first, at most 20.
  public var examples: [String]
  /// The column of a file it was equal to in every episode, where there is one.
  public var column: String?
  /// Whether the person decided it each time without a source that could be seen: it is asked, never guessed.
  public var isJudgement: Bool

  public init(name: String, kind: Kind, examples: [String] = [], column: String? = nil, isJudgement: Bool = false) {
    self.name = name
    self.kind = kind
    self.examples = examples
    self.column = column
    self.isJudgement = isJudgement
  }
}
