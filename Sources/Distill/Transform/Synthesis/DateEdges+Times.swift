import Trace

extension DateEdges {
  /// How far from the rounded time the outputs could show one: the end of its span, or the length of theirs.
  private static func shifts(unit: Int, written: [WrittenTime]) -> [(Int, Double)] {
    var result = [(0, 0.0), (unit, 0.5), (unit - 60, 0.8), (unit - 1, 0.8), (unit - 3600, 1.2)].filter { $0.0 >= 0 }
    for first in written {
      for second in written {
        let length = CalendarMoment.remainder(second.second - first.second, 86_400)
        guard length > 0, [0, 1, 60, 3600].contains(where: { (length + $0) % unit == 0 }) else { continue }
        // Spans seldom overlap.
        if !result.contains(where: { $0.0 == length }) { result.append((length, 4)) }
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
  mutating func addRoundedTimes(_ found: Found) {
    let written = ScannedText(rows.outputs[0]).writtenTimes
    guard !written.isEmpty, let first = found.moments[0].secondOfDay else { return }
    let unlikely: DateField = writesBareHours(found.source) ? .paddedHour : .hour
    let shown = rows.outputs.map { ScannedText($0).writtenTimes }
    let showsBare = shown.joined().contains { $0.shows(padded: false) }
    let showsPadded = shown.joined().contains { $0.shows(padded: true) }
    // All times are written alike.
    let times = written.filter { showsBare == showsPadded || $0.isPadded == showsPadded }
    for (unit, offset, unitCost) in DateEdges.grids(for: times) {
      for mode in [RoundingMode.down, .nearest, .up] {
        let base = DateRounding.rounded(first, unit: unit, offset: offset, mode: mode)
        var isNew = true
        for (shift, shiftCost) in DateEdges.shifts(unit: unit, written: times) {
          for time in times where time.second == CalendarMoment.remainder(base + shift, 86_400) {
            if isNew { contextCount += 1 }
            isNew = false
            let modeCost: Double =
              switch mode {
              case .down, .towardsZero: 0
              case .nearest: 0.7
              case .up: 1.5
              }
            let formatCost =
              time.isBare
              ? (time.format == [.field(.hour12)] ? 0.4 : 0) : time.format.first == .field(unlikely) ? 0.4 : 0
            // The end of a span is seldom written without its start.
            let cost = 3 + unitCost + modeCost + (shift == 0 ? 0 : 8 + shiftCost) + formatCost
            add(
              found, rounding: .time(unit: unit, offset: offset, mode: mode, shift: shift), time.format,
              cost: cost, inContext: 1 + shiftCost + formatCost, context: contextCount)
          }
        }
      }
    }
  }

  /// The multiples to which times may have been brought: of usual units, and those that spans in the outputs show.
  private static func grids(for times: [WrittenTime]) -> [(unit: Int, offset: Int, cost: Double)] {
    var result: [(unit: Int, offset: Int, cost: Double)] = []
    for (unit, cost) in units {
      result.append((unit, 0, cost))
      if unit >= 60 { result.append((unit, unit / 2, cost + 1.2)) }
    }
    for first in times {
      for second in times {
        let length = CalendarMoment.remainder(second.second - first.second, 86_400)
        for unit in [length, length + 1, length + 60] where unit % 300 == 0 && length > 0 && unit <= 43_200 {
          let offset = first.second % unit
          if !result.contains(where: { $0.unit == unit && $0.offset == offset }) { result.append((unit, offset, 2.5)) }
        }
      }
    }
    return result
  }
}
