/// Takes comma-separated values (RFC 4180) apart, row by row, in place.
///
/// `Table.init(csv:named:)` leaves that to SwiftCSV, which makes a string of every cell; for a log of a million rows
/// that takes minutes where this takes less than a second.
struct CSVScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  private var position = 0
  /// The row that is read next, from 1; the header is row 0.
  private(set) var row = 0
  /// Where the cells of the current row stand in ``text``.
  private(set) var cells: [Range<Int>] = []
  /// The cells of the current row, one after the other, without their quotation marks.
  private(set) var text: [UInt8] = []

  /// - Parameter bytes: a file whose first line names the columns; what separates cells there, of comma, semicolon and
  ///   tab, separates them everywhere.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let line = bytes[position...].prefix { $0 != UInt8(ascii: "\n") }
    let counts = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].map { sign in
      (sign, line.count { $0 == sign })
    }
    separator = counts.reduce((UInt8(ascii: ","), 0)) { $1.1 > $0.1 ? $1 : $0 }.0
  }

  /// Reads the next row that is not blank; false at the end of the file.
  ///
  /// - Throws: the number of the row whose quotation mark is not closed.
  mutating func next() throws(UnclosedQuotation) -> Bool {
    while position < bytes.count {
      try readRow()
      if cells.count > 1 || !text.isEmpty { return true }
    }
    return false
  }

  struct UnclosedQuotation: Error {
    var row: Int
  }

  private mutating func readRow() throws(UnclosedQuotation) {
    cells.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    row += 1
    var start = 0
    var isQuoted = false
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          text.append(byte)
        } else if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
          text.append(byte)
          position += 1
        } else {
          isQuoted = false
        }
      } else if byte == separator {
        cells.append(start..<text.count)
        start = text.count
      } else if byte == UInt8(ascii: "\n") {
        break
      } else if byte == UInt8(ascii: "\""), text.count == start {
        isQuoted = true
      } else if byte != UInt8(ascii: "\r") || position < bytes.count && bytes[position] != UInt8(ascii: "\n") {
        text.append(byte)
      }
    }
    if isQuoted { throw UnclosedQuotation(row: row) }
    cells.append(start..<text.count)
  }
}
