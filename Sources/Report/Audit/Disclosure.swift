public import Trace

/// What somebody would know who learned from these days: the kinds of data in it, and where they come from.
public struct Disclosure: Sendable, Codable, Hashable {
  public var kinds: [Kind]
  /// How many values were withheld and never recorded.
  public var withheld: Int
  /// How many pictures there are.
  public var pictures: Int

  /// A kind of data: a field that was filled, a column of a file, a text that was copied or clicked.
  public struct Kind: Sendable, Codable, Hashable {
    /// Where: an origin, an application, or a file's name.
    public var source: String
    /// The field's label or the column's name.
    public var name: String
    public var kind: Parameter.Kind
    /// How many different values.
    public var values: Int
    public var evidence: [EventID]
  }
}
