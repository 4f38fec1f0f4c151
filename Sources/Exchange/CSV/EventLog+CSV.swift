public import Foundation
public import Trace

extension EventLog {
  /// Reads a log from comma-, semicolon- or tab-separated values (RFC 4180) with a header line, in UTF-8, plain or
  /// compressed by gzip: a row is an event.
  ///
  /// The events of a case need not stand together; cases come in the order of their first row, events in the order of
  /// the file. A column whose name begins with `case:` is an attribute of the trace, of which the first row with a
  /// value counts. Empty cells are left out. All values but times are texts: CSV does not say more.
  ///
  /// ```swift
  /// let log = try EventLog(csv: data, named: "tickets.csv", columns: LogColumns(case: "ticket", activity: "status"))
  /// ```
  public init(csv data: Data, named name: String, columns: LogColumns = .usual) throws(TableError) {
    let plain: Data
    do {
      plain = try data.gunzipped(limit: 8 << 30)
    } catch {
      throw .malformed(file: name, problem: "its compression is damaged")
    }
    let result = plain.withUnsafeBytes { raw in
      raw.withMemoryRebound(to: UInt8.self) { bytes -> Result<EventLog, TableError> in
        do throws(TableError) {
          var reader = CSVLogReader(file: name, columns: columns, scanner: CSVScanner(bytes))
          return .success(try reader.read())
        } catch {
          return .failure(error)
        }
      }
    }
    self = try result.get()
  }
}

/// Reads a log from CSV, an event a row.
private struct CSVLogReader {
  let file: String
  let columns: LogColumns
  var scanner: CSVScanner
  private var cases = TextPool()
  /// The case of each event.
  private var caseOf: [UInt32] = []
  /// The attributes of each case by column, where they were seen.
  private var attributes: [[Int: String]] = []
  private var events = AttributeTable.Builder()

  init(file: String, columns: LogColumns, scanner: CSVScanner) {
    self.file = file
    self.columns = columns
    self.scanner = scanner
  }

  mutating func read() throws(TableError) -> EventLog {
    guard try next() else { throw .noHeader(file: file) }
    let header = scanner.cells.map { String(decoding: scanner.text[$0], as: UTF8.self) }
    if let repeated = header.first(where: { name in header.count { $0 == name } > 1 }) {
      throw .repeatedColumn(file: file, column: repeated)
    }
    let caseColumn = try place(of: columns.case, in: header)
    let activityColumn = try place(of: columns.activity, in: header)
    var timeColumn: Int?
    if let time = columns.time { timeColumn = try place(of: time, in: header) }
    let numbers = header.enumerated().map { place, name in
      place == caseColumn || name.hasPrefix("case:")
        ? -1
        : events.column(
          key: place == activityColumn ? "concept:name" : place == timeColumn ? "time:timestamp" : name,
          kind: place == timeColumn ? .date : .string)
    }
    while try next() {
      guard scanner.cells.count <= header.count else {
        throw .longRow(
          file: file, row: scanner.row - 1, cells: scanner.cells.count, columns: header.count)
      }
      guard String(validating: scanner.text, as: UTF8.self) != nil else { throw .notText(file: file) }
      try readEvent(header, numbers, caseColumn, timeColumn)
    }
    return log(header)
  }

  private mutating func next() throws(TableError) -> Bool {
    do throws(CSVScanner.UnclosedQuotation) {
      return try scanner.next()
    } catch {
      throw .malformed(file: file, problem: "row \(error.row - 1) has a quotation mark that is not closed")
    }
  }

  private func place(of column: String, in header: [String]) throws(TableError) -> Int {
    guard let place = header.firstIndex(of: column) else {
      throw .missingColumn(file: file, column: column, columns: header)
    }
    return place
  }

  private mutating func readEvent(
    _ header: [String], _ numbers: [Int], _ caseColumn: Int, _ timeColumn: Int?
  ) throws(TableError) {
    events.addRow()
    let text = scanner.text
    let name = scanner.cells.indices.contains(caseColumn) ? scanner.cells[caseColumn] : 0..<0
    let code = cases.code(for: text.span.extracting(name))
    caseOf.append(code)
    if Int(code) == attributes.count { attributes.append([:]) }
    for (place, cell) in scanner.cells.enumerated() where !cell.isEmpty && place != caseColumn {
      if place == timeColumn {
        let read = text.withUnsafeBufferPointer { Moment.reading(iso8601: $0.extracting(cell)) }
        guard let read else { throw .badTime(file: file, row: scanner.row - 1, column: header[place]) }
        events.append(date: read.moment, offset: read.offset, to: numbers[place])
      } else if numbers[place] >= 0 {
        events.append(text: text.span.extracting(cell), to: numbers[place])
      } else if attributes[Int(code)][place] == nil {
        attributes[Int(code)][place] = String(decoding: text[cell], as: UTF8.self)
      }
    }
  }

  /// Puts the events of each case together.
  private func log(_ header: [String]) -> EventLog {
    var traces = AttributeTable.Builder()
    var starts = [0]
    for code in 0..<UInt32(cases.count) {
      traces.addRow()
      traces.append(EventLog.Attribute("concept:name", .string(cases[code])))
      for (place, value) in attributes[Int(code)].sorted(by: { $0.key < $1.key }) {
        traces.append(EventLog.Attribute(String(header[place].dropFirst("case:".count)), .string(value)))
      }
      starts.append(0)
    }
    for code in caseOf { starts[Int(code) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var order = Array(repeating: 0, count: caseOf.count)
    var next = starts
    for (event, code) in caseOf.enumerated() {
      order[next[Int(code)]] = event
      next[Int(code)] += 1
    }
    let isInOrder = zip(caseOf, caseOf.dropFirst()).allSatisfy { $0 <= $1 }
    let table = isInOrder ? events.table : events.table.reordered(by: order)
    return EventLog(
      header: EventLog.Header(extensions: [.concept, .time], classifiers: [.activity]), traces: traces.table,
      events: table, starts: starts)
  }
}
