/// The bits of a coded picture: a byte of ones is followed by one of zeros, so that it is no marker.
struct JPEGBits {
  private(set) var bytes: [UInt8] = []
  private var waiting: UInt32 = 0
  private var count = 0

  /// Appends the lowest bits of a number, at most 16.
  mutating func append(_ bits: UInt32, _ length: Int) {
    waiting = waiting << UInt32(length) | bits & (1 << UInt32(length) - 1)
    count += length
    while count >= 8 {
      count -= 8
      let byte = UInt8(truncatingIfNeeded: waiting >> UInt32(count))
      bytes.append(byte)
      if byte == 0xFF { bytes.append(0) }
    }
  }

  /// Fills the last byte with ones.
  mutating func end() {
    if count > 0 { append(0x7F, 8 - count) }
  }
}
