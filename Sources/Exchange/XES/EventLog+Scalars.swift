internal import Trace

extension EventLog.Value {
  /// Reads a date, number or truth value as XML writes it; nil for what is none.
  init?(_ kind: EventLog.Kind, _ bytes: UnsafeBufferPointer<UInt8>) {
    switch kind {
    case .date:
      guard let (moment, offset) = Moment.reading(iso8601: bytes) else { return nil }
      self = .date(moment, offset: offset)
    case .int:
      guard let number = Int64(xml: bytes) else { return nil }
      self = .int(number)
    case .float:
      guard let number = Double(xml: bytes) else { return nil }
      self = .float(number)
    case .boolean:
      guard let flag = Bool(xml: bytes) else { return nil }
      self = .boolean(flag)
    case .string, .id, .list, .container: return nil
    }
  }
}

extension Int64 {
  /// Reads a whole number: digits after an optional sign, with white space around them.
  init?(xml bytes: UnsafeBufferPointer<UInt8>) {
    let bytes = bytes.trimmed
    let isNegative = bytes.first == UInt8(ascii: "-")
    let digits = bytes.dropFirst(isNegative || bytes.first == UInt8(ascii: "+") ? 1 : 0)
    guard !digits.isEmpty else { return nil }
    var number: Int64 = 0
    for byte in digits {
      guard byte >= 48, byte <= 57 else { return nil }
      let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
      let digit = Int64(byte) - 48
      let (sum, carry) = isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      guard !overflow, !carry else { return nil }
      number = sum
    }
    self = number
  }
}

extension Double {
  /// Reads a number in decimal or scientific notation, `INF`, `-INF` or `NaN`, with white space around it.
  init?(xml bytes: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: bytes.trimmed, as: UTF8.self)
    switch text {
    case "INF", "+INF": self = .infinity
    case "-INF": self = -.infinity
    case "NaN": self = .nan
    default:
      // `Double.init` also knows hexadecimal numbers and words, which XML does not.
      guard let last = text.utf8.last, last >= 48 && last <= 57 || last == UInt8(ascii: "."),
        text.utf8.allSatisfy({ $0 != UInt8(ascii: "x") && $0 != UInt8(ascii: "X") }), let number = Double(text)
      else { return nil }
      self = number
    }
  }
}

extension Bool {
  /// Reads `true`, `false`, `1` or `0`, whatever the case, with white space around it.
  init?(xml bytes: UnsafeBufferPointer<UInt8>) {
    switch String(decoding: bytes.trimmed, as: UTF8.self).lowercased() {
    case "true", "1": self = true
    case "false", "0": self = false
    default: return nil
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Without white space at its ends.
  fileprivate var trimmed: Slice<UnsafeBufferPointer<UInt8>> {
    let rest = drop { XMLScanner.isSpace($0) }
    return rest.dropLast(rest.reversed().prefix { XMLScanner.isSpace($0) }.count)
  }
}

extension AttributeTable.Builder {
  /// Gives the current row a value read from text, in a column of its kind, which is not a list or a container.
  ///
  /// - Returns: false where the text is no value of the kind.
  mutating func append(
    _ kind: EventLog.Kind, _ bytes: UnsafeBufferPointer<UInt8>, to column: Int
  ) -> Bool {
    switch EventLog.Value(kind, bytes) {
    case .date(let moment, let offset): append(date: moment, offset: offset, to: column)
    case .int(let number): append(int: number, to: column)
    case .float(let number): append(float: number, to: column)
    case .boolean(let flag): append(boolean: flag, to: column)
    default: return false
    }
    return true
  }
}
