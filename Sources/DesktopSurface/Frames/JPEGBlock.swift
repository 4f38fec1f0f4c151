/// Eight by eight values of a picture, as its frequencies.
struct JPEGBlock {
  /// Row by row.
  private var rows: [SIMD8<Float>]

  /// - Parameter rows: eight rows of values around 0.
  init(_ rows: [SIMD8<Float>]) {
    self.rows = rows
    transform()
    transpose()
    transform()
    transpose()
  }

  /// The frequencies, rounded to steps, row by row.
  ///
  /// Beside so large a number a fraction has no room: adding it rounds, and its bits without it are the integer. The
  /// library's own conversion of vectors takes ten times as long.
  func rounded(to divisors: [SIMD8<Float>]) -> [SIMD8<Int32>] {
    (0..<8).map { unsafeBitCast(rows[$0] * divisors[$0] + 12_582_912, to: SIMD8<Int32>.self) &- 0x4B40_0000 }
  }

  /// What the frequencies are multiplied with so that they are in steps: the transform leaves them at scales of their
  /// own.
  static func divisors(steps: [UInt8]) -> [SIMD8<Float>] {
    let scales: [Float] = [
      1, 1.387_039_845, 1.306_562_965, 1.175_875_602, 1, 0.785_694_958, 0.541_196_1, 0.275_899_379,
    ]
    return (0..<8).map { row in
      var line = SIMD8<Float>()
      for column in 0..<8 { line[column] = 1 / (Float(steps[row * 8 + column]) * scales[row] * scales[column] * 8) }
      return line
    }
  }

  /// The cosine transform of all columns at once (Arai, Agui and Nakajima).
  private mutating func transform() {
    let (a0, a7) = (rows[0] + rows[7], rows[0] - rows[7])
    let (a1, a6) = (rows[1] + rows[6], rows[1] - rows[6])
    let (a2, a5) = (rows[2] + rows[5], rows[2] - rows[5])
    let (a3, a4) = (rows[3] + rows[4], rows[3] - rows[4])
    let (b0, b3) = (a0 + a3, a0 - a3)
    let (b1, b2) = (a1 + a2, a1 - a2)
    rows[0] = b0 + b1
    rows[4] = b0 - b1
    let c = (b2 + b3) * 0.707_106_781
    rows[2] = b3 + c
    rows[6] = b3 - c
    let (d0, d1, d2) = (a4 + a5, a5 + a6, a6 + a7)
    let e5 = (d0 - d2) * 0.382_683_433
    let e2 = d0 * 0.541_196_1 + e5
    let e4 = d2 * 1.306_562_965 + e5
    let e3 = d1 * 0.707_106_781
    let (f1, f3) = (a7 + e3, a7 - e3)
    rows[5] = f3 + e2
    rows[3] = f3 - e2
    rows[1] = f1 + e4
    rows[7] = f1 - e4
  }

  private mutating func transpose() {
    rows.withUnsafeMutableBufferPointer { rows in
      for row in 0..<8 {
        for column in 0..<row {
          let value = rows[row][column]
          rows[row][column] = rows[column][row]
          rows[column][row] = value
        }
      }
    }
  }
}
