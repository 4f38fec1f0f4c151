import Trace

extension DateReader {
  /// A date by its week: `2031-W05-5`, `KW 5/2031`, `Fri wk 5 in 2031`. Without a weekday it is the Monday.
  func weekDate(at index: Int) -> Reading? {
    if let year = year(at: index), let start = afterSign(index + 1, "-"), let (week, end) = week(at: start) {
      if let last = afterSign(end, "-"), let day = token(last)?.number, (1...7).contains(day) {
        return reading(year: year, week: week, weekday: day - 1, end: last + 1)
      }
      return reading(year: year, week: week, weekday: nil, end: end)
    }
    let weekday = token(index)?.word.flatMap { DateNames.weekdayNumbers[$0] }
    guard let start = weekday == nil ? index : afterWords(index + 1), let (week, end) = week(at: start),
      let last = afterWords(end), let year = year(at: last)
    else { return nil }
    return reading(year: year, week: week, weekday: weekday, end: last + 1)
  }

  /// A date by its weekday in the month: `3rd Tuesday of March 1983`, `Mar 1983 Tue 3`.
  func weekdayInMonth(at index: Int) -> Reading? {
    if let month = month(at: index), let second = afterWords(index + 1), let year = year(at: second),
      let third = afterWords(second + 1), let weekday = weekday(at: third), let last = afterWords(third + 1),
      let place = place(at: last)
    {
      return reading(year: year, month: month, weekday: weekday, place: place, end: last + 1)
    }
    guard let place = place(at: index), ["st", "nd", "rd", "th"].contains(token(index + 1)?.word),
      let second = afterWords(index + 2), let weekday = weekday(at: second), let third = afterWords(second + 1),
      let month = month(at: third), let last = afterWords(third + 1), let year = year(at: last)
    else { return nil }
    return reading(year: year, month: month, weekday: weekday, place: place, end: last + 1)
  }

  private func reading(year: Int, week: Int, weekday: Int?, end: Int) -> Reading? {
    // The first week of a year is the one with the 4th of January.
    let fourth = CalendarMoment.dayNumber(year: year, month: 1, day: 4)
    let monday = fourth - CalendarMoment.remainder(fourth + 3, 7) + 7 * (week - 1)
    return reading(CalendarMoment.date(dayNumber: monday + (weekday ?? 0)), end: end)
  }

  private func reading(year: Int, month: Int, weekday: Int, place: Int, end: Int) -> Reading? {
    let first = CalendarMoment.dayNumber(year: year, month: month, day: 1)
    let day = 1 + CalendarMoment.remainder(weekday - (first + 3), 7) + 7 * (place - 1)
    guard day <= CalendarMoment.days(inMonth: month, of: year) else { return nil }
    return reading((year, month, day), end: end)
  }

  private func reading(_ date: (year: Int, month: Int, day: Int), end: Int) -> Reading {
    Reading(moment: CalendarMoment(year: date.year, month: date.month, day: date.day), end: end)
  }

  /// The number of a week after the word for it.
  private func week(at index: Int) -> (Int, end: Int)? {
    guard ["w", "wk", "week", "kw", "cw", "woche"].contains(token(index)?.word) else { return nil }
    let start = token(index + 1)?.isSpace == true ? index + 2 : index + 1
    guard let token = token(start), let week = token.number, token.digits <= 2, (1...53).contains(week) else {
      return nil
    }
    return (week, start + 1)
  }

  private func year(at index: Int) -> Int? {
    token(index).flatMap { $0.digits == 4 ? $0.number : nil }
  }

  private func month(at index: Int) -> Int? {
    token(index)?.word.flatMap { DateNames.monthNumbers[$0] }
  }

  private func weekday(at index: Int) -> Int? {
    token(index)?.word.flatMap { DateNames.weekdayNumbers[$0] }
  }

  private func place(at index: Int) -> Int? {
    token(index).flatMap { $0.digits == 1 ? $0.number : nil }.flatMap { (1...5).contains($0) ? $0 : nil }
  }

  private func afterSign(_ index: Int, _ sign: Unicode.Scalar) -> Int? {
    token(index)?.isSign(sign) == true ? index + 1 : nil
  }

  /// Behind up to three spaces, signs and small words.
  private func afterWords(_ index: Int) -> Int? {
    var position = index
    while let token = token(position), position < index + 3,
      token.isSpace || token.isSign(",", ".", "/", "-") || ["in", "of", "im", "the"].contains(token.word)
    {
      position += 1
    }
    return token(position) == nil ? nil : position
  }
}
