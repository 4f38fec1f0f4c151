import Trace

extension DatePiece {
  /// The date or time of these inputs, written anew; nil where there is none or it lacks a part that is to be written.
  func value(of inputs: [ScannedText]) -> String? {
    guard let moment = source.moment(in: inputs) else { return nil }
    return value(of: moment)
  }

  func value(of moment: CalendarMoment) -> String? {
    var moment = moment
    if let rounding {
      guard let rounded = rounding.applied(to: moment) else { return nil }
      moment = rounded
    }
    var result = ""
    for item in format {
      guard let text = item.text(of: moment) else { return nil }
      result += text
    }
    return result
  }
}

extension DateSource {
  func moment(in inputs: [ScannedText]) -> CalendarMoment? {
    guard inputs.indices.contains(input) else { return nil }
    let moments = inputs[input].moments(order: order)
    let index = occurrence < 0 ? moments.count + occurrence : occurrence
    return moments.indices.contains(index) ? moments[index].moment : nil
  }
}

extension DateFormatItem {
  func text(of moment: CalendarMoment) -> String? {
    switch self {
    case .literal(let text): text
    case .field(let field): field.text(of: moment)
    case .name(let name, let language, let casing):
      name.text(of: moment, in: language).map { String(casing.applied(to: $0.unicodeScalars)) }
    }
  }
}

extension DateField {
  func text(of moment: CalendarMoment) -> String? {
    switch self {
    case .fraction: moment.fraction
    case .shortYear: moment.year.map { ($0 % 100).padded }
    case .paddedMonth, .paddedDay, .paddedHour, .paddedHour12, .paddedMinute, .paddedSecond, .paddedWeek:
      number(of: moment)?.padded
    default: number(of: moment).map(String.init)
    }
  }

  private func number(of moment: CalendarMoment) -> Int? {
    switch self {
    case .year, .shortYear: moment.year
    case .month, .paddedMonth: moment.month
    case .day, .paddedDay: moment.day
    case .hour, .paddedHour: moment.hour
    case .hour12, .paddedHour12: moment.hour.map { $0 % 12 == 0 ? 12 : $0 % 12 }
    case .minute, .paddedMinute: moment.minute
    case .second, .paddedSecond: moment.second
    case .fraction: nil
    case .quarter: moment.month.map { ($0 + 2) / 3 }
    case .dayOfYear: moment.dayOfYear
    case .week, .paddedWeek: moment.week
    case .weekdayInMonth: moment.day.map { ($0 + 6) / 7 }
    }
  }
}

extension DateName {
  fileprivate func text(of moment: CalendarMoment, in language: DateFormatItem.Language) -> String? {
    switch self {
    case .month: moment.month.map { DateNames.months(language)[$0 - 1] }
    case .shortMonth: moment.month.map { DateNames.shortMonths(language)[$0 - 1] }
    case .weekday: moment.weekday.map { DateNames.weekdays(language)[$0] }
    case .shortWeekday: moment.weekday.map { DateNames.shortWeekdays(language)[$0] }
    case .halfDay: moment.hour.map { $0 < 12 ? "AM" : "PM" }
    case .halfDayLetter: moment.hour.map { $0 < 12 ? "A" : "P" }
    case .dottedHalfDay: moment.hour.map { $0 < 12 ? "A.M." : "P.M." }
    case .dayEnding: moment.day.map(\.ordinalEnding)
    }
  }
}

extension Int {
  /// With two digits at least.
  fileprivate var padded: String { self < 10 && self >= 0 ? "0\(self)" : String(self) }
}
