/// Check digits, as their standards define them. Digits are values 0…9.
enum Checksum {
  /// ISO/IEC 7812-1, annex B (Luhn): payment cards and others.
  static func luhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let value = Int(digit) * (index % 2 == 0 ? 1 : 2)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// The weighted sum of the digits modulo `modulus`; digits without a weight are left out.
  static func weighted(_ digits: some Sequence<UInt8>, _ weights: [Int], modulo modulus: Int) -> Int {
    zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 } % modulus
  }

  /// The remainder of a long number.
  static func remainder(_ digits: some Sequence<UInt8>, modulo modulus: Int) -> Int {
    digits.reduce(0) { ($0 * 10 + Int($1)) % modulus }
  }

  /// ISO 7064 MOD 11,10.
  static func mod11and10(_ digits: some Sequence<UInt8>) -> Bool {
    var product = 10
    var last = 0
    for digit in digits {
      last = (product + Int(digit)) % 10
      product = (last == 0 ? 10 : last) * 2 % 11
    }
    return last == 1
  }

  /// Verhoeff's check over the dihedral group of order ten.
  static func verhoeff(_ digits: [UInt8]) -> Bool {
    let check = digits.reversed().enumerated().reduce(0) { check, digit in
      let permuted = permutation[digit.offset % 8][Int(digit.element)]
      return product[check][permuted]
    }
    return check == 0
  }

  private static let product: [[Int]] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 0, 6, 7, 8, 9, 5], [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
    [3, 4, 0, 1, 2, 8, 9, 5, 6, 7], [4, 0, 1, 2, 3, 9, 5, 6, 7, 8], [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
    [6, 5, 9, 8, 7, 1, 0, 4, 3, 2], [7, 6, 5, 9, 8, 2, 1, 0, 4, 3], [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
    [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
  ]

  private static let permutation: [[Int]] = {
    let first = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
    return (0..<8).reduce(into: [Array(0...9)]) { rows, _ in rows.append(rows[rows.count - 1].map { first[$0] }) }
  }()
}
