import Trace

extension DateReader {
  /// A date: with a month's name, with numbers, or a month or weekday alone.
  func date(at index: Int) -> Reading? {
    if let date = weekDate(at: index) ?? weekdayInMonth(at: index) { return date }
    if let named = namedDate(at: index), named.moment.day != nil { return named }
    if let word = token(index)?.word, let weekday = DateNames.weekdayNumbers[word], token(index + 1)?.number == nil {
      let start = afterSigns(index + 1)
      if let start, var date = namedDate(at: start) ?? numericDate(at: start), date.moment.day != nil {
        date.moment.writtenWeekday = weekday
        return date
      }
      // Short forms are also words of other meanings.
      let isWord = DateNames.monthNumbers[word] == nil && word.count > 2
      return isWord ? Reading(moment: CalendarMoment(writtenWeekday: weekday), end: index + 1) : nil
    }
    return namedDate(at: index) ?? dayOfYear(at: index) ?? numericDate(at: index)
  }

  /// A text that is nothing but a year and the number of a day in it: `2143-075`, `2143 75`.
  private func dayOfYear(at index: Int) -> Reading? {
    guard tokens.count == 3, let year = year(at: 0, digits: [4]), tokens[1].isSpace || tokens[1].isSign("-"),
      let day = tokens[2].number, tokens[2].digits <= 3, day > 12 || tokens[2].digits == 3, (1...366).contains(day)
    else { return nil }
    let date = CalendarMoment.date(dayNumber: CalendarMoment.dayNumber(year: year, month: 1, day: 1) + day - 1)
    return Reading(moment: CalendarMoment(year: date.year, month: date.month, day: date.day), end: 3)
  }

  /// Behind up to three signs or spaces.
  private func afterSigns(_ index: Int) -> Int? {
    var position = index
    while let token = token(position), position < index + 3,
      token.isSpace || token.isSign("-", ",", ".", "/", "'", "_") || token.word == "de" || token.word == "of"
    {
      position += 1
    }
    return token(position) == nil ? nil : position
  }

  private func monthName(at index: Int?) -> Int? {
    guard let index, let word = token(index)?.word else { return nil }
    return DateNames.monthNumbers[word]
  }

  /// The day of the month at the token, and behind the ending of its ordinal.
  private func day(at index: Int?) -> (Int, end: Int)? {
    guard let index, let token = token(index), let day = token.number, token.digits <= 2, (1...31).contains(day) else {
      return nil
    }
    let hasEnding = ["st", "nd", "rd", "th"].contains(self.token(index + 1)?.word)
    return (day, index + (hasEnding ? 2 : 1))
  }

  /// The year at the token, of four digits or of two.
  private func year(at index: Int?, digits: [Int] = [4, 2]) -> Int? {
    guard let index, let token = token(index), let number = token.number, digits.contains(token.digits) else {
      return nil
    }
    return fullYear(number, digits: token.digits)
  }

  func fullYear(_ number: Int, digits: Int) -> Int {
    digits > 2 ? number : number < 50 ? 2000 + number : 1900 + number
  }

  /// A date that has the month's name: `31 Jan 2031`, `January 31st, 2031`, `2031-Jan-31`, `Jan 2031`, `Jan`.
  private func namedDate(at index: Int) -> Reading? {
    if let month = monthName(at: index) {
      var moment = CalendarMoment(month: month)
      let next = afterSigns(index + 1)
      if let (day, end) = day(at: next) {
        moment.day = day
        if let start = afterSigns(end), token(start + 1)?.isSign(":") != true, let year = year(at: start) {
          moment.year = year
          if moment.isValid { return Reading(moment: moment, end: start + 1) }
        }
        moment.year = nil
        return moment.isValid ? Reading(moment: moment, end: end) : nil
      }
      if let next, let year = year(at: next, digits: [4]) {
        moment.year = year
        return Reading(moment: moment, end: next + 1)
      }
      // Short forms are also words of other meanings.
      let isWord = tokens.count == 1 || (token(index)?.word?.count ?? 0) > 4
      return isWord ? Reading(moment: moment, end: index + 1) : nil
    }
    if let (day, end) = day(at: index), let nameIndex = afterSigns(end), let month = monthName(at: nameIndex) {
      var moment = CalendarMoment(month: month, day: day)
      if let start = afterSigns(nameIndex + 1), token(start + 1)?.isSign(":") != true, let year = year(at: start) {
        moment.year = year
        if moment.isValid { return Reading(moment: moment, end: start + 1) }
      }
      moment.year = nil
      return moment.isValid ? Reading(moment: moment, end: nameIndex + 1) : nil
    }
    if let year = year(at: index, digits: [4]), let nameIndex = afterSigns(index + 1),
      let month = monthName(at: nameIndex)
    {
      var moment = CalendarMoment(year: year, month: month)
      if let (day, end) = day(at: afterSigns(nameIndex + 1)) {
        moment.day = day
        if moment.isValid { return Reading(moment: moment, end: end) }
      }
      moment.day = nil
      return Reading(moment: moment, end: nameIndex + 1)
    }
    return nil
  }

  /// A date of numbers: `31.1.2031`, `1/31/2031`, `2031-01-31`, `31/1`, `20310131`.
  private func numericDate(at index: Int) -> Reading? {
    guard let first = token(index), first.number != nil else { return nil }
    if let compact = compactDate(at: index) { return compact }
    guard let secondIndex = afterSeparator(index + 1), let second = token(secondIndex), second.digits <= 4 else {
      return nil
    }
    let sign = tokens[index + 1].kind
    if let thirdIndex = afterSeparator(secondIndex + 1), tokens[secondIndex + 1].kind == sign,
      let third = token(thirdIndex), let moment = moment(first, second, third), moment.isValid
    {
      return Reading(moment: moment, end: thirdIndex + 1)
    }
    guard !first.isSign("."), tokens[index + 1].isSign("/", "-"), let moment = moment(first, second), moment.isValid,
      afterSeparator(secondIndex + 1) == nil
    else { return nil }
    return Reading(moment: moment, end: secondIndex + 1)
  }

  /// Behind a sign (perhaps doubled) that stands before a number.
  private func afterSeparator(_ index: Int) -> Int? {
    guard let sign = token(index), sign.isSign("/", "-", ".", "_") else { return nil }
    var position = index + 1
    if token(position)?.kind == sign.kind { position += 1 }
    if token(position)?.isSpace == true, sign.isSign(".", "/") { position += 1 }
    return token(position)?.number == nil ? nil : position
  }

  func moment(_ first: DateToken, _ second: DateToken, _ third: DateToken) -> CalendarMoment? {
    moment(first, second, third, order)?.swappedIfNone
  }

  private func moment(
    _ first: DateToken, _ second: DateToken, _ third: DateToken, _ order: DateSource.Order
  ) -> CalendarMoment? {
    guard let one = first.number, let two = second.number, let three = third.number, second.digits <= 2 else {
      return nil
    }
    if first.digits == 4, third.digits <= 2 {
      return order == .yearDayMonth
        ? CalendarMoment(year: one, month: three, day: two) : CalendarMoment(year: one, month: two, day: three)
    }
    guard first.digits <= 2, third.digits == 4 || third.digits == 2 else { return nil }
    let year = fullYear(three, digits: third.digits)
    return switch order {
    case .monthDayYear: CalendarMoment(year: year, month: one, day: two)
    case .dayMonthYear: CalendarMoment(year: year, month: two, day: one)
    case .yearDayMonth: nil
    }
  }

  private func moment(_ first: DateToken, _ second: DateToken) -> CalendarMoment? {
    guard let one = first.number, let two = second.number else { return nil }
    if first.digits == 4, second.digits <= 2 { return CalendarMoment(year: one, month: two) }
    if first.digits <= 2, second.digits == 4 { return CalendarMoment(year: two, month: one) }
    guard first.digits <= 2, second.digits <= 2 else { return nil }
    switch order {
    case .monthDayYear: return CalendarMoment(month: one, day: two).swappedIfNone
    case .dayMonthYear: return CalendarMoment(month: two, day: one).swappedIfNone
    case .yearDayMonth: return nil
    }
  }

  /// Eight digits, or six: `20310131`, `01312031`, `310131`.
  private func compactDate(at index: Int) -> Reading? {
    guard let token = token(index), let value = token.number, token.digits == 8 || token.digits == 6 else { return nil }
    let yearBase = token.digits == 8 ? 10_000 : 100
    var moments: [CalendarMoment] = []
    let (head, tail) = (value / yearBase, value % yearBase)
    let year = fullYear(tail, digits: token.digits - 4)
    switch order {
    case .monthDayYear: moments.append(CalendarMoment(year: year, month: head / 100, day: head % 100))
    case .dayMonthYear: moments.append(CalendarMoment(year: year, month: head % 100, day: head / 100))
    case .yearDayMonth: break
    }
    let (lead, rest) = (fullYear(value / 10_000, digits: token.digits - 4), value % 10_000)
    moments.append(
      order == .yearDayMonth
        ? CalendarMoment(year: lead, month: rest % 100, day: rest / 100)
        : CalendarMoment(year: lead, month: rest / 100, day: rest % 100))
    moments += moments.map(\.swappedIfNone).filter(\.isSwapped)
    guard let moment = moments.first(where: { $0.isValid && $0.hasUsualYear }) else { return nil }
    return Reading(moment: moment, end: index + 1)
  }
}

extension CalendarMoment {
  /// Itself, or the date with day and month the other way round where that makes it one.
  fileprivate var swappedIfNone: CalendarMoment {
    guard !isValid, let day, let month else { return self }
    var result = self
    (result.day, result.month, result.isSwapped) = (month, day, true)
    return result.isValid ? result : self
  }
}
