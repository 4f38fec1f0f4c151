extension EventLog {
  /// One attribute of a log, a trace, an event or another attribute.
  public struct Attribute: Sendable, Codable, Hashable {
    public var key: String
    public var value: Value
    /// Attributes of the attribute; for a container, what it holds.
    public var children: [Attribute]

    public init(_ key: String, _ value: Value, children: [Attribute] = []) {
      self.key = key
      self.value = value
      self.children = children
    }

    /// The value as text: as it is for texts, as the standard writes it for the rest; nil for lists and containers.
    public var text: String? { value.text }
  }

  /// The kinds of value an attribute can have, named as the standard names them.
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    case string, date, int, float, boolean, id, list, container
  }

  /// The value of an attribute.
  public indirect enum Value: Sendable, Codable, Hashable {
    case string(String)
    /// An instant, and by how many minutes the clock it was read from was ahead of UTC.
    case date(Moment, offset: Int)
    case int(Int64)
    case float(Double)
    case boolean(Bool)
    /// Names something for good, usually a UUID.
    case id(String)
    /// Attributes in an order that means something; keys may repeat.
    case list([Attribute])
    /// Nothing but the attributes in it.
    case container

    public var kind: Kind {
      switch self {
      case .string: .string
      case .date: .date
      case .int: .int
      case .float: .float
      case .boolean: .boolean
      case .id: .id
      case .list: .list
      case .container: .container
      }
    }

    /// The value as text; nil for lists and containers.
    public var text: String? {
      switch self {
      case .string(let text), .id(let text): text
      case .date(let moment, let offset): moment.text(offset: offset)
      case .int(let number): String(number)
      case .float(let number): number.isFinite ? String(number) : number.isNaN ? "NaN" : number < 0 ? "-INF" : "INF"
      case .boolean(let flag): flag ? "true" : "false"
      case .list, .container: nil
      }
    }
  }
}
