internal import Trace

extension Moment {
  /// Reads a date and time of ISO 8601 in the long form that XML, XES and OCEL use:
  /// `2026-11-23T09:00:00.000+01:00`. The letter between date and time may be a space; seconds, their fraction and
  /// the zone may be missing (UTC then); digits after the sixth of the fraction are dropped.
  ///
  /// - Returns: the instant, and by how many minutes the clock was ahead of UTC; nil for anything else.
  static func reading(iso8601 text: UnsafeBufferPointer<UInt8>) -> (moment: Moment, offset: Int)? {
    var digits = DigitCursor(text)
    digits.skipSpace()
    guard let year = digits.number(4), digits.take("-"), let month = digits.number(2), digits.take("-"),
      let day = digits.number(2), digits.take("T") || digits.take(" "), let hour = digits.number(2),
      digits.take(":"), let minute = digits.number(2)
    else { return nil }
    var seconds = 0
    var micros = 0
    if digits.take(":") {
      guard let number = digits.number(2) else { return nil }
      seconds = number
      if digits.take(".") || digits.take(",") {
        guard let fraction = digits.fraction() else { return nil }
        micros = fraction
      }
    }
    guard let offset = digits.offset() else { return nil }
    digits.skipSpace()
    guard digits.isAtEnd, year >= 1, (1...12).contains(month), day >= 1, day <= Moment.days(in: month, of: year),
      hour <= 23, minute <= 59, seconds <= 59
    else { return nil }
    let minutes = Moment.days(year: year, month: month, day: day) * 1440 + Int64(hour * 60 + minute - offset)
    return (Moment(microseconds: (minutes * 60 + Int64(seconds)) * 1_000_000 + Int64(micros)), offset)
  }

  /// Reads a date and time from text; in the same form.
  static func reading(iso8601 text: String) -> (moment: Moment, offset: Int)? {
    var text = text
    return text.withUTF8 { reading(iso8601: $0) }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Takes numbers of so many digits off the front of a text.
private struct DigitCursor {
  let text: UnsafeBufferPointer<UInt8>
  var index = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  var isAtEnd: Bool { index == text.count }

  mutating func skipSpace() {
    while index < text.count, text[index] == 0x20 || (0x09...0x0D).contains(text[index]) { index += 1 }
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard index < text.count, text[index] == UInt8(ascii: scalar) else { return false }
    index += 1
    return true
  }

  /// Exactly so many digits.
  mutating func number(_ count: Int) -> Int? {
    guard index + count <= text.count else { return nil }
    var number = 0
    for byte in text[index..<index + count] {
      let digit = Int(byte) - 48
      guard digit >= 0, digit <= 9 else { return nil }
      number = number * 10 + digit
    }
    index += count
    return number
  }

  /// One digit or more of a fraction, in millionths.
  mutating func fraction() -> Int? {
    var micros = 0
    var count = 0
    while index < text.count, text[index] >= 48, text[index] <= 57 {
      if count < 6 { micros = micros * 10 + Int(text[index]) - 48 }
      count += 1
      index += 1
    }
    guard count > 0 else { return nil }
    for _ in count..<Swift.max(6, count) { micros *= 10 }
    return micros
  }

  /// `Z`, `+01:00`, `+0100`, `+01` or nothing, in minutes ahead of UTC.
  mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let sign: Int
    if take("+") {
      sign = 1
    } else if take("-") {
      sign = -1
    } else {
      return 0
    }
    guard let hours = number(2) else { return nil }
    let hasMinutes = take(":") || index < text.count && text[index] >= 48 && text[index] <= 57
    guard let minutes = hasMinutes ? number(2) : 0, hours <= 23, minutes <= 59 else { return nil }
    return sign * (hours * 60 + minutes)
  }
}
