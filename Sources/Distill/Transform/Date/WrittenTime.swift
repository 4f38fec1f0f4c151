import Trace

/// A time of day as it stands in a text, with a way to write it so.
struct WrittenTime: Sendable, Hashable {
  /// Seconds since midnight.
  var second: Int
  var format: [DateFormatItem]

  /// Whether it is only a number that could be an hour.
  var isBare: Bool { format.count == 1 }

  /// Whether its hour is written with two digits at least.
  var isPadded: Bool { format.first == .field(.paddedHour) || format.first == .field(.paddedHour12) }

  /// Whether it is a time that is written otherwise without, or with, a zero before the hour.
  func shows(padded: Bool) -> Bool {
    guard isPadded == padded, let first = format.first else { return false }
    let hour = second / 3600
    switch first {
    case .field(.hour), .field(.paddedHour): return hour < 10
    case .field(.hour12), .field(.paddedHour12): return (1..<10).contains(hour % 12)
    default: return false
    }
  }
}

extension ScannedText {
  /// The times in the text, each once for every way to write it so.
  var writtenTimes: [WrittenTime] {
    let reader = DateReader(self, order: .monthDayYear)
    var result: [WrittenTime] = []
    var index = 0
    while index < reader.tokens.count {
      guard let reading = reader.time(at: index), let second = reading.moment.secondOfDay else {
        if let hour = reader.tokens[index].number, reader.tokens[index].digits <= 2, hour < 24 {
          result += bareHours(reader.tokens[index], hour)
        }
        index += 1
        continue
      }
      let tokens = reader.tokens[index..<reading.end]
      for format in formats(of: tokens) {
        result.append(WrittenTime(second: second, format: format))
      }
      index = reading.end
    }
    // Numbers alone are hours only where nothing else says what time it is, or one says it for both (6-8 PM).
    let hasPadded = result.contains { !$0.isBare && $0.shows(padded: true) }
    return result.filter { !$0.isBare || !hasPadded }
  }

  /// A number that could be an hour: `6` in `6-8 PM`.
  private func bareHours(_ token: DateToken, _ hour: Int) -> [WrittenTime] {
    var result: [WrittenTime] = []
    let isPadded = token.digits == 2
    result.append(WrittenTime(second: hour * 3600, format: [.field(isPadded ? .paddedHour : .hour)]))
    if (1...12).contains(hour) {
      for second in [hour % 12 * 3600, hour % 12 * 3600 + 43_200] {
        result.append(WrittenTime(second: second, format: [.field(isPadded && hour < 10 ? .paddedHour12 : .hour12)]))
      }
    }
    return result
  }

  private func formats(of tokens: ArraySlice<DateToken>) -> [[DateFormatItem]] {
    guard let first = tokens.first, let hour = first.number else { return [] }
    var rest: [DateFormatItem] = []
    let numbers: [DateField] = [.paddedMinute, .paddedSecond, .fraction]
    var numberCount = 0
    var hasHalfDay = false
    for token in tokens.dropFirst() {
      if token.number != nil, numberCount < numbers.count {
        rest.append(.field(numbers[numberCount]))
        numberCount += 1
      } else if token.word != nil, !hasHalfDay, token.word != "h" {
        hasHalfDay = true
        let end = tokens.last?.range.upperBound ?? token.range.upperBound
        let text = string(token.range.lowerBound..<end)
        let isLower = classes[token.range.lowerBound].contains(.lower)
        let name: DateName = text.count == 1 ? .halfDayLetter : text.contains(".") ? .dottedHalfDay : .halfDay
        rest.append(.name(name, .english, isLower ? .lower : .unchanged))
        break
      } else {
        rest.append(.literal(string(token.range)))
      }
    }
    var hours: [DateField] = []
    if first.digits == 1 || hour >= 10 { hours.append(hasHalfDay ? .hour12 : .hour) }
    if first.digits == 2 { hours.append(hasHalfDay ? .paddedHour12 : .paddedHour) }
    return hours.map { [.field($0)] + rest }
  }
}
