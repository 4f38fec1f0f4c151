import Foundation

/// A date or time as a field holds it, and the keys that type it.
struct TypedDate: Sendable, Hashable {
  var year: Int?
  var month: Int?
  var day: Int?
  var week: Int?
  var hour: Int?
  var minute: Int?
  var second: Int?
  var kind: String

  /// In which order a field shows its parts, and its words for months and halves of a day.
  struct Order: Decodable, Sendable {
    var parts: [String]
    var months: [String]
    var noon: [String]
  }

  /// Reads what a field of this kind holds (`2024-02-29`, `14:30`, `2024-W09`), or a date written `29.02.2024` or
  /// `2024/02/29`. A date whose order cannot be told (`02/03/2024`) is not read.
  init?(_ text: String, kind: String) {
    self.kind = kind
    let text = text.trimmingCharacters(in: .whitespaces)
    if let match = text.firstMatch(of: /^(\d{4,6})-W(\d{2})$/) {
      (year, week) = (Int(match.1), Int(match.2))
    } else if let match = text.firstMatch(of: /^(\d{4,6})[-\/.](\d{1,2})[-\/.](\d{1,2})/) {
      (year, month, day) = (Int(match.1), Int(match.2), Int(match.3))
    } else if let match = text.firstMatch(of: /^(\d{1,2})\.(\d{1,2})\.(\d{4})/) {
      (day, month, year) = (Int(match.1), Int(match.2), Int(match.3))
    } else if let match = text.firstMatch(of: /^(\d{4,6})[-\/](\d{1,2})$/) {
      (year, month) = (Int(match.1), Int(match.2))
    }
    if let match = text.firstMatch(of: /(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([AaPp])?/) {
      (hour, minute, second) = (Int(match.1), Int(match.2), match.3.flatMap { Int($0) })
      if let half = match.4?.lowercased(), let twelve = hour { hour = twelve % 12 + (half == "p" ? 12 : 0) }
    }
    guard hasNeeded else { return nil }
  }

  private var hasNeeded: Bool {
    switch kind {
    case "date": year != nil && month != nil && day != nil
    case "month": year != nil && month != nil
    case "week": year != nil && week != nil
    case "time": hour != nil && minute != nil
    case "datetime-local": year != nil && month != nil && day != nil && hour != nil && minute != nil
    default: false
    }
  }

  static func example(of kind: String) -> String {
    switch kind {
    case "date": "2024-02-29"
    case "month": "2024-02"
    case "week": "2024-W09"
    case "time": "14:30"
    default: "2024-02-29T14:30"
    }
  }

  /// As the field writes it.
  var text: String {
    func two(_ number: Int?) -> String { Self.padded(number ?? 0, to: 2) }
    let year = Self.padded(self.year ?? 0, to: 4)
    let time = two(hour) + ":" + two(minute) + (second.map { $0 > 0 ? ":" + two($0) : "" } ?? "")
    return switch kind {
    case "date": "\(year)-\(two(month))-\(two(day))"
    case "month": "\(year)-\(two(month))"
    case "week": "\(year)-W\(two(week))"
    case "time": time
    default: "\(year)-\(two(month))-\(two(day))T\(time)"
    }
  }

  /// The ways to type it, the usual one first: with months as numbers, then as words.
  func keys(_ order: Order) -> [[Input]] {
    [false, true].map { inWords in
      order.parts.flatMap { part in keys(of: part, order, inWords: inWords) }
    }
  }

  private func keys(of part: String, _ order: Order, inWords: Bool) -> [Input] {
    // A year may have six digits: the field cannot know that four were all.
    let next = Input.stroke(Key("ArrowRight"))
    switch part {
    case "year": return Input.type(Self.padded(year ?? 0, to: 4)) + next
    case "month" where inWords || kind == "month":
      guard let month, order.months.indices.contains(month - 1) else { return next }
      return Input.type(order.months[month - 1]) + next
    case "month": return Input.type(Self.padded(month ?? 0, to: 2))
    case "day": return Input.type(Self.padded(day ?? 0, to: 2))
    case "week": return Input.type(Self.padded(week ?? 0, to: 2))
    case "hour":
      let hour = hour ?? 0
      let hasHalves = order.parts.contains("dayPeriod")
      return Input.type(Self.padded(hasHalves ? (hour + 11) % 12 + 1 : hour, to: 2))
    case "minute":
      // A field that shows seconds shows them here.
      let seconds = second.map { $0 > 0 ? Self.padded($0, to: 2) : "" } ?? ""
      return Input.type(Self.padded(minute ?? 0, to: 2) + seconds)
    case "dayPeriod":
      let half = (hour ?? 0) >= 12 ? 1 : 0
      guard order.noon.indices.contains(half), let letter = order.noon[half].first else { return [] }
      return Input.type(String(letter))
    default: return []
    }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
