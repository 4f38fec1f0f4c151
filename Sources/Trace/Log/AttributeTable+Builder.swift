extension AttributeTable {
  /// Makes a table row by row.
  ///
  /// ```swift
  /// var builder = AttributeTable.Builder()
  /// builder.addRow()
  /// builder.append(EventLog.Attribute("concept:name", .string("Approve")))
  /// let table = builder.table
  /// ```
  ///
  /// What reads a whole file asks for a column's number once (``column(key:kind:)``) and appends values to it.
  public struct Builder: Sendable {
    /// How many rows there are so far.
    public private(set) var count = 0
    private var drafts: [Draft] = []
    private var numbers: [Name: Int] = [:]

    private struct Name: Hashable {
      var key: String
      var kind: EventLog.Kind
    }

    public init() {}

    /// Begins the next row: what is appended from now on belongs to it.
    public mutating func addRow() { count += 1 }

    /// The number of the column of this key and kind, which is made where there is none.
    public mutating func column(key: String, kind: EventLog.Kind) -> Int {
      let name = Name(key: key, kind: kind)
      if let number = numbers[name] { return number }
      drafts.append(Draft(key: key, kind: kind))
      numbers[name] = drafts.count - 1
      return drafts.count - 1
    }

    /// Gives the current row an attribute. There must be a row.
    public mutating func append(_ attribute: EventLog.Attribute) {
      let column = column(key: attribute.key, kind: attribute.value.kind)
      switch attribute.value {
      case .string(let text), .id(let text): append(text: text.utf8.span, to: column)
      case .date(let moment, let offset): append(date: moment, offset: offset, to: column)
      case .int(let number): append(int: number, to: column)
      case .float(let number): append(float: number, to: column)
      case .boolean(let flag): append(boolean: flag, to: column)
      case .list(let items): append(list: items, to: column)
      case .container: appendContainer(to: column)
      }
      if !attribute.children.isEmpty { append(children: attribute.children, to: column) }
    }

    /// Gives the current row a text or id in a column of that kind. The bytes must be valid UTF-8.
    ///
    /// - Returns: whether the text came up for the first time in this column.
    @discardableResult
    public mutating func append(text: Span<UInt8>, to column: Int) -> Bool {
      let column = claim(column)
      let known = drafts[column].pool.count
      let code = drafts[column].pool.code(for: text)
      drafts[column].codes.append(code)
      return Int(code) == known
    }

    /// Gives the current row a date in a column of that kind; the offset is in minutes ahead of UTC.
    public mutating func append(date: Moment, offset: Int, to column: Int) {
      let column = claim(column)
      drafts[column].integers.append(date.microseconds)
      drafts[column].offsets.append(Int16(clamping: offset))
    }

    public mutating func append(int number: Int64, to column: Int) {
      drafts[claim(column)].integers.append(number)
    }

    public mutating func append(float number: Double, to column: Int) {
      drafts[claim(column)].floats.append(number)
    }

    public mutating func append(boolean flag: Bool, to column: Int) {
      drafts[claim(column)].flags.append(flag)
    }

    public mutating func append(list items: [EventLog.Attribute], to column: Int) {
      drafts[claim(column)].lists.append(items)
    }

    public mutating func appendContainer(to column: Int) {
      _ = claim(column)
    }

    /// Gives attributes to the value that the current row got last in a column.
    public mutating func append(children: [EventLog.Attribute], to column: Int) {
      let column = latest(column)
      drafts[column].children.append(Column.Children(row: count - 1, attributes: children))
    }

    /// The table of the rows so far.
    public var table: AttributeTable {
      AttributeTable(count: count, columns: drafts.map(\.column))
    }

    /// Marks the current row as having a value in the column; where it has one already, in the next column of the
    /// same key and kind. Returns the column's number.
    private mutating func claim(_ column: Int) -> Int {
      let row = count - 1
      guard drafts[column].lastRow == row else {
        drafts[column].take(row)
        return column
      }
      let last = latest(column)
      let next = drafts[last].next ?? drafts.count
      if next == drafts.count {
        drafts.append(Draft(key: drafts[column].key, kind: drafts[column].kind))
        drafts[last].next = next
      }
      drafts[column].repeated = (row, next)
      drafts[next].take(row)
      return next
    }

    /// The column that took the last value of the current row for this key and kind.
    private func latest(_ column: Int) -> Int {
      if let repeated = drafts[column].repeated, repeated.row == count - 1 { repeated.column } else { column }
    }
  }
}
