/// Which numbers payment cards can have, by the ranges that ISO/IEC 7812 issuers use.
enum Issuer {
  /// Whether a number of this length can begin like this.
  static func issues(_ digits: [UInt8]) -> Bool {
    guard digits.count >= 12 else { return false }
    let six = digits.prefix(6).reduce(0) { $0 * 10 + Int($1) }
    return ranges.contains { $0.first...$0.last ~= six && $0.lengths.contains(digits.count) }
  }

  private struct Issued {
    var first: Int
    var last: Int
    var lengths: Set<Int>

    /// A range given by its first digits: `51…55`.
    init(_ first: Int, _ last: Int, _ lengths: Set<Int>) {
      var (first, last) = (first, last)
      while first < 100_000 { (first, last) = (first * 10, last * 10 + 9) }
      self.first = first
      self.last = last
      self.lengths = lengths
    }
  }

  private static let ranges: [Issued] = [
    // Visa
    Issued(4, 4, [13, 16, 18, 19]),
    // Mastercard
    Issued(51, 55, [16]), Issued(2221, 2720, [16]),
    // American Express
    Issued(34, 34, [15]), Issued(37, 37, [15]),
    // Diners Club
    Issued(300, 305, [14, 16]), Issued(3095, 3095, [14, 16]), Issued(36, 36, [14, 15, 16, 17, 18, 19]),
    Issued(38, 39, [14, 16]),
    // Discover, RuPay
    Issued(6011, 6011, [16, 17, 18, 19]), Issued(622_126, 622_925, [16, 17, 18, 19]),
    Issued(644, 649, [16, 17, 18, 19]), Issued(65, 65, [16, 17, 18, 19]), Issued(60, 60, [16]), Issued(81, 82, [16]),
    Issued(508, 508, [16]),
    // JCB
    Issued(35, 35, [16, 17, 18, 19]), Issued(2131, 2131, [15]), Issued(1800, 1800, [15]),
    // UnionPay
    Issued(62, 62, [16, 17, 18, 19]),
    // Maestro
    Issued(5018, 5018, Set(12...19)), Issued(5020, 5020, Set(12...19)), Issued(5038, 5038, Set(12...19)),
    Issued(5612, 5612, Set(12...19)), Issued(5893, 5893, Set(12...19)), Issued(6304, 6304, Set(12...19)),
    Issued(6390, 6390, Set(12...19)), Issued(6759, 6759, Set(12...19)), Issued(6761, 6763, Set(12...19)),
    Issued(6703, 6703, Set(12...19)), Issued(6709, 6709, Set(12...19)), Issued(6771, 6771, Set(12...19)),
    // Mir, Troy, UATP
    Issued(2200, 2204, [16, 17, 18, 19]), Issued(9792, 9792, [16]), Issued(1, 1, [15]),
  ]
}
