/// What a program's step acts on: elements as they were seen, and what in them varies with a parameter.
public struct Target: Sendable, Codable, Hashable {
  /// The element as it was in the episodes, the latest first, at most five: what a locator is made of.
  public var examples: [Element]
  /// The element's text or row that names it is given by a value (the link called like `customer`), not by the
  /// examples: which part, and where its value comes from.
  public var variable: VariablePart?

  public init(examples: [Element], variable: VariablePart? = nil) {
    self.examples = examples
    self.variable = variable
  }

  /// A part of an element that a value decides.
  public struct VariablePart: Sendable, Codable, Hashable {
    public enum Part: String, Sendable, Codable, Hashable {
      /// The accessible name.
      case name
      /// The text of its row.
      case row
      /// Its position among alike elements, from 0, for loops over items; for a cell of a sheet its row, and the source
      /// says in which row the loop begins.
      case index
    }

    public var part: Part
    public var source: ValueSource

    public init(part: Part, source: ValueSource) {
      self.part = part
      self.source = source
    }
  }
}
