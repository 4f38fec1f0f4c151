import Trace

/// Finds the dates and times of the inputs that stand in the outputs, perhaps rounded and written otherwise.
struct DateEdges {
  let rows: SearchRows
  private var collection: EdgeCollection
  var contextCount: Int

  /// A date or time that every example has.
  struct Found {
    var source: DateSource
    var moments: [CalendarMoment]
    /// Those of the other inputs.
    var others: [CalendarMoment?]
    var cost: Double
  }

  /// Contexts of numbers are below.
  private static let firstContext = 10_000

  init(rows: SearchRows) {
    self.rows = rows
    self.collection = EdgeCollection(rows)
    self.contextCount = DateEdges.firstContext
  }

  func edges() -> [Edge] {
    var copy = self
    for found in sources() {
      copy.addFields(found)
      if found.moments.allSatisfy({ $0.month != nil }) { copy.addCalendarBounds(found) }
      if found.moments.allSatisfy({ $0.hour != nil }) { copy.addRoundedTimes(found) }
    }
    return copy.collection.edges(width: 32)
  }

  private func sources() -> [Found] {
    var result: [Found] = []
    var seen: Set<[CalendarMoment?]> = []
    for input in 0..<rows.width {
      for order in [DateSource.Order.dayMonthYear, .monthDayYear, .yearDayMonth] {
        let moments = rows.inputs.map { $0[input].moments(order: order).map(\.moment) }
        guard let count = moments.map(\.count).min(), count > 0 else { continue }
        let otherMoments = rows.others.map { $0[input].moments(order: order).map(\.moment) }
        for occurrence in Array(0..<min(count, 3)) + [-1] {
          func moment(_ list: [CalendarMoment]) -> CalendarMoment? {
            let index = occurrence < 0 ? list.count + occurrence : occurrence
            return list.indices.contains(index) ? list[index] : nil
          }
          let values = moments.compactMap(moment)
          let otherValues = otherMoments.map(moment)
          guard values.count == moments.count, seen.insert(values + otherValues).inserted else { continue }
          let failing = otherValues.count { $0?.isSwapped ?? true }
          // A date that is none in this order speaks for the other one.
          let swapped = values.count(where: \.isSwapped)
          let orderCost: Double =
            switch order {
            case .monthDayYear: 0.2
            case .dayMonthYear: 0
            case .yearDayMonth: 2
            }
          // A number alone is seldom a date.
          let isNumber = rows.inputs.allSatisfy { $0[input].count <= 2 }
          result.append(
            Found(
              source: DateSource(input: input, occurrence: occurrence, order: order),
              moments: values,
              others: otherValues,
              cost: TextPrior.cost(ofOccurrence: occurrence)
                + SearchRows.cost(ofFailing: failing, among: otherValues.count) + orderCost + (isNumber ? 2.5 : 0) + 3
                * Double(swapped)
            ))
        }
      }
    }
    return result
  }

  mutating func add(
    _ found: Found, rounding: DateRounding? = nil, _ format: [DateFormatItem], cost: Double, inContext: Double,
    context: Int
  ) {
    let piece = DatePiece(source: found.source, rounding: rounding, format: format)
    let written = found.moments.map { piece.value(of: $0) }
    guard let values = rows.fitting(written) else { return }
    let variant = Edge.Variant(
      expression: .date(piece), cost: 3 + found.cost + cost, costInContext: inContext, context: context,
      behaviour: Fingerprint(found.others.map { $0.flatMap { piece.value(of: $0) } }))
    collection.add(Edge(values: values, variants: [variant]))
  }

  /// Each part of the date as it is. A date that is written with leading zeros has them in all its parts.
  private mutating func addFields(_ found: Found) {
    for isPadded in [false, true] {
      contextCount += 1
      for field in DateField.allCases {
        let cost = DateEdges.cost(of: field) + (field.isPadded == !isPadded ? 0.8 : 0)
        add(found, [.field(field)], cost: cost, inContext: cost, context: contextCount)
      }
      for name in DateName.allCases where name != .dayEnding {
        for language in name.isEnglish ? [.english] : DateFormatItem.Language.allCases {
          for casing in [TextPiece.Casing.unchanged, .upper, .lower, .sentence] {
            let cost = 0.4 + (language == .english ? 0 : 0.8) + (casing == .unchanged ? 0 : 0.6)
            add(found, [.name(name, language, casing)], cost: cost, inContext: cost, context: contextCount)
          }
        }
      }
      for (format, cost) in DateEdges.phrases {
        add(found, format, cost: cost, inContext: cost, context: contextCount)
      }
    }
  }

  /// Parts that usually stand together.
  private static let phrases: [([DateFormatItem], Double)] = {
    var result: [([DateFormatItem], Double)] = [
      ([.literal("Q"), .field(.quarter)], 0.8),
      ([.literal("W"), .field(.paddedWeek)], 1),
      ([.literal("W"), .field(.week)], 1),
      ([.field(.day), .name(.dayEnding, .english, .lower)], 0.8),
    ]
    for casing in [TextPiece.Casing.unchanged, .lower] {
      for space in [[], [DateFormatItem.literal(" ")]] {
        let half = space + [.name(.halfDay, .english, casing)]
        result.append(([.field(.hour12)] + half, 0.8))
        result.append(([.field(.hour12), .literal(":"), .field(.paddedMinute)] + half, 1))
        result.append(([.field(.paddedHour12), .literal(":"), .field(.paddedMinute)] + half, 1.3))
      }
    }
    return result
  }()

  private static func cost(of field: DateField) -> Double {
    switch field {
    case .year, .month, .day, .hour: 0.5
    case .paddedMonth, .paddedDay, .paddedHour, .paddedMinute, .paddedSecond: 0.5
    case .hour12, .shortYear: 0.8
    case .minute, .second, .paddedHour12: 1
    case .quarter, .fraction: 1.5
    case .dayOfYear, .week, .paddedWeek, .weekdayInMonth: 2
    }
  }

}

extension DateName {
  /// Whether the name is the same in every language.
  fileprivate var isEnglish: Bool {
    switch self {
    case .month, .shortMonth, .weekday, .shortWeekday: false
    case .halfDay, .halfDayLetter, .dottedHalfDay, .dayEnding: true
    }
  }
}

extension DateField {
  /// Whether it is the form with two digits of a field that has both; nil for the others.
  fileprivate var isPadded: Bool? {
    switch self {
    case .month, .day, .hour: false
    case .paddedMonth, .paddedDay, .paddedHour: true
    default: nil
    }
  }
}
