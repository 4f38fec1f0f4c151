import Surfaces

/// What the indicator looks like where it is drawn point by point: the same sign, word and colours as
/// ``IndicatorPicture``.
struct IndicatorPixels {
  static let size = (width: 216, height: 32)

  /// `0xAARRGGBB`, row by row.
  private(set) var pixels: [UInt32]
  private let ink: UInt32

  init(_ state: IndicatorState) {
    let isPaused = state == .paused
    ink = isPaused ? 0xFF00_0000 : 0xFFFF_FFFF
    pixels = Array(repeating: isPaused ? 0xFFFF_B300 : 0xFFC6_1A1A, count: Self.size.width * Self.size.height)
    if isPaused {
      fill(x: 16..<22, y: 8..<24)
      fill(x: 26..<32, y: 8..<24)
    } else {
      fillCircle(x: 24, y: 16, radius: 8)
    }
    write(isPaused ? "Paused" : "Recording", x: 44, y: 4)
  }

  private mutating func fill(x: Range<Int>, y: Range<Int>) {
    for row in y {
      for column in x { pixels[row * Self.size.width + column] = ink }
    }
  }

  private mutating func fillCircle(x: Int, y: Int, radius: Int) {
    for down in -radius..<radius {
      for right in -radius..<radius {
        // The middles of the points, doubled so that they are whole numbers.
        let (a, b) = (2 * right + 1, 2 * down + 1)
        if a * a + b * b <= 4 * radius * radius { fill(x: x + right..<x + right + 1, y: y + down..<y + down + 1) }
      }
    }
  }

  /// Letters three times their size.
  private mutating func write(_ text: String, x: Int, y: Int) {
    let scale = 3
    for (number, letter) in text.enumerated() {
      let left = x + number * (IndicatorLetters.size.width + 1) * scale
      for (row, bits) in IndicatorLetters.rows(of: letter).enumerated() {
        for column in 0..<IndicatorLetters.size.width
        where bits >> (IndicatorLetters.size.width - 1 - column) & 1 == 1 {
          let (right, down) = (left + column * scale, y + row * scale)
          fill(x: right..<right + scale, y: down..<down + scale)
        }
      }
    }
  }
}
