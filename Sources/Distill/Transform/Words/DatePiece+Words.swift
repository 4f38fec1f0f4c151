import Trace

extension DatePiece {
  func words(for names: [String]) -> String {
    let name = names.name(of: source.input)
    let whole = source.occurrence == 0 ? "the date in \(name)" : "the \(source.occurrence.place) date in \(name)"
    return "\(whole)\(rounding.map(\.words) ?? "") as \(format.map(\.words).joined().quoted)"
  }
}

extension DateRounding {
  fileprivate var words: String {
    switch self {
    case .time(let unit, let offset, let mode, let shift):
      let direction =
        switch mode {
        case .nearest: ""
        case .down, .towardsZero: " down"
        case .up: " up"
        }
      let grid = offset == 0 ? unit.duration : "\(unit.duration) from \(offset.duration) on"
      return ", rounded\(direction) to \(grid)" + (shift == 0 ? "" : ", plus \(shift.duration)")
    case .calendar(let unit, let count, let last):
      let span = count == 1 ? unit.rawValue : "\(count) \(unit.rawValue)s"
      return ", at the \(last ? "end" : "start") of its \(span),"
    }
  }
}

extension DateFormatItem {
  /// In the letters of Unicode's date patterns (UTS 35).
  fileprivate var words: String {
    switch self {
    case .literal(let text): text
    case .field(let field): field.pattern
    case .name(let name, let language, _): name.pattern + (language == .english ? "" : " (\(language.rawValue))")
    }
  }
}

extension DateField {
  fileprivate var pattern: String {
    switch self {
    case .year: "yyyy"
    case .shortYear: "yy"
    case .month: "M"
    case .paddedMonth: "MM"
    case .day: "d"
    case .paddedDay: "dd"
    case .hour: "H"
    case .paddedHour: "HH"
    case .hour12: "h"
    case .paddedHour12: "hh"
    case .minute: "m"
    case .paddedMinute: "mm"
    case .second: "s"
    case .paddedSecond: "ss"
    case .fraction: "S"
    case .quarter: "Q"
    case .dayOfYear: "D"
    case .week: "w"
    case .paddedWeek: "ww"
    case .weekdayInMonth: "F"
    }
  }
}

extension DateName {
  fileprivate var pattern: String {
    switch self {
    case .month: "MMMM"
    case .shortMonth: "MMM"
    case .weekday: "EEEE"
    case .shortWeekday: "EEE"
    case .halfDay, .halfDayLetter, .dottedHalfDay: "a"
    case .dayEnding: "th"
    }
  }
}

extension Int {
  /// Seconds in words.
  fileprivate var duration: String {
    if self % 3600 == 0 { return self == 3600 ? "1 hour" : "\(self / 3600) hours" }
    if self % 60 == 0 { return self == 60 ? "1 minute" : "\(self / 60) minutes" }
    return self == 1 ? "1 second" : "\(self) seconds"
  }
}
