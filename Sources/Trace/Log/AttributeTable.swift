/// The attributes of all traces, or of all events, of a log: a row for each, a column for each key and kind.
public struct AttributeTable: Sendable, Hashable {
  /// How many rows there are.
  public let count: Int
  /// In the order in which they first came up. A key that came up with two kinds, or twice in one row, has two.
  public let columns: [Column]

  init(count: Int, columns: [Column]) {
    self.count = count
    self.columns = columns
  }

  /// A table without columns.
  public init(count: Int = 0) {
    self.init(count: count, columns: [])
  }

  public var indices: Range<Int> { 0..<count }

  /// The first column of this key; nil where no row has it.
  public subscript(key: String) -> Column? {
    columns.first { $0.key == key }
  }

  /// The attributes of a row, in the order of the columns.
  public func attributes(at row: Int) -> [EventLog.Attribute] {
    columns.compactMap { $0.attribute(at: row) }
  }

  /// The same rows in another order: row `i` of the result is row `order[i]` of this table.
  public func reordered(by order: [Int]) -> AttributeTable {
    AttributeTable(count: order.count, columns: columns.map { $0.reordered(by: order, from: count) })
  }
}
