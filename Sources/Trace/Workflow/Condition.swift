/// What decides whether a way is taken: a comparison of something that can be seen with a constant.
public struct Condition: Sendable, Codable, Hashable {
  public enum Comparison: String, Sendable, Codable, Hashable {
    case equals, differs, contains, lacks, atLeast, below, isPresent, isAbsent
  }

  public var subject: ValueSource
  public var comparison: Comparison
  public var value: String

  public init(subject: ValueSource, comparison: Comparison, value: String = "") {
    self.subject = subject
    self.comparison = comparison
    self.value = value
  }
}
