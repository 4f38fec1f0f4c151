/// 256 random bits as text: whoever can say it was told it.
struct Secret: Sendable {
  let text: String

  init(using random: inout some RandomNumberGenerator) {
    let words = (0..<4).map { _ in UInt64.random(in: 0...(.max), using: &random) }
    text = words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Whether it was said right; how long the answer takes tells nothing of where it is wrong.
  func matches(_ said: String) -> Bool {
    let (own, other) = (Array(text.utf8), Array(said.utf8))
    guard own.count == other.count else { return false }
    return zip(own, other).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
  }
}
