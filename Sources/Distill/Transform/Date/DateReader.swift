import Trace

/// Reads dates and times from the tokens of a text.
struct DateReader {
  var tokens: [DateToken]
  var order: DateSource.Order

  /// What was read from `start` to before the token `end`.
  struct Reading {
    var moment: CalendarMoment
    var end: Int
  }

  init(_ text: ScannedText, order: DateSource.Order) {
    self.tokens = text.dateTokens
    self.order = order
  }

  /// The dates and times in the text, from the first to the last.
  func readings() -> [(moment: CalendarMoment, range: Range<Int>)] {
    var result: [(moment: CalendarMoment, range: Range<Int>)] = []
    var index = 0
    while index < tokens.count {
      if let reading = reading(at: index) {
        result.append((reading.moment, tokens[index].range.lowerBound..<tokens[reading.end - 1].range.upperBound))
        index = reading.end
      } else {
        index += 1
      }
    }
    return result.isEmpty ? looseReading().map { [$0] } ?? [] : result
  }

  /// A text whose only three numbers are a date, whatever words are between them: `Day 6 of month 10 in 2143`.
  private func looseReading() -> (moment: CalendarMoment, range: Range<Int>)? {
    let numbers = tokens.filter { $0.number != nil }
    guard numbers.count == 3, let moment = moment(numbers[0], numbers[1], numbers[2]), moment.isValid,
      moment.hasUsualYear, numbers.contains(where: { $0.digits == 4 })
    else { return nil }
    return (moment, numbers[0].range.lowerBound..<numbers[2].range.upperBound)
  }

  /// A date with a time, a time with a date, or one of them.
  func reading(at index: Int) -> Reading? {
    guard tokens[index].number != nil || tokens[index].word != nil else { return nil }
    if let stamp = stamp(at: index) { return stamp }
    if let date = date(at: index) {
      if let start = afterLink(date.end), let time = time(at: start) {
        return Reading(moment: date.moment.with(timeOf: time.moment), end: time.end)
      }
      return date
    }
    guard let time = time(at: index) ?? bareTime(at: index) else { return nil }
    if let start = afterLink(time.end), let date = date(at: start), date.moment.day != nil {
      return Reading(moment: date.moment.with(timeOf: time.moment), end: date.end)
    }
    return time
  }

  /// Behind what stands between a date and its time.
  private func afterLink(_ index: Int) -> Int? {
    var position = index
    while position < tokens.count, position < index + 4 {
      let token = tokens[position]
      guard
        token.isSpace || token.isSign(",", "@", "-", ";", "_", "/", ":")
          || ["t", "at", "um", "on"].contains(token.word)
      else { break }
      position += 1
    }
    return position < tokens.count && position > index ? position : nil
  }

  /// Numbers and names that are only digits of a whole: `20310131055418`.
  private func stamp(at index: Int) -> Reading? {
    let token = tokens[index]
    guard let value = token.number, token.digits == 12 || token.digits == 14 else { return nil }
    let seconds = token.digits == 14 ? value % 100 : nil
    let rest = token.digits == 14 ? value / 100 : value
    var moment = CalendarMoment(year: rest / 100_000_000, month: rest / 1_000_000 % 100, day: rest / 10_000 % 100)
    (moment.hour, moment.minute, moment.second) = (rest / 100 % 100, rest % 100, seconds)
    return moment.isValid && moment.hasUsualYear ? Reading(moment: moment, end: index + 1) : nil
  }

  /// A text that is nothing but digits: three or four are a time (`1132`), fewer may be a month, a day or an hour.
  private func bareTime(at index: Int) -> Reading? {
    guard tokens.count == 1, let value = tokens[0].number, tokens[0].digits <= 4 else { return nil }
    if tokens[0].digits <= 2 {
      let moment = CalendarMoment(
        month: (1...12).contains(value) ? value : nil, day: (1...31).contains(value) ? value : nil,
        hour: value < 24 ? value : nil)
      return value <= 31 ? Reading(moment: moment, end: 1) : nil
    }
    let moment = CalendarMoment(hour: value / 100, minute: value % 100)
    return moment.isValid ? Reading(moment: moment, end: 1) : nil
  }

  func token(_ index: Int) -> DateToken? {
    tokens.indices.contains(index) ? tokens[index] : nil
  }
}

extension CalendarMoment {
  fileprivate func with(timeOf other: CalendarMoment) -> CalendarMoment {
    var result = self
    (result.hour, result.minute, result.second, result.fraction) = (
      other.hour, other.minute, other.second, other.fraction
    )
    return result
  }

  /// Whether the year is one that eight digits in a row would mean.
  var hasUsualYear: Bool { year.map { (1000...2999).contains($0) } ?? false }
}

extension ScannedText {
  /// The dates and times in the text, from the first to the last.
  func moments(order: DateSource.Order) -> [(moment: CalendarMoment, range: Range<Int>)] {
    DateReader(self, order: order).readings()
  }
}
