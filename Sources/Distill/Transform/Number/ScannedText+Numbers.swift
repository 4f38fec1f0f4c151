import Trace

/// A number as it stands in a text.
struct NumberLiteral: Sendable, Hashable {
  var range: Range<Int>
  var value: DecimalNumber
  /// How many decimals were written.
  var decimals: Int
  /// How many digits were written before the decimals.
  var integerDigits: Int
  /// What parted the groups of three digits; nil where nothing did.
  var groupSign: Unicode.Scalar?
  var startsWithZero: Bool
}

extension ScannedText {
  /// The numbers in the text, from the first to the last.
  func numbers(decimals: NumberSource.Decimals) -> [NumberLiteral] {
    var result: [NumberLiteral] = []
    var position = 0
    while position < count {
      if let literal = number(at: position, decimals: decimals) {
        result.append(literal)
        position = literal.range.upperBound
      } else {
        position += 1
      }
    }
    return result
  }

  private func isDigit(_ position: Int) -> Bool {
    position < count && classes[position].contains(.digit)
  }

  /// The number whose digits start at the position; its sign stands before.
  private func number(at start: Int, decimals style: NumberSource.Decimals) -> NumberLiteral? {
    let decimalSign: Unicode.Scalar = style == .point ? "." : ","
    let startsWithSign =
      scalars[start] == decimalSign && isDigit(start + 1)
      && (start == 0 || classes[start - 1].isDisjoint(with: [.alphanumeric, .numeral]))
    guard isDigit(start) || startsWithSign else { return nil }
    var digits: [Unicode.Scalar] = []
    var position = start
    while isDigit(position) {
      digits.append(scalars[position])
      position += 1
    }
    var groupSign: Unicode.Scalar?
    if (1...3).contains(digits.count), position < count, scalars[position] != decimalSign,
      [",", ".", " ", "'", "’", "\u{A0}", "\u{202F}"].contains(scalars[position])
    {
      let sign = scalars[position]
      while position < count, scalars[position] == sign, isDigit(position + 1), isDigit(position + 2),
        isDigit(position + 3), !isDigit(position + 4)
      {
        digits += scalars[position + 1...position + 3]
        position += 4
        groupSign = sign
      }
    }
    let integerDigits = digits.count
    let integerEnd = position
    var written = 0
    if position < count, scalars[position] == decimalSign, isDigit(position + 1) {
      position += 1
      while isDigit(position) {
        digits.append(scalars[position])
        position += 1
        written += 1
      }
      // More than one sign (1.2.3) parts no decimals.
      let isBefore = position < count && scalars[position] == decimalSign && isDigit(position + 1)
      let isAfter = start > 1 && scalars[start - 1] == decimalSign && isDigit(start - 2)
      if isBefore || isAfter {
        digits.removeLast(written)
        written = 0
        position = integerEnd
      }
    }
    let power = exponentPart(at: &position)
    guard let magnitude = DecimalNumber(String(digits)) else { return nil }
    let (signStart, isNegative) = sign(before: start)
    let value = magnitude.scaled(by: power - written)
    return NumberLiteral(
      range: signStart..<position, value: isNegative ? value.negated : value, decimals: written,
      integerDigits: integerDigits, groupSign: groupSign, startsWithZero: digits.first == "0" && integerDigits > 1)
  }

  /// The power of ten of `1e+04` at the position, which is moved behind it.
  private func exponentPart(at position: inout Int) -> Int {
    var end = position
    if end < count, scalars[end] == ".", end + 1 < count, scalars[end + 1] == "e" || scalars[end + 1] == "E" {
      end += 1
    }
    guard end < count, scalars[end] == "e" || scalars[end] == "E" else { return 0 }
    end += 1
    var isNegative = false
    if end < count, scalars[end] == "+" || scalars[end] == "-" {
      isNegative = scalars[end] == "-"
      end += 1
    }
    let start = end
    while isDigit(end), end - start < 2 { end += 1 }
    guard end > start, end == count || classes[end].isDisjoint(with: .alphanumeric),
      let power = Int(string(start..<end))
    else { return 0 }
    position = end
    return isNegative ? -power : power
  }

  /// Where the sign before the number starts, across a currency sign, and whether it is a minus.
  private func sign(before start: Int) -> (Int, isNegative: Bool) {
    var position = start
    if position > 1, scalars[position - 1].properties.generalCategory == .currencySymbol { position -= 1 }
    guard position > 0, ["-", "−", "+"].contains(scalars[position - 1]),
      position == 1
        || classes[position - 2].isDisjoint(with: [.alphanumeric, .numeral])
          && ![")", "-", "/"].contains(scalars[position - 2])
    else { return (start, false) }
    return (position - 1, scalars[position - 1] != "+")
  }
}
