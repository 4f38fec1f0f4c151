extension Scanner {
  /// Notes a text that is nothing but one word which looks like a password or a key.
  mutating func scanBare() {
    var range = 0..<bytes.count
    while let first = range.first, bytes[first].isSpace { range = (first + 1)..<range.upperBound }
    while let last = range.last, bytes[last].isSpace { range = range.lowerBound..<last }
    guard (8...256).contains(range.count), !bytes[range].contains(where: \.isSpace) else { return }
    // A digest says that it is one.
    guard lastSeen[Topic.digest.rawValue] < 0, !bytes.contains(Folding.withheldStart) else { return }
    if isBareSecret(range) { note(range, .bare) }
  }

  private func isBareSecret(_ range: Range<Int>) -> Bool {
    var shape = (letters: 0, upper: 0, lower: 0, digits: 0, strong: 0, hyphens: 0, other: 0, changes: 0)
    var last: UInt8 = 0
    for byte in bytes[range] {
      if byte.isUpper {
        shape.upper += 1
      } else if byte.isLower {
        shape.lower += 1
      } else if byte.isDigit {
        shape.digits += 1
      }
      if byte.isLetter {
        shape.letters += 1
      } else if Scanner.strongMarks.contains(byte) {
        shape.strong += 1
      } else if byte == UInt8(ascii: "-") {
        shape.hyphens += 1
      } else if !byte.isDigit {
        shape.other += 1
      }
      if byte.isUpper != last.isUpper || byte.isDigit != last.isDigit { shape.changes += 1 }
      last = byte
    }
    let isHexadecimal = bytes[range].allSatisfy { $0.hexadecimalValue != nil }
    if isHexadecimal {
      return [32, 40, 48, 56, 64, 96, 128].contains(range.count) && shape.digits > 0 && shape.letters > 0
    }
    // A word, a mark and a number, as people make passwords: winter$112.
    if shape.strong > 0, shape.letters >= 3, shape.digits > 0, !isHarmlessMark(range) { return true }
    if shape.strong > 1, shape.letters >= 5, Naturalness.isRandom(bytes[range]) { return true }
    if shape.other > 1 { return false }
    // Groups of letters that are no words.
    if shape.hyphens >= 2, shape.digits == 0, shape.upper == 0 { return Naturalness.isRandom(bytes[range]) }
    // What chance makes of letters and digits.
    guard shape.hyphens <= 1 else { return false }
    if shape.upper > 0, shape.lower > 0, shape.digits > 0 {
      let pairs = Naturalness.count(bytes[range]).pairs
      return shape.changes * 3 >= range.count && (Naturalness.isRandom(bytes[range]) || pairs * 4 < range.count)
    }
    return range.count >= 16 && shape.upper > 0 && shape.lower == 0 && shape.digits * 10 >= range.count
      && shape.other == 0 && shape.hyphens == 0 && Naturalness.isRandom(bytes[range])
  }

  /// Marks that stand in passwords rather than in names, numbers and addresses.
  private static let strongMarks = Alphabet("!#$%&*?+^@=~")

  /// Whether the marks are those of a handle, an assignment, a tag or an address.
  private func isHarmlessMark(_ range: Range<Int>) -> Bool {
    let text = bytes[range]
    let marks = text.filter { Scanner.strongMarks.contains($0) }
    guard marks.count == 1, let mark = marks.first, let position = text.firstIndex(of: mark) else {
      // The parameters of an address.
      return text.contains(UInt8(ascii: "/")) || (text.contains(UInt8(ascii: "=")) && text.contains(UInt8(ascii: "&")))
    }
    switch mark {
    case UInt8(ascii: "@"): return byte(position + 1).isLetter || position == range.lowerBound
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "~"), UInt8(ascii: "%"): return true
    case UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "?"):
      return position == range.lowerBound || text.contains(UInt8(ascii: "/"))
    default: return text.contains(UInt8(ascii: "/"))
    }
  }
}
