/// A day, or the month of it, as texts name it.
struct CalendarDay: Sendable, Hashable, Comparable {
  var year: Int
  var month: Int
  /// 0 where only a month is named.
  var day: Int

  static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0 == word || (word.count == 3 && $0.hasPrefix(word)) }.map { $0 + 1 }
  }

  /// `03/05/2016` (month first), `2016-03-05`, `5.3.2016` (day first).
  init?(_ word: String) {
    func numbers(_ separator: Character) -> [Int]? {
      let parts = word.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      let values = parts.compactMap { Int($0) }
      return values.count == 3 ? values : nil
    }
    if let parts = numbers("/") {
      self.init(year: parts[2], month: parts[0], day: parts[1])
    } else if let parts = numbers("-") {
      self.init(year: parts[0], month: parts[1], day: parts[2])
    } else if let parts = numbers(".") {
      self.init(year: parts[2], month: parts[1], day: parts[0])
    } else {
      return nil
    }
    guard (1...12).contains(month), (1...31).contains(day), year > 31 else { return nil }
  }

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The days that words name, `March 5 2016`, `5 March 2016` and `March 2016` too, each with the words it takes.
  static func days(in words: [String]) -> [(day: CalendarDay, range: Range<Int>)] {
    var days: [(CalendarDay, Range<Int>)] = []
    var index = 0
    while index < words.count {
      if let day = CalendarDay(words[index]) {
        days.append((day, index..<index + 1))
      } else if let next = Int(words[index]), (1...31).contains(next), index + 2 < words.count,
        let month = month(words[index + 1]), let year = Int(words[index + 2]), year > 1000
      {
        days.append((CalendarDay(year: year, month: month, day: next), index..<index + 3))
        index += 2
      } else if let month = month(words[index]), index + 1 < words.count {
        let next = Int(words[index + 1])
        if let next, next > 1000 {
          days.append((CalendarDay(year: next, month: month, day: 0), index..<index + 2))
          index += 1
        } else if let next, (1...31).contains(next), index + 2 < words.count, let year = Int(words[index + 2]),
          year > 1000
        {
          days.append((CalendarDay(year: year, month: month, day: next), index..<index + 3))
          index += 2
        }
      }
      index += 1
    }
    return days
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// As fields hold it, and as forms ask for it.
  var writings: [String] {
    let (month, day) = (Self.padded(month), Self.padded(day))
    return ["\(year)-\(month)-\(day)", "\(month)/\(day)/\(year)", "\(day).\(month).\(year)"]
  }
}
