import Trace

/// What is known of a date and a time of day, in the Gregorian calendar.
struct CalendarMoment: Sendable, Hashable {
  var year: Int?
  var month: Int?
  var day: Int?
  /// 0 is Monday. Known by itself where only it is written.
  var writtenWeekday: Int?
  var hour: Int?
  var minute: Int?
  var second: Int?
  /// The digits after the second's decimal point.
  var fraction: String?
  /// Whether it was read with day and month the other way round, because it would have been no date.
  var isSwapped = false

  /// Whether every part lies within its bounds.
  var isValid: Bool {
    if let month, !(1...12).contains(month) { return false }
    if let day, !(1...CalendarMoment.days(inMonth: month ?? 1, of: year ?? 2000)).contains(day) { return false }
    if let hour, !(0...23).contains(hour) { return false }
    if let minute, !(0...59).contains(minute) { return false }
    if let second, !(0...60).contains(second) { return false }
    return true
  }

  /// Seconds since midnight; nil without an hour.
  var secondOfDay: Int? {
    guard let hour else { return nil }
    return hour * 3600 + (minute ?? 0) * 60 + (second ?? 0)
  }

  /// Days since 1970-01-01; nil where the date is incomplete.
  var dayNumber: Int? {
    guard let year, let month, let day else { return nil }
    return CalendarMoment.dayNumber(year: year, month: month, day: day)
  }

  /// 0 is Monday.
  var weekday: Int? {
    guard let dayNumber else { return writtenWeekday }
    return CalendarMoment.remainder(dayNumber + 3, 7)
  }

  var dayOfYear: Int? {
    guard let year, let dayNumber else { return nil }
    return dayNumber - CalendarMoment.dayNumber(year: year, month: 1, day: 1) + 1
  }

  /// The week of ISO 8601.
  var week: Int? {
    guard let year, let dayOfYear, let weekday else { return nil }
    let week = (dayOfYear - weekday - 1 + 10) / 7
    if week < 1 { return CalendarMoment.weeks(in: year - 1) }
    return week > CalendarMoment.weeks(in: year) ? 1 : week
  }

  private static func weeks(in year: Int) -> Int {
    let first = remainder(dayNumber(year: year, month: 1, day: 1) + 3, 7)
    return first == 3 || (first == 2 && days(inMonth: 2, of: year) == 29) ? 53 : 52
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The date so many days after 1970-01-01 (the same source, civil_from_days).
  static func date(dayNumber: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The remainder of a division that rounds down: never negative.
  static func remainder(_ number: Int, _ divisor: Int) -> Int {
    let remainder = number % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
