/// A run of base64 that holds readable text.
struct EncodedText: Sendable {
  /// Where the run stands among the folded bytes.
  var range: Range<Int>
  var text: String
}

extension FoldedText {
  /// Shorter runs are words.
  private static let shortestRun = 20

  /// Every run of base64 (or base64url) in which text is encoded.
  func encodedTexts() -> [EncodedText] {
    let isDigit = FoldedText.isSextet
    var found: [EncodedText] = []
    var index = 0
    while index < bytes.count {
      guard isDigit[Int(bytes[index])] else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, isDigit[Int(bytes[end])] { end += 1 }
      if end - index >= FoldedText.shortestRun, let text = FoldedText.decoded(bytes[index..<end]) {
        var padded = end
        while padded < bytes.count, padded - end < 2, bytes[padded] == UInt8(ascii: "=") { padded += 1 }
        found.append(EncodedText(range: index..<padded, text: text))
      }
      index = end
    }
    return found
  }

  private static let isSextet = (0...255).map { UInt8($0).sextet != nil }

  /// The text that a run encodes; nil where that is no readable text.
  private static func decoded(_ run: ArraySlice<UInt8>) -> String? {
    var output: [UInt8] = []
    output.reserveCapacity(run.count * 3 / 4)
    var buffer: UInt32 = 0
    var bits = 0
    for byte in run {
      buffer = buffer << 6 | UInt32(byte.sextet ?? 0)
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      let decoded = UInt8(truncatingIfNeeded: buffer >> UInt32(bits))
      // Random bytes soon give one that no text holds.
      guard decoded >= 0x20 && decoded != 0x7f || decoded == 0x0a || decoded == 0x0d || decoded == 0x09 else {
        return nil
      }
      output.append(decoded)
    }
    return String(validating: output, as: UTF8.self)
  }
}
