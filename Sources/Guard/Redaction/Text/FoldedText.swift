/// A text as the rules see it: letters without accents, one form of every digit, dash, quote and space, nothing
/// invisible; and for each byte where it came from.
///
/// `Ｐａｓｓｗоｒｄ` (full width, with a Cyrillic о) and `pass\u{200B}word` are both `password` here.
struct FoldedText: Sendable {
  /// UTF-8.
  var bytes: [UInt8]
  /// The offset in the original of each byte, and of the end; nil where nothing was moved.
  var origins: [Int32]?

  init(_ text: String) {
    let utf8 = Array(text.utf8)
    if utf8.allSatisfy({ $0 < 0x80 }) {
      bytes = utf8
      return
    }
    bytes = []
    bytes.reserveCapacity(utf8.count)
    var origins: [Int32] = []
    origins.reserveCapacity(utf8.count + 1)
    var offset: Int32 = 0
    for scalar in text.unicodeScalars {
      let start = bytes.count
      Folding.append(scalar, to: &bytes)
      for _ in start..<bytes.count { origins.append(offset) }
      offset += Int32(UTF8.width(scalar))
    }
    origins.append(offset)
    self.origins = origins
  }

  init(bytes: [UInt8], origins: [Int32]?) {
    self.bytes = bytes
    self.origins = origins
  }

  /// Where a range of these bytes lies in the original.
  func original(_ range: Range<Int>) -> Range<Int> {
    guard let origins else { return range }
    return Int(origins[range.lowerBound])..<Int(origins[range.upperBound])
  }

  /// Where one offset lies in the original.
  func origin(_ offset: Int) -> Int32 {
    origins?[offset] ?? Int32(offset)
  }
}

extension UTF8 {
  /// How many bytes a scalar takes.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x1_0000: 3
    default: 4
    }
  }
}
