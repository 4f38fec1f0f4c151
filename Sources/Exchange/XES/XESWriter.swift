internal import Foundation
internal import Trace

/// Writes a log as XES, in pieces of about a megabyte.
struct XESWriter<Failure: Error> {
  private let sink: (Data) throws(Failure) -> Void
  private var text: [UInt8] = []
  private var depth = 0
  private let piece = 1 << 20

  init(to sink: @escaping (Data) throws(Failure) -> Void) {
    self.sink = sink
    text.reserveCapacity(piece + 4096)
  }

  mutating func write(_ log: EventLog) throws(Failure) {
    line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    let version = ("xes.version", log.header.version)
    let features = log.header.features.isEmpty ? [] : [("xes.features", log.header.features)]
    begin("log", [version] + features + [("xmlns", "http://www.xes-standard.org/")])
    for item in log.header.extensions {
      empty("extension", [("name", item.name), ("prefix", item.prefix), ("uri", item.uri)])
    }
    for global in log.header.globals {
      begin("global", [("scope", global.scope.rawValue)])
      for attribute in global.attributes { write(attribute) }
      end("global")
    }
    for classifier in log.header.classifiers {
      let scope = classifier.scope == .event ? [] : [("scope", classifier.scope.rawValue)]
      empty("classifier", [("name", classifier.name)] + scope + [("keys", classifier.list)])
    }
    for attribute in log.attributes { write(attribute) }
    var traces = log.traces.columns.map(ColumnCursor.init)
    var events = log.events.columns.map(ColumnCursor.init)
    for trace in log.traces.indices {
      begin("trace", [])
      write(trace, &traces)
      for event in log.events(of: trace) { try writeEvent(event, &events) }
      end("trace")
    }
    for event in log.loose { try writeEvent(event, &events) }
    end("log")
    try flush(above: 0)
  }

  private mutating func writeEvent(_ row: Int, _ columns: inout [ColumnCursor]) throws(Failure) {
    begin("event", [])
    write(row, &columns)
    end("event")
    try flush(above: piece)
  }

  private mutating func write(_ row: Int, _ columns: inout [ColumnCursor]) {
    for index in columns.indices {
      guard let position = columns[index].advance(to: row) else { continue }
      let column = columns[index].column
      let children = columns[index].children(at: row)
      switch column.values {
      case .string(let codes, let pool) where children.isEmpty:
        openValue("string", column.key)
        pool.withBytes(of: codes[position]) { text.append(escaping: $0) }
        closeValue()
      default:
        write(EventLog.Attribute(column.key, column.value(atPosition: position), children: children))
      }
    }
  }

  private mutating func write(_ attribute: EventLog.Attribute) {
    let tag = attribute.value.kind.rawValue
    switch attribute.value {
    case .list(let items):
      begin(tag, [("key", attribute.key)])
      for child in attribute.children { write(child) }
      begin("values", [])
      for item in items { write(item) }
      end("values")
      end(tag)
    case .container:
      begin(tag, [("key", attribute.key)])
      for child in attribute.children { write(child) }
      end(tag)
    default:
      let value = attribute.value.text ?? ""
      if attribute.children.isEmpty {
        openValue(tag, attribute.key)
        value.utf8.withContiguousStorageIfAvailable { text.append(escaping: $0) }
        closeValue()
      } else {
        begin(tag, [("key", attribute.key), ("value", value)])
        for child in attribute.children { write(child) }
        end(tag)
      }
    }
  }

  private mutating func openValue(_ tag: String, _ key: String) {
    indent()
    text.append(contentsOf: "<\(tag) key=\"".utf8)
    append(key)
    text.append(contentsOf: "\" value=\"".utf8)
  }

  private mutating func closeValue() { text.append(contentsOf: "\"/>\n".utf8) }

  private mutating func begin(_ tag: String, _ attributes: [(name: String, value: String)]) {
    indent()
    tagText(tag, attributes, end: ">\n")
    depth += 1
  }

  private mutating func end(_ tag: String) {
    depth -= 1
    indent()
    line("</\(tag)>")
  }

  private mutating func empty(_ tag: String, _ attributes: [(name: String, value: String)]) {
    indent()
    tagText(tag, attributes, end: "/>\n")
  }

  private mutating func tagText(_ tag: String, _ attributes: [(name: String, value: String)], end: String) {
    text.append(contentsOf: "<\(tag)".utf8)
    for attribute in attributes {
      text.append(contentsOf: " \(attribute.name)=\"".utf8)
      append(attribute.value)
      text.append(UInt8(ascii: "\""))
    }
    text.append(contentsOf: end.utf8)
  }

  private mutating func append(_ value: String) {
    var value = value
    value.withUTF8 { text.append(escaping: $0) }
  }

  private mutating func line(_ line: String) {
    text.append(contentsOf: line.utf8)
    text.append(UInt8(ascii: "\n"))
  }

  private mutating func indent() {
    for _ in 0..<depth { text.append(contentsOf: [0x20, 0x20]) }
  }

  private mutating func flush(above size: Int) throws(Failure) {
    guard text.count > size else { return }
    try sink(Data(text))
    text.removeAll(keepingCapacity: true)
  }

}

/// Walks down a column row by row.
private struct ColumnCursor {
  let column: Column
  private var position = 0
  private var child = 0

  init(_ column: Column) { self.column = column }

  /// Where the value of a row stands, asked for in rising order; nil where the row has none.
  mutating func advance(to row: Int) -> Int? {
    switch column.rows {
    case .first(let count): return row < count ? row : nil
    case .some(let rows):
      while position < rows.count, rows[position] < row { position += 1 }
      return position < rows.count && rows[position] == row ? position : nil
    }
  }

  mutating func children(at row: Int) -> [EventLog.Attribute] {
    while child < column.children.count, column.children[child].row < row { child += 1 }
    return child < column.children.count && column.children[child].row == row ? column.children[child].attributes : []
  }
}

extension Array<UInt8> {
  /// Appends text as it stands in an attribute of XML. What XML cannot hold at all, a control character, becomes the
  /// replacement character.
  fileprivate mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
      case 0x09: append(contentsOf: "&#9;".utf8)
      case 0x0A: append(contentsOf: "&#10;".utf8)
      case 0x0D: append(contentsOf: "&#13;".utf8)
      case 0..<0x20: append(contentsOf: "\u{FFFD}".utf8)
      case 0xBE...0xBF where index >= 2 && text[index - 1] == 0xBF && text[index - 2] == 0xEF:
        // U+FFFE and U+FFFF become U+FFFD, whose last byte is 0xBD.
        append(0xBD)
      default: append(byte)
      }
    }
  }
}
