/// A date or time found in an input, rounded and written anew: "31.01.2031 05:54" → "Jan 31, 2031".
public struct DatePiece: Sendable, Codable, Hashable {
  public var source: DateSource
  public var rounding: DateRounding?
  public var format: [DateFormatItem]

  public init(source: DateSource, rounding: DateRounding? = nil, format: [DateFormatItem]) {
    self.source = source
    self.rounding = rounding
    self.format = format
  }
}

/// Which date or time of an input, and how its numbers are read.
public struct DateSource: Sendable, Codable, Hashable {
  /// What the numbers of a date mean where it does not tell by itself: by a month's name, four digits of a year, or
  /// because it is no date in this order.
  public enum Order: String, Sendable, Codable, Hashable, CaseIterable {
    case monthDayYear, dayMonthYear
    /// Only of interest where the year stands first: the day before the month.
    case yearDayMonth
  }

  public var input: Int
  /// 0 is the first date or time in the text, -1 the last.
  public var occurrence: Int
  public var order: Order

  public init(input: Int, occurrence: Int = 0, order: Order = .monthDayYear) {
    self.input = input
    self.occurrence = occurrence
    self.order = order
  }
}

/// To what a date or time is brought.
public enum DateRounding: Sendable, Codable, Hashable {
  /// The time of day is brought to `offset` + a multiple of `unit`, then `shift` is added: all in seconds. It goes
  /// round at midnight and the date stays.
  case time(unit: Int, offset: Int, mode: RoundingMode, shift: Int)
  /// The first day (or, with `last`, the last day) of the span of so many years, months or days.
  case calendar(DateUnit, count: Int, last: Bool)
}

public enum DateUnit: String, Sendable, Codable, Hashable, CaseIterable {
  /// Weeks start on Monday.
  case day, week, month, year
}

/// A part of a date's written form.
public enum DateFormatItem: Sendable, Codable, Hashable {
  case literal(String)
  case field(DateField)
  case name(DateName, Language, TextPiece.Casing)

  public enum Language: String, Sendable, Codable, Hashable, CaseIterable {
    case english, german, french, spanish
  }
}

/// What of a date is written in digits. `padded` fields have two digits at least.
public enum DateField: String, Sendable, Codable, Hashable, CaseIterable {
  case year, shortYear, month, paddedMonth, day, paddedDay
  case hour, paddedHour, hour12, paddedHour12, minute, paddedMinute, second, paddedSecond, fraction
  case quarter, dayOfYear, week, paddedWeek
  /// Which Monday, Tuesday … of its month a day is, from 1.
  case weekdayInMonth
}

/// What of a date is written in letters.
public enum DateName: String, Sendable, Codable, Hashable, CaseIterable {
  case month, shortMonth, weekday, shortWeekday
  /// `AM`, `PM`; `A`, `P`; `A.M.`, `P.M.`.
  case halfDay, halfDayLetter, dottedHalfDay
  /// `st`, `nd`, `rd` or `th` of the day.
  case dayEnding
}
