import Trace

/// What a coded picture is made with: the steps that its frequencies are rounded to, and the codes of the numbers
/// (ITU-T T.81, annex K). Brightness and colours share them.
struct JPEGTables: Sendable {
  /// From 1 to 100.
  init(quality: Int) {
    let scale = quality < 50 ? 5_000 / max(1, quality) : 200 - 2 * min(100, quality)
    steps = Self.luminance.map { UInt8(min(255, max(1, ($0 * scale + 50) / 100))) }
    dc = Self.codes(JPEGCommonCode.dcCounts, JPEGCommonCode.dcSymbols)
    ac = Self.codes(JPEGCommonCode.acCounts, JPEGCommonCode.acSymbols)
  }

  /// Row by row.
  let steps: [UInt8]
  /// By symbol; a length of 0 for one that has none.
  let dc: [(bits: UInt32, length: Int)]
  let ac: [(bits: UInt32, length: Int)]

  /// The places of the frequencies, row by row, in the order in which they are coded.
  static let zigzag: [Int] = {
    let places = (0..<64).map { (row: $0 / 8, column: $0 % 8) }
    let ordered = places.sorted { one, other in
      let (a, b) = (one.row + one.column, other.row + other.column)
      if a != b { return a < b }
      return a % 2 == 0 ? one.row > other.row : one.row < other.row
    }
    return ordered.map { $0.row * 8 + $0.column }
  }()

  private static let luminance = [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
    87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
    72, 92, 95, 98, 112, 100, 103, 99,
  ]

  private static func codes(_ counts: [UInt8], _ symbols: [UInt8]) -> [(bits: UInt32, length: Int)] {
    var codes = [(bits: UInt32, length: Int)](repeating: (0, 0), count: 256)
    var rest = symbols[...]
    var next: UInt32 = 0
    for (index, count) in counts.enumerated() {
      for symbol in rest.prefix(Int(count)) {
        codes[Int(symbol)] = (next, index + 1)
        next += 1
      }
      rest = rest.dropFirst(Int(count))
      next <<= 1
    }
    return codes
  }
}
