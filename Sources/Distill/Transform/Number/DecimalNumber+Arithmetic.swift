import Trace

/// Exact as long as the digits suffice (37); nil beyond.
extension DecimalNumber {
  /// Both numbers as whole multiples of the same power of ten.
  static func aligned(_ first: DecimalNumber, _ second: DecimalNumber) -> (Int128, Int128, exponent: Int)? {
    let exponent = min(first.exponent, second.exponent)
    guard let left = first.significand(at: exponent), let right = second.significand(at: exponent) else { return nil }
    return (left, right, exponent)
  }

  private func significand(at exponent: Int) -> Int128? {
    guard self.exponent > exponent else { return significand }
    guard self.exponent - exponent <= 37 else { return significand == 0 ? 0 : nil }
    var result = significand
    for _ in 0..<self.exponent - exponent {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }

  func adding(_ other: DecimalNumber) -> DecimalNumber? {
    guard let (left, right, exponent) = DecimalNumber.aligned(self, other) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : DecimalNumber(sum, exponent: exponent)
  }

  var negated: DecimalNumber { DecimalNumber(-significand, exponent: exponent) }

  func scaled(by power: Int) -> DecimalNumber { DecimalNumber(significand, exponent: exponent + power) }

  /// The multiple of the unit (above 0) that the mode picks.
  func rounded(to unit: DecimalNumber, _ mode: RoundingMode) -> DecimalNumber? {
    guard unit.significand > 0, let (value, step, exponent) = DecimalNumber.aligned(self, unit) else { return nil }
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: step)
    let away: Int128 = value < 0 ? -1 : 1
    let multiple: Int128 =
      switch mode {
      case .towardsZero: quotient
      case .down: remainder < 0 ? quotient - 1 : quotient
      case .up: remainder > 0 ? quotient + 1 : quotient
      case .nearest: remainder.magnitude >= step.magnitude - remainder.magnitude ? quotient + away : quotient
      }
    let (product, overflow) = multiple.multipliedReportingOverflow(by: step)
    return overflow ? nil : DecimalNumber(product, exponent: exponent)
  }

  /// Rounded so that it has no more digits than that, without touching those before the decimals.
  func cut(toDigits digits: Int) -> DecimalNumber {
    let excess = String(significand.magnitude).count - digits
    guard excess > 0, exponent < 0 else { return self }
    let unit = DecimalNumber(1, exponent: Swift.min(0, exponent + excess))
    return rounded(to: unit, .nearest) ?? self
  }

  static func >= (left: DecimalNumber, right: DecimalNumber) -> Bool {
    guard let (left, right, _) = aligned(left, right) else { return left.exponent > right.exponent }
    return left >= right
  }

  /// How many decimals are needed to write it.
  var decimals: Int { max(0, -exponent) }
}
