import Trace

extension DateRounding {
  func applied(to moment: CalendarMoment) -> CalendarMoment? {
    switch self {
    case .time(let unit, let offset, let mode, let shift):
      guard let second = moment.secondOfDay, unit > 0 else { return nil }
      var result = moment
      result.setSecondOfDay(DateRounding.rounded(second, unit: unit, offset: offset, mode: mode) + shift)
      return result
    case .calendar(let unit, let count, let last):
      return count > 0 ? moment.bound(of: unit, count: count, last: last) : nil
    }
  }

  /// The number, at least 0, brought to `offset` + a multiple of `unit`.
  static func rounded(_ number: Int, unit: Int, offset: Int, mode: RoundingMode) -> Int {
    let remainder = CalendarMoment.remainder(number - offset, unit)
    let lower = number - remainder
    return switch mode {
    case .down, .towardsZero: lower
    case .up: remainder == 0 ? lower : lower + unit
    case .nearest: remainder * 2 >= unit ? lower + unit : lower
    }
  }
}

extension CalendarMoment {
  fileprivate mutating func setSecondOfDay(_ second: Int) {
    let second = CalendarMoment.remainder(second, 86_400)
    hour = second / 3600
    minute = second / 60 % 60
    self.second = second % 60
    fraction = nil
  }

  fileprivate func bound(of unit: DateUnit, count: Int, last: Bool) -> CalendarMoment? {
    var result = self
    switch unit {
    case .year:
      guard let year else { return nil }
      let first = year - CalendarMoment.remainder(year, count)
      (result.year, result.month, result.day) = last ? (first + count - 1, 12, 31) : (first, 1, 1)
    case .month:
      guard let month else { return nil }
      let first = month - (month - 1) % count
      let chosen = last ? min(12, first + count - 1) : first
      result.month = chosen
      result.day = last ? CalendarMoment.days(inMonth: chosen, of: year ?? 2001) : 1
    case .week, .day:
      guard let dayNumber, let weekday else { return nil }
      let length = unit == .week ? 7 * count : count
      let first = unit == .week ? dayNumber - weekday : dayNumber
      let date = CalendarMoment.date(dayNumber: last ? first + length - 1 : first)
      (result.year, result.month, result.day) = (date.year, date.month, date.day)
    }
    return result
  }
}
