/// Something only the person can say: a judgement, a choice, whether a step was done.
public struct Question: Sendable, Codable, Hashable {
  /// Names the question within a run, so that it is asked once for each row.
  public var key: String
  /// A full sentence.
  public var text: String
  /// The answers that are possible; empty where any text is.
  public var choices: [String]
  /// What the person answered before, most frequent first: shown, never taken by itself.
  public var examples: [String]
  /// Which row of the given rows it is about, from 0.
  public var row: Int?

  public init(key: String, text: String, choices: [String] = [], examples: [String] = [], row: Int? = nil) {
    self.key = key
    self.text = text
    self.choices = choices
    self.examples = examples
    self.row = row
  }
}
