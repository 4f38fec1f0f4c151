import Trace

/// Finds the numbers of the inputs that stand in the outputs, perhaps scaled, rounded or written otherwise.
struct NumberEdges {
  private let rows: SearchRows
  private var collection: EdgeCollection
  private var contexts: [Context: Int] = [:]

  /// What the two ends of a range have in common.
  private struct Context: Hashable {
    var source: NumberSource
    var unit: DecimalNumber
    var offset: DecimalNumber
  }

  /// A number that every example has.
  private struct Found {
    var source: NumberSource
    var values: [DecimalNumber]
    /// Those of the other inputs.
    var others: [NumberLiteral?]
    var cost: Double
    /// As they are written.
    var texts: [String]
    /// How many decimals are written.
    var decimals: [Int]
  }

  private static let exponents = [0, 2, -2, 3, -3, 6, -6, 9, -9]

  init(rows: SearchRows) {
    self.rows = rows
    self.collection = EdgeCollection(rows)
  }

  func edges() -> [Edge] {
    let digits = rows.outputs.map { ScannedText($0) }
    guard digits.allSatisfy({ $0.classes.contains { $0.contains(.digit) } }) else { return [] }
    var copy = self
    let sources = sources()
    guard !sources.isEmpty else { return [] }
    for style in NumberSource.Decimals.allCases {
      let literals = digits.map { $0.numbers(decimals: style) }
      // A text without the other sign reads the same.
      if style == .comma, zip(literals, digits).allSatisfy({ $0 == $1.numbers(decimals: .point) }) { continue }
      let formats =
        NumberEdges.formats(of: literals.joined(), style: style)
        + zip(digits, literals).flatMap { text, literals in
          literals.compactMap { NumberEdges.table(format: $0, in: text, style: style) }
        }
      for found in sources {
        copy.addWritten(found, formats)
        copy.addRounded(found, literals[0], formats)
        copy.addRanges(found, literals[0], formats)
      }
    }
    return copy.collection.edges(width: 16)
  }

  private func sources() -> [Found] {
    var result: [Found] = []
    var seen: Set<[DecimalNumber?]> = []
    for input in 0..<rows.width {
      for style in NumberSource.Decimals.allCases {
        let numbers = rows.inputs.map { $0[input].numbers(decimals: style) }
        let otherNumbers = rows.others.map { $0[input].numbers(decimals: style) }
        let count = min(8, numbers.map(\.count).min() ?? 0)
        for occurrence in Array(0..<count) + (1...max(1, count)).prefix(min(count, 3)).map({ -$0 }) {
          func literal(_ list: [NumberLiteral]) -> NumberLiteral? {
            let index = occurrence < 0 ? list.count + occurrence : occurrence
            return list.indices.contains(index) ? list[index] : nil
          }
          let literals = numbers.compactMap(literal)
          let values = literals.map(\.value)
          let otherLiterals = otherNumbers.map(literal)
          let otherValues = otherLiterals.map { $0?.value }
          guard values.count == numbers.count, seen.insert(values + otherValues).inserted else { continue }
          // A column of numbers is meant as numbers.
          let isWhole = zip(literals, rows.inputs).allSatisfy { $0.range == 0..<$1[input].count }
          let failing = otherValues.count { $0 == nil }
          let cost =
            (isWhole ? -1.5 : 0) + TextPrior.cost(ofOccurrence: occurrence)
            + SearchRows.cost(ofFailing: failing, among: otherValues.count) + (style == .comma ? 0.7 : 0)
          result.append(
            Found(
              source: NumberSource(input: input, occurrence: occurrence, decimals: style), values: values,
              others: otherLiterals, cost: cost,
              texts: zip(rows.inputs, literals).map { $0[input].string($1.range) }, decimals: literals.map(\.decimals)))
        }
      }
    }
    return result
  }

  /// The ways to write numbers that the outputs show.
  private static func formats(of literals: some Sequence<NumberLiteral>, style: NumberSource.Decimals) -> [NumberFormat]
  {
    var result: [NumberFormat] = []
    func add(_ format: NumberFormat) {
      if !result.contains(format) { result.append(format) }
    }
    var groupSigns = [""]
    for literal in literals {
      if let sign = literal.groupSign, !groupSigns.contains(String(sign)) { groupSigns.append(String(sign)) }
    }
    let sign = style == .point ? "." : ","
    for literal in literals {
      for group in groupSigns {
        for digits in literal.startsWithZero ? [literal.integerDigits] : [1] {
          let decimals = literal.decimals
          add(NumberFormat(integerDigits: digits, decimalSign: sign, groupSign: group))
          add(NumberFormat(integerDigits: digits, keepsZeros: true, decimalSign: sign, groupSign: group))
          add(
            NumberFormat(
              integerDigits: digits, minimumDecimals: decimals, maximumDecimals: decimals, decimalSign: sign,
              groupSign: group))
          guard decimals > 0 else { continue }
          add(NumberFormat(integerDigits: digits, maximumDecimals: decimals, decimalSign: sign, groupSign: group))
          add(NumberFormat(integerDigits: digits, minimumDecimals: decimals, decimalSign: sign, groupSign: group))
        }
      }
    }
    return Array(result.prefix(30))
  }

  /// The format of a number that spaces put into the line of a table.
  private static func table(
    format literal: NumberLiteral, in text: ScannedText, style: NumberSource.Decimals
  ) -> NumberFormat? {
    let sign: Unicode.Scalar = style == .point ? "." : ","
    var end = literal.range.upperBound
    if literal.decimals == 0, end < text.count, text.scalars[end] == sign { end += 1 }
    let start =
      text.runEnds(.space, at: literal.range.lowerBound)
      ? text.startOfRun(.space, endingAt: literal.range.lowerBound) : literal.range.lowerBound
    let last = text.endOfRun(.space, startingAt: end)
    let hasSign = literal.decimals > 0 || end > literal.range.upperBound
    guard start < literal.range.lowerBound || (hasSign && last > end) else { return nil }
    let spaces = last - end
    let leading = literal.range.lowerBound - start
    let width = text.string(literal.range).prefix { $0 != Character(sign) }.count
    return NumberFormat(
      integerDigits: leading + width, minimumDecimals: hasSign ? literal.decimals + spaces : 0,
      decimalSign: String(sign),
      filling: .spaces)
  }

  private mutating func add(
    _ found: Found, exponent: Int = 0, rounding: NumberRounding? = nil, format: NumberFormat, cost: Double, context: Int
  ) {
    let piece = NumberPiece(source: found.source, exponent: exponent, rounding: rounding, format: format)
    var total = 4 + found.cost + cost + NumberEdges.cost(of: format, isRounded: rounding != nil)
    // Zeros at the end were left out where all decimals are kept.
    if rounding == nil, exponent == 0, let decimals = format.maximumDecimals, decimals == format.minimumDecimals,
      zip(found.values, found.decimals).allSatisfy({ $0.decimals == decimals && $1 > decimals })
    {
      total += 1
    }
    if exponent != 0 { total += abs(exponent) == 2 || abs(exponent) == 3 ? 3 : 4 }
    let written = zip(found.values, found.decimals).map { piece.value(of: $0, decimals: $1) }
    guard let values = rows.fitting(written) else { return }
    if rounding == nil, format.maximumDecimals == 0 {
      // Of those that were rounded, half would have gone up.
      total += Double(
        zip(found.values, written).count { read, text in
          let scaled = read.scaled(by: exponent)
          return scaled.decimals > 0 && scaled.rounded(to: DecimalNumber(1), .towardsZero)?.description == text
        })
    }
    // What is only copied is more likely meant as a piece of text.
    if written == found.texts { total += 3 }
    let variant = Edge.Variant(
      expression: .number(piece), cost: total, costInContext: context == 0 ? total : 1.5, context: context,
      behaviour: Fingerprint(found.others.map { $0.flatMap { piece.value(of: $0.value, decimals: $0.decimals) } }))
    collection.add(Edge(values: values, variants: [variant]))
  }

  private static func cost(of format: NumberFormat, isRounded: Bool) -> Double {
    var cost = format.isOrdinalEnding ? 1 : 0.0
    switch format.maximumDecimals {
    case 0: cost += 0.6
    case format.minimumDecimals: cost += isRounded ? 0.7 : 0.3
    case .some: cost += 0.8
    case nil:
      cost += format.minimumDecimals > 0 ? 1 : isRounded ? (format.keepsZeros ? 2 : 0.2) : format.keepsZeros ? 0.4 : 0.6
    }
    if format.integerDigits > 1 { cost += 1 }
    if !format.groupSign.isEmpty { cost += 0.5 }
    if format.decimalSign != "." { cost += 0.3 }
    if format.filling == .spaces { cost += 2 }
    return cost
  }

  /// The number as it is, or with fewer decimals.
  private mutating func addWritten(_ found: Found, _ formats: [NumberFormat]) {
    for exponent in NumberEdges.exponents {
      for format in formats {
        add(found, exponent: exponent, format: format, cost: 0, context: 0)
      }
    }
    add(found, format: NumberFormat(isOrdinalEnding: true), cost: 0, context: 0)
  }

  /// The number brought to a multiple of a unit.
  private mutating func addRounded(_ found: Found, _ literals: [NumberLiteral], _ formats: [NumberFormat]) {
    let read = found.values[0]
    for target in Set(literals.map(\.value)).sorted(by: { !($0 >= $1) }) where target != read {
      guard let difference = target.adding(read.negated) else { continue }
      let size = DecimalNumber(Int128(difference.significand.magnitude), exponent: difference.exponent)
      for (unit, cost) in NumberEdges.units(of: target) where !(size >= unit) {
        for mode in RoundingMode.allCases where read.rounded(to: unit, mode) == target {
          let isCut = unit == DecimalNumber(1) && found.values.contains { $0.decimals > 0 }
          if mode == .towardsZero, !isCut, found.values.allSatisfy({ $0.significand >= 0 }) { continue }
          let modeCost: Double =
            switch mode {
            case .nearest: 0
            case .down: 1
            case .up: 1.3
            case .towardsZero: isCut ? -1.6 : 1.2
            }
          for format in formats where format.maximumDecimals ?? 20 >= target.decimals {
            add(
              found, rounding: NumberRounding(unit: unit, mode: mode), format: format, cost: 2.5 + cost + modeCost,
              context: 0)
          }
        }
      }
    }
  }

  /// Units that the number is a multiple of, with what they cost: coarse ones are the better explanation.
  private static func units(of target: DecimalNumber) -> [(DecimalNumber, Double)] {
    var result: [(DecimalNumber, Double)] = []
    let last = target.significand == 0 ? 3 : max(0, target.exponent) + 1
    for power in -max(4, target.decimals)...max(last, 0) {
      for (factor, exponent, cost) in [(1, 0, 0.0), (5, 0, 0.7), (2, 0, 1.5), (25, -1, 1.2)] as [(Int128, Int, Double)]
      {
        let unit = DecimalNumber(factor, exponent: power + exponent)
        if target.rounded(to: unit, .towardsZero) == target {
          result.append((unit, cost + 0.8 * Double(max(0, target.exponent - power))))
        }
      }
    }
    return result
  }

  /// Two numbers of the output as the ends of a range that the number is in.
  private mutating func addRanges(_ found: Found, _ literals: [NumberLiteral], _ formats: [NumberFormat]) {
    for (first, second) in NumberEdges.pairs(of: literals) {
      guard let difference = second.value.adding(first.value.negated), difference.significand > 0,
        let wider = difference.adding(DecimalNumber(1, exponent: -max(first.decimals, second.decimals)))
      else { continue }
      for (unit, unitCost) in [(difference, 0.0), (wider, 0.3)].map({ ($0, $1 + NumberEdges.cost(ofWidth: $0)) }) {
        guard unitCost < 4, let lower = first.value.rounded(to: unit, .down),
          let offset = first.value.adding(lower.negated)
        else {
          continue
        }
        let start = NumberRounding(unit: unit, offset: offset, mode: .down)
        guard start.applied(to: found.values[0]) == first.value else { continue }
        let key = Context(source: found.source, unit: unit, offset: offset)
        let context = contexts[key] ?? contexts.count + 1
        contexts[key] = context
        let cost = 2.5 + unitCost + (offset == .zero ? 0 : offset == DecimalNumber(1) ? 0.5 : 2)
        let end = NumberRounding(unit: unit, offset: offset, mode: .down, shift: difference)
        for format in formats {
          add(found, rounding: start, format: format, cost: cost, context: context)
          // The end of a range is seldom written without its start.
          add(found, rounding: end, format: format, cost: cost + 9, context: context)
        }
      }
    }
  }

  /// Each number with the few that follow.
  private static func pairs(of literals: [NumberLiteral]) -> [(NumberLiteral, NumberLiteral)] {
    literals.indices.flatMap { first in
      literals[(first + 1)...].prefix(3).map { (literals[first], $0) }
    }
  }

  /// Ranges are as wide as a round number.
  private static func cost(ofWidth unit: DecimalNumber) -> Double {
    switch unit.significand {
    case 1: 0
    case 5: 0.3
    case 2, 25: 0.6
    case 3, 4, 6, 15: 1.5
    case 7...99: 3
    default: 4
    }
  }
}
