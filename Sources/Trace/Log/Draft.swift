/// A column that is being filled.
struct Draft: Sendable {
  let key: String
  let kind: EventLog.Kind
  /// For texts and ids.
  var codes: [UInt32] = []
  var pool = TextPool()
  /// For integers, and for dates in microseconds.
  var integers: [Int64] = []
  var offsets: [Int16] = []
  var floats: [Double] = []
  var flags: [Bool] = []
  var lists: [[EventLog.Attribute]] = []
  var children: [Column.Children] = []
  /// The last row with a value.
  private(set) var lastRow = -1
  /// How many rows have a value.
  private var taken = 0
  /// The rows with a value, from the first time that one had none.
  private var rows: [UInt32]?
  /// The column that takes the next value of a row in which this column has one already.
  var next: Int?
  /// The last row that had several values for this key and kind, and the column that took the last of them.
  var repeated: (row: Int, column: Int)?

  init(key: String, kind: EventLog.Kind) {
    self.key = key
    self.kind = kind
  }

  /// Marks a row, later than any before, as having a value.
  mutating func take(_ row: Int) {
    if rows == nil, row != taken { rows = (0..<UInt32(taken)).map { $0 } }
    rows?.append(UInt32(row))
    taken += 1
    lastRow = row
  }

  var column: Column {
    let values: Column.Values =
      switch kind {
      case .string: .string(codes: codes, pool)
      case .id: .id(codes: codes, pool)
      case .date: .date(microseconds: integers, offsets: offsets)
      case .int: .int(integers)
      case .float: .float(floats)
      case .boolean: .boolean(flags)
      case .list: .list(lists)
      case .container: .container
      }
    return Column(key: key, rows: rows.map { .some($0) } ?? .first(taken), values: values, children: children)
  }
}
