import Trace

extension DateEdges {
  private static let spans: [(DateUnit, count: Int, cost: Double)] = [
    (.month, 1, 0), (.month, 3, 0.5), (.month, 6, 1.5), (.year, 1, 0.5), (.year, 10, 1), (.year, 5, 1.5),
    (.year, 100, 1.5), (.week, 1, 0.5),
  ]

  /// The first and the last day of the month, quarter, year … that the date is in.
  mutating func addCalendarBounds(_ found: Found) {
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
}
