extension Moment {
  /// The instant as XES and ISO 8601 write it, on a clock that is ahead of UTC by `offset` minutes:
  /// `2026-11-23T10:00:07.250+01:00`. Three digits of a second, or six where three are not enough.
  public func text(offset: Int = 0) -> String {
    let local = microseconds &+ Int64(offset) * 60_000_000
    let (days, inDay) = local.dividedFloor(by: 86_400_000_000)
    let (year, month, day) = Moment.date(ofDay: days)
    let seconds = inDay / 1_000_000
    let micros = inDay % 1_000_000
    let fraction = micros % 1000 == 0 ? padded(micros / 1000, 3) : padded(micros, 6)
    let zone = "\(offset < 0 ? "-" : "+")\(padded(Int64(abs(offset) / 60), 2)):\(padded(Int64(abs(offset) % 60), 2))"
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
      + "T\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2)).\(fraction)\(zone)"
  }

  /// The day of the Gregorian calendar that is so many days after 1970-01-01 (Howard Hinnant, "chrono-compatible
  /// low-level date algorithms", `civil_from_days`).
  static func date(ofDay days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let (era, dayOfEra) = shifted.dividedFloor(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Days from 1970-01-01 to a day of the Gregorian calendar (`days_from_civil` of the same source).
  public static func days(year: Int, month: Int, day: Int) -> Int64 {
    let year = Int64(month <= 2 ? year - 1 : year)
    let (era, yearOfEra) = year.dividedFloor(by: 400)
    let dayOfYear = (153 * Int64(month > 2 ? month - 3 : month + 9) + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension Int64 {
  /// The quotient rounded down, and what is left, never negative.
  fileprivate func dividedFloor(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

private func padded(_ number: Int64, _ width: Int) -> String {
  let digits = String(abs(number))
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}
