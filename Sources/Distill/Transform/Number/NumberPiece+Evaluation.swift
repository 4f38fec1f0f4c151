import Trace

extension NumberPiece {
  /// The number of these inputs, written anew; nil where there is none.
  func value(of inputs: [ScannedText]) -> String? {
    source.literal(in: inputs).flatMap { value(of: $0.value, decimals: $0.decimals) }
  }

  /// - Parameter decimals: How many the number was written with.
  func value(of read: DecimalNumber, decimals: Int) -> String? {
    var number = read.scaled(by: exponent)
    if let rounding {
      guard let rounded = rounding.applied(to: number) else { return nil }
      number = rounded
    }
    var format = format
    if format.keepsZeros { format.minimumDecimals = max(format.minimumDecimals, decimals - exponent) }
    return format.text(of: number)
  }
}

extension NumberSource {
  func literal(in inputs: [ScannedText]) -> NumberLiteral? {
    guard inputs.indices.contains(input) else { return nil }
    let numbers = inputs[input].numbers(decimals: decimals)
    let index = occurrence < 0 ? numbers.count + occurrence : occurrence
    return numbers.indices.contains(index) ? numbers[index] : nil
  }
}

extension NumberRounding {
  func applied(to number: DecimalNumber) -> DecimalNumber? {
    number.adding(offset.negated)?.rounded(to: unit, mode)?.adding(offset)?.adding(shift)
  }
}

extension NumberFormat {
  /// The number as text.
  func text(of number: DecimalNumber) -> String? {
    var number = number
    if let maximumDecimals {
      guard let rounded = number.rounded(to: DecimalNumber(1, exponent: -maximumDecimals), .nearest) else { return nil }
      number = rounded
    }
    if maximumDecimals == nil { number = number.cut(toDigits: 15) }
    guard abs(number.exponent) <= 60 else { return nil }
    if isOrdinalEnding { return number.ordinalEnding }
    let written = number.description
    let parts = written.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let sign = number.significand < 0 ? "-" : ""
    let integer = String(parts[0])
    let decimals = parts.count > 1 ? String(parts[1]) : ""
    let missing = max(0, minimumDecimals - decimals.count)
    switch filling {
    case .zeros:
      let digits = String(repeating: "0", count: max(0, integerDigits - integer.count)) + integer
      let filled = decimals + String(repeating: "0", count: missing)
      return sign + grouped(digits) + (filled.isEmpty ? "" : decimalSign + filled)
    case .spaces:
      let digits = sign + grouped(integer)
      let filled = decimals + String(repeating: " ", count: missing)
      return String(repeating: " ", count: max(0, integerDigits - digits.count)) + digits
        + (filled.isEmpty ? "" : decimalSign + filled)
    }
  }

  private func grouped(_ digits: String) -> String {
    guard !groupSign.isEmpty else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += groupSign }
      result.append(digit)
    }
    return result
  }
}

extension DecimalNumber {
  /// `st`, `nd`, `rd` or `th`; nil for numbers that are not whole and positive.
  var ordinalEnding: String? {
    guard exponent >= 0, exponent < 19, significand > 0 else { return nil }
    if exponent > 0 { return "th" }
    return Int(significand % 100).ordinalEnding
  }
}

extension Int {
  /// The ending of the English ordinal of a number of 0…99.
  var ordinalEnding: String {
    switch (self % 100 / 10, self % 10) {
    case (1, _): "th"
    case (_, 1): "st"
    case (_, 2): "nd"
    case (_, 3): "rd"
    default: "th"
    }
  }
}
