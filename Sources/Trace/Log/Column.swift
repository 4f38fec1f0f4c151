/// The values of one attribute, over the rows of an ``AttributeTable`` that have it.
public struct Column: Sendable, Hashable {
  public let key: String
  /// Which rows have a value: all of the first so many, or those listed, rising.
  public let rows: Rows
  /// One value for each of ``rows``, in their order.
  public let values: Values
  /// The attributes of values that have some, by row, rising.
  public let children: [Children]

  /// Which rows have a value.
  public enum Rows: Sendable, Hashable {
    case first(Int)
    case some([UInt32])

    public var count: Int {
      switch self {
      case .first(let count): count
      case .some(let rows): rows.count
      }
    }
  }

  /// The values, laid out by kind.
  public enum Values: Sendable, Hashable {
    case string(codes: [UInt32], TextPool)
    case date(microseconds: [Int64], offsets: [Int16])
    case int([Int64])
    case float([Double])
    case boolean([Bool])
    case id(codes: [UInt32], TextPool)
    case list([[EventLog.Attribute]])
    case container

    public var kind: EventLog.Kind {
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
  }

  /// The attributes of the value in one row.
  public struct Children: Sendable, Hashable {
    public let row: Int
    public let attributes: [EventLog.Attribute]
  }

  public var kind: EventLog.Kind { values.kind }

  /// Where in ``values`` the value of a row stands; nil where the row has none.
  public func position(of row: Int) -> Int? {
    switch rows {
    case .first(let count): row < count ? row : nil
    case .some(let rows): rows.position(ofSorted: UInt32(row))
    }
  }

  /// The attribute in a row; nil where it has none.
  public func attribute(at row: Int) -> EventLog.Attribute? {
    position(of: row).map { EventLog.Attribute(key, value(atPosition: $0), children: children(at: row)) }
  }

  /// The value that stands at a position of ``values``.
  public func value(atPosition position: Int) -> EventLog.Value {
    switch values {
    case .string(let codes, let pool): .string(pool[codes[position]])
    case .date(let microseconds, let offsets):
      .date(Moment(microseconds: microseconds[position]), offset: Int(offsets[position]))
    case .int(let numbers): .int(numbers[position])
    case .float(let numbers): .float(numbers[position])
    case .boolean(let flags): .boolean(flags[position])
    case .id(let codes, let pool): .id(pool[codes[position]])
    case .list(let lists): .list(lists[position])
    case .container: .container
    }
  }

  private func children(at row: Int) -> [EventLog.Attribute] {
    guard !children.isEmpty else { return [] }
    return children.map(\.row).position(ofSorted: row).map { children[$0].attributes } ?? []
  }
}

extension Array where Element: Comparable {
  /// Where `element` stands in an array that rises strictly; nil where it does not.
  func position(ofSorted element: Element) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == element ? low : nil
  }
}
