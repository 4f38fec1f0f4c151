/// What a coded picture is made with: the steps that its frequencies are rounded to, and the codes of the numbers
/// (ITU-T T.81, annex K). Brightness and colours share them.
struct JPEGTables: Sendable {
  /// From 1 to 100.
  init(quality: Int) {
    let scale = quality < 50 ? 5_000 / max(1, quality) : 200 - 2 * min(100, quality)
    steps = Self.luminance.map { UInt8(min(255, max(1, ($0 * scale + 50) / 100))) }
    dc = Self.codes(Self.dcCounts, Array(0...11))
    ac = Self.codes(Self.acCounts, Self.acSymbols)
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

  /// How many codes there are of one bit, of two, up to sixteen.
  static let dcCounts: [UInt8] = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
  static let acCounts: [UInt8] = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125]
  static let acSymbols: [UInt8] =
    [
      0x01, 0x02, 0x03, 0x00, 0x04, 0x11, 0x05, 0x12, 0x21, 0x31, 0x41, 0x06, 0x13, 0x51, 0x61, 0x07, 0x22, 0x71, 0x14,
      0x32, 0x81, 0x91, 0xa1, 0x08, 0x23, 0x42, 0xb1, 0xc1, 0x15, 0x52, 0xd1, 0xf0, 0x24, 0x33, 0x62, 0x72, 0x82, 0x09,
      0x0a, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2a,
    ]
    + [0x34...0x3a, 0x43...0x4a, 0x53...0x5a, 0x63...0x6a, 0x73...0x7a, 0x83...0x8a, 0x92...0x9a, 0xa2...0xaa].joined()
    + [0xb2...0xba, 0xc2...0xca, 0xd2...0xda, 0xe1...0xea, 0xf1...0xfa].joined()

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
