public import Foundation
public import Trace

extension EventLog {
  /// Writes the log as comma-separated values (RFC 4180), piece by piece: a row an event, a column a key; attributes
  /// of traces stand in every row of the trace, in columns that begin with `case:`.
  ///
  /// CSV holds less than a log: lists, containers, attributes of attributes and of the log, and events outside traces
  /// are left out; of a key that comes with several kinds the first one that a row has is written.
  ///
  /// - Parameter sink: takes the next piece of the file.
  public func writeCSV<Failure: Error>(to sink: (Data) throws(Failure) -> Void) throws(Failure) {
    let traceKeys = traces.keys
    let eventKeys = events.keys
    var text: [UInt8] = []
    text.append(row: traceKeys.map { "case:\($0)" } + eventKeys)
    for trace in traces.indices {
      let own = traces.texts(at: trace, of: traceKeys)
      for event in events(of: trace) {
        text.append(row: own + events.texts(at: event, of: eventKeys))
        if text.count > 1 << 20 {
          try sink(Data(text))
          text.removeAll(keepingCapacity: true)
        }
      }
    }
    try sink(Data(text))
  }

  /// The log as a CSV file; see ``writeCSV(to:)``.
  public var csv: Data {
    var data = Data()
    writeCSV { (piece: Data) throws(Never) in data.append(piece) }
    return data
  }
}

extension AttributeTable {
  /// The keys with values that are a text, each once.
  fileprivate var keys: [String] {
    var keys: [String] = []
    for column in columns where column.kind != .list && column.kind != .container && !keys.contains(column.key) {
      keys.append(column.key)
    }
    return keys
  }

  /// The values of a row; empty where it has none.
  fileprivate func texts(at row: Int, of keys: [String]) -> [String] {
    keys.map { key in
      for column in columns where column.key == key {
        if let text = column.attribute(at: row)?.text { return text }
      }
      return ""
    }
  }
}

extension Array<UInt8> {
  fileprivate mutating func append(row cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      let isQuoted = cell.utf8.contains { [UInt8(ascii: ","), 0x22, 0x0A, 0x0D, 0x3B, 0x09].contains($0) }
      if isQuoted {
        append(0x22)
        for byte in cell.utf8 {
          if byte == 0x22 { append(0x22) }
          append(byte)
        }
        append(0x22)
      } else {
        append(contentsOf: cell.utf8)
      }
    }
    append(contentsOf: [0x0D, 0x0A])
  }
}
