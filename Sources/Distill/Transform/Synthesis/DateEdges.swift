import Trace

/// Finds the dates and times of the inputs that stand in the outputs, perhaps rounded and written otherwise.
struct DateEdges {
  private let rows: SearchRows
  private var collection: EdgeCollection
  private var contextCount: Int

  /// A date or time that every example has.
  private struct Found {
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
      for order in DateSource.Order.allCases {
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
          let share =
            otherValues.isEmpty ? 0 : Double(otherValues.count { $0 == nil }) / Double(otherValues.count)
          let orderCost: Double =
            switch order {
            case .monthDayYear: 0
            case .dayMonthYear: 0.2
            case .yearDayMonth: 2
            }
          result.append(
            Found(
              source: DateSource(input: input, occurrence: occurrence, order: order), moments: values,
              others: otherValues,
              cost: TextPrior.cost(ofOccurrence: occurrence) + SearchRows.cost(ofFailing: share) + orderCost))
        }
      }
    }
    return result
  }

  private mutating func add(
    _ found: Found, rounding: DateRounding? = nil, _ format: [DateFormatItem], cost: Double, inContext: Double,
    context: Int
  ) {
    let piece = DatePiece(source: found.source, rounding: rounding, format: format)
    let written = found.moments.map { piece.value(of: $0) }
    guard rows.fit(written) else { return }
    collection.add(
      written,
      Edge.Variant(
        expression: .date(piece), cost: 3 + found.cost + cost, costInContext: inContext, context: context,
        behaviour: Fingerprint(found.others.map { $0.flatMap { piece.value(of: $0) } })))
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

  private static let spans: [(DateUnit, count: Int, cost: Double)] = [
    (.month, 1, 0), (.month, 3, 0.5), (.month, 6, 1.5), (.year, 1, 0.5), (.year, 10, 1), (.year, 5, 1.5),
    (.year, 100, 1.5), (.week, 1, 0.5),
  ]

  /// The first and the last day of the month, quarter, year … that the date is in.
  private mutating func addCalendarBounds(_ found: Found) {
    let fields: [DateField] = [.year, .shortYear, .month, .paddedMonth, .day, .paddedDay]
    for (unit, count, unitCost) in DateEdges.spans {
      contextCount += 1
      for last in [false, true] {
        let rounding = DateRounding.calendar(unit, count: count, last: last)
        for field in fields where unit != .year || count == 1 || field == .year || field == .shortYear {
          // What the rounding leaves as it was is better said without it.
          if unit == .month,
            field == .year || field == .shortYear || (count == 1 && field != .day && field != .paddedDay)
          {
            continue
          }
          if unit == .year, count == 1, field == .year || field == .shortYear { continue }
          add(
            found, rounding: rounding, [.field(field)], cost: 2.5 + unitCost + (last ? 0.5 : 0), inContext: 1,
            context: contextCount)
        }
        guard unit != .year else { continue }
        for name in [DateName.month, .shortMonth] where count > 1 || unit == .week {
          add(
            found, rounding: rounding, [.name(name, .english, .unchanged)], cost: 2.5 + unitCost + (last ? 0.5 : 0),
            inContext: 1, context: contextCount)
        }
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

  /// How far from the rounded time the outputs could show one: the end of its span, or the length of theirs.
  private static func shifts(unit: Int, written: [WrittenTime]) -> [(Int, Double)] {
    var result = [(0, 0.0), (unit, 0.5), (unit - 60, 0.8), (unit - 1, 0.8), (unit - 3600, 1.2)].filter { $0.0 >= 0 }
    for first in written {
      for second in written {
        let length = CalendarMoment.remainder(second.second - first.second, 86_400)
        guard length > 0, [0, 1, 60, 3600].contains(where: { (length + $0) % unit == 0 }) else { continue }
        if !result.contains(where: { $0.0 == length }) { result.append((length, 1.2)) }
      }
    }
    return result
  }

  /// Whether hours below ten are written with one digit in the inputs.
  private func writesBareHours(_ source: DateSource) -> Bool {
    (rows.inputs + rows.others).contains { row in
      row[source.input].writtenTimes.contains {
        $0.format.count > 1 && $0.format.first == .field(.hour) && $0.second < 36_000
      }
    }
  }

  private static let units: [(seconds: Int, cost: Double)] = [
    (3600, 0), (1800, 0.3), (900, 0.3), (600, 0.6), (300, 0.6), (7200, 0.6), (1200, 1.2), (10_800, 1), (14_400, 1),
    (21_600, 0.8), (43_200, 0.8), (28_800, 1.2), (60, 0.6), (30, 1), (15, 1.2), (10, 1), (5, 1.2), (120, 1.6),
    (20, 1.8), (180, 2), (240, 2), (360, 2), (720, 2), (2700, 2), (5400, 1.8), (18_000, 2),
  ]

  /// Times of day in the outputs as multiples of a unit, and the ends of the span that starts there.
  private mutating func addRoundedTimes(_ found: Found) {
    let written = ScannedText(rows.outputs[0]).writtenTimes
    guard !written.isEmpty, let first = found.moments[0].secondOfDay else { return }
    let unlikely: DateField = writesBareHours(found.source) ? .paddedHour : .hour
    for (unit, unitCost) in DateEdges.units {
      for offset in unit >= 60 ? [0, unit / 2] : [0] {
        for mode in [RoundingMode.down, .nearest, .up] {
          let base = DateRounding.rounded(first, unit: unit, offset: offset, mode: mode)
          var isNew = true
          for (shift, shiftCost) in DateEdges.shifts(unit: unit, written: written) {
            for time in written where time.second == CalendarMoment.remainder(base + shift, 86_400) {
              if isNew { contextCount += 1 }
              isNew = false
              let modeCost: Double =
                switch mode {
                case .down, .towardsZero: 0
                case .nearest: 0.7
                case .up: 1.5
                }
              // The end of a span is seldom written without its start.
              let cost = 3 + unitCost + modeCost + (shift == 0 ? 0 : 2 + shiftCost) + (offset == 0 ? 0 : 1.2)
              let formatCost = time.format.first == .field(unlikely) ? 0.4 : 0
              add(
                found, rounding: .time(unit: unit, offset: offset, mode: mode, shift: shift), time.format,
                cost: cost + formatCost, inContext: 1 + shiftCost + formatCost, context: contextCount)
            }
          }
        }
      }
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
